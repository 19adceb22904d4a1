import type { SignatureRecord } from '../../shared/sealing/statement.ts'
import type {
  Agreement,
  AgreementStore,
  Invitation,
  Member,
  MemberChange,
  Passkey,
  StoredTerms,
  Version,
  VersionLine,
} from './agreement-store.ts'

interface Shelf {
  agreement: Agreement
  members: Member[]
  versions: Version[]
  readonly signatures: Map<number, SignatureRecord[]>
  readonly signedPdfs: Map<number, Uint8Array>
  terms: StoredTerms | null
}

const byText =
  <T>(...keys: ((item: T) => string)[]) =>
  (a: T, b: T): number => {
    for (const key of keys) if (key(a) !== key(b)) return key(a) < key(b) ? -1 : 1
    return 0
  }

const lineOf = (shelf: Shelf, version: Version): VersionLine => ({
  number: version.number,
  status: version.status,
  fingerprint: version.fingerprint,
  sealedAt: version.manifest.sealedAt,
  signatories: version.manifest.signatories.length,
  signed: shelf.signatures.get(version.number)?.length ?? 0,
  refusal: version.refusal,
})

/** The agreements in memory, for tests and for trying things out: nothing survives the process. */
export function createMemoryAgreementStore(): AgreementStore {
  const shelves = new Map<string, Shelf>()
  const passkeys = new Map<string, Passkey>()
  let invitations: Invitation[] = []

  const memberOf = (agreementId: string, userId: string) =>
    shelves.get(agreementId)?.members.find(member => member.userId === userId) ?? null

  const setStatus = (shelf: Shelf, status: Agreement['status']) => {
    shelf.agreement = { ...shelf.agreement, status }
  }

  const setVersion = (shelf: Shelf, number: number, change: Partial<Version>) => {
    shelf.versions = shelf.versions.map(version =>
      version.number === number ? { ...version, ...change } : version,
    )
  }

  const waiting = (shelf: Shelf | undefined, number: number) =>
    shelf?.versions.find(version => version.number === number && version.status === 'sealed')

  const changing = (
    agreementId: string,
    memberId: string,
    losesConvener: boolean,
    write: (shelf: Shelf) => void,
  ): MemberChange => {
    const shelf = shelves.get(agreementId)
    const target = shelf?.members.find(member => member.id === memberId)
    if (!shelf || !target) return 'not-found'
    const others = shelf.members.filter(member => member.role === 'convener' && member.id !== memberId)
    if (losesConvener && target.role === 'convener' && others.length === 0) return 'last-convener'
    write(shelf)
    return 'done'
  }

  return {
    async create(agreement, convener) {
      if (shelves.has(agreement.id)) return null
      shelves.set(agreement.id, {
        agreement,
        members: [convener],
        versions: [],
        signatures: new Map(),
        signedPdfs: new Map(),
        terms: null,
      })
      return agreement
    },
    async find(agreementId) {
      return shelves.get(agreementId)?.agreement ?? null
    },
    async listFor(userId) {
      return [...shelves.values()]
        .flatMap(shelf => {
          const member = memberOf(shelf.agreement.id, userId)
          return member ? [{ shelf, member }] : []
        })
        .sort((a, b) => byText<Agreement>(agreement => agreement.id)(a.shelf.agreement, b.shelf.agreement))
        .sort((a, b) =>
          byText<Agreement>(agreement => agreement.changedAt)(b.shelf.agreement, a.shelf.agreement),
        )
        .map(({ shelf, member }) => {
          const last = shelf.agreement.status === 'draft' ? undefined : shelf.versions.at(-1)
          return {
            agreement: shelf.agreement,
            member,
            parties: shelf.terms?.terms.parties.map(({ id, name }) => ({ id, name })) ?? [],
            version: last ? lineOf(shelf, last) : null,
          }
        })
    },
    async touch(changes) {
      for (const { agreementId, changedAt, changedBy } of changes) {
        const shelf = shelves.get(agreementId)
        if (shelf) shelf.agreement = { ...shelf.agreement, changedAt, changedBy }
      }
    },
    async rename(agreementId, title) {
      const shelf = shelves.get(agreementId)
      if (shelf) shelf.agreement = { ...shelf.agreement, title }
    },

    async member(agreementId, userId) {
      return memberOf(agreementId, userId)
    },
    async members(agreementId) {
      return [...(shelves.get(agreementId)?.members ?? [])].sort(
        byText(
          member => member.joinedAt,
          member => member.id,
        ),
      )
    },
    async changeMember(agreementId, memberId, change) {
      const demotes = change.role !== undefined && change.role !== 'convener'
      return changing(agreementId, memberId, demotes, shelf => {
        shelf.members = shelf.members.map(member =>
          member.id === memberId ? { ...member, ...change } : member,
        )
      })
    },
    async removeMember(agreementId, memberId) {
      return changing(agreementId, memberId, true, shelf => {
        shelf.members = shelf.members.filter(member => member.id !== memberId)
      })
    },

    async addInvitation(invitation) {
      invitations.push(invitation)
    },
    async invitationByTokenHash(tokenHash) {
      return invitations.find(invitation => invitation.tokenHash === tokenHash) ?? null
    },
    async openInvitations(agreementId, now) {
      return invitations
        .filter(invitation => invitation.agreementId === agreementId)
        .filter(invitation => invitation.acceptedBy === null && invitation.expiresAt > now)
        .sort(
          byText(
            invitation => invitation.createdAt,
            invitation => invitation.id,
          ),
        )
    },
    async acceptInvitation(tokenHash, member, now) {
      const invitation = invitations.find(candidate => candidate.tokenHash === tokenHash)
      if (!invitation) return null
      const existing = memberOf(invitation.agreementId, member.userId)
      if (existing) return existing
      const shelf = shelves.get(invitation.agreementId)
      if (!shelf || invitation.acceptedBy !== null || invitation.expiresAt <= now) return null
      const added = { ...member, agreementId: invitation.agreementId }
      shelf.members.push(added)
      invitations = invitations.map(candidate =>
        candidate === invitation ? { ...candidate, acceptedBy: member.userId } : candidate,
      )
      return added
    },
    async revokeInvitation(agreementId, invitationId) {
      const open = invitations.find(
        invitation =>
          invitation.agreementId === agreementId &&
          invitation.id === invitationId &&
          invitation.acceptedBy === null,
      )
      invitations = invitations.filter(invitation => invitation !== open)
      return open !== undefined
    },

    async addVersion(version) {
      const shelf = shelves.get(version.agreementId)
      if (shelf?.agreement.status !== 'draft') return false
      if (shelf.versions.some(({ number }) => number === version.number)) return false
      const partyOf = new Map(
        version.manifest.signatories.map(({ memberId, partyId }) => [memberId, partyId]),
      )
      if (![...partyOf.keys()].every(id => shelf.members.some(member => member.id === id))) return false
      shelf.members = shelf.members.map(member => ({
        ...member,
        partyId: partyOf.get(member.id) ?? member.partyId,
      }))
      shelf.versions.push(version)
      shelf.versions.sort((a, b) => a.number - b.number)
      setStatus(shelf, 'sealed')
      return true
    },
    async version(agreementId, number) {
      return shelves.get(agreementId)?.versions.find(version => version.number === number) ?? null
    },
    async versions(agreementId) {
      const shelf = shelves.get(agreementId)
      return shelf ? shelf.versions.map(version => lineOf(shelf, version)) : []
    },
    async addSignature(agreementId, number, signature) {
      const shelf = shelves.get(agreementId)
      const version = waiting(shelf, number)
      if (!shelf || !version) return null
      const earlier = shelf.signatures.get(number) ?? []
      const memberId = signature.statement.signatory.memberId
      if (earlier.some(({ statement }) => statement.signatory.memberId === memberId)) return null
      shelf.signatures.set(number, [...earlier, signature])
      const complete = earlier.length + 1 === version.manifest.signatories.length
      if (complete) {
        setVersion(shelf, number, { status: 'signed' })
        setStatus(shelf, 'signed')
      }
      return { complete }
    },
    async signatures(agreementId, number) {
      return [...(shelves.get(agreementId)?.signatures.get(number) ?? [])]
    },
    async refuseVersion(agreementId, number, refusal) {
      const shelf = shelves.get(agreementId)
      if (!shelf || !waiting(shelf, number)) return false
      setVersion(shelf, number, { status: 'refused', refusal })
      setStatus(shelf, 'draft')
      return true
    },
    async reopen(agreementId) {
      const shelf = shelves.get(agreementId)
      if (shelf?.agreement.status !== 'signed') return false
      setStatus(shelf, 'draft')
      return true
    },
    async saveSignedPdf(agreementId, number, pdf) {
      const kept = shelves.get(agreementId)?.signedPdfs
      if (kept && !kept.has(number)) kept.set(number, pdf)
    },
    async signedPdf(agreementId, number) {
      return shelves.get(agreementId)?.signedPdfs.get(number) ?? null
    },

    async saveTerms(agreementId, terms) {
      const shelf = shelves.get(agreementId)
      if (shelf && (shelf.terms === null || shelf.terms.seq <= terms.seq)) shelf.terms = terms
    },
    async terms(agreementId) {
      return shelves.get(agreementId)?.terms ?? null
    },

    async addPasskey(passkey) {
      if (passkeys.has(passkey.credentialId)) return false
      passkeys.set(passkey.credentialId, passkey)
      return true
    },
    async passkeys(userId) {
      return [...passkeys.values()]
        .filter(passkey => passkey.userId === userId)
        .sort(
          byText(
            passkey => passkey.createdAt,
            passkey => passkey.credentialId,
          ),
        )
    },
    async close() {},
  }
}
