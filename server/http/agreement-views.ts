import { decideAccess } from '../../shared/agreement/access.ts'
import type {
  AgreementDetail,
  AgreementSummary,
  InvitationView,
  MemberView,
  VersionDetail,
  VersionSummary,
} from '../../shared/protocol/api.ts'
import type { Accounts, Person } from '../accounts.ts'
import type { Admitted } from '../admission.ts'
import type {
  AgreementStore,
  Invitation,
  LibraryLine,
  Member,
  Version,
  VersionLine,
} from '../store/agreement-store.ts'
import type { LiveRooms } from '../sync/live-rooms.ts'

export interface ViewDeps {
  readonly agreements: AgreementStore
  readonly accounts: Accounts
  readonly rooms: LiveRooms
  readonly now: () => number
}

/** Agreements as the API shows them. */
export interface AgreementViews {
  list(person: Person): Promise<AgreementSummary[]>
  detail(admitted: Admitted): Promise<AgreementDetail>
  member(member: Member): Promise<MemberView>
  version(agreementId: string, number: number): Promise<VersionDetail | null>
}

export const invitationView = ({ id, role, partyId, createdAt, expiresAt }: Invitation): InvitationView => ({
  id,
  role,
  partyId,
  createdAt,
  expiresAt,
})

const memberView = (member: Member, people: ReadonlyMap<string, Person>): MemberView => ({
  id: member.id,
  userId: member.userId,
  // An account that was closed leaves its member behind, because signatures name it.
  name: people.get(member.userId)?.name ?? 'Closed account',
  email: people.get(member.userId)?.email ?? '',
  role: member.role,
  partyId: member.partyId,
  joinedAt: member.joinedAt,
})

const versionSummary = ({ number, status, fingerprint, sealedAt, refusal }: VersionLine): VersionSummary => ({
  number,
  status,
  fingerprint,
  sealedAt,
  refusal,
})

const versionDetail = (version: Version, signatures: VersionDetail['signatures']): VersionDetail => ({
  number: version.number,
  status: version.status,
  fingerprint: version.fingerprint,
  sealedAt: version.manifest.sealedAt,
  refusal: version.refusal,
  manifest: version.manifest,
  signatures,
  snapshot: Buffer.from(version.snapshot).toString('base64'),
})

export function createAgreementViews(deps: ViewDeps): AgreementViews {
  const { agreements, accounts, rooms } = deps

  const summary = (
    line: LibraryLine,
    people: ReadonlyMap<string, Person>,
    present: Awaited<ReturnType<LiveRooms['present']>>,
  ): AgreementSummary => ({
    id: line.agreement.id,
    title: line.agreement.title,
    model: line.agreement.model,
    status: line.agreement.status,
    role: line.member.role,
    partyId: line.member.partyId,
    parties: [...line.parties],
    createdAt: line.agreement.createdAt,
    changedAt: line.agreement.changedAt,
    changedBy: people.get(line.agreement.changedBy ?? '')?.name ?? null,
    present: (present.get(line.agreement.id) ?? []).map(({ userId, name }) => ({ userId, name })),
    version: line.version && {
      number: line.version.number,
      signed: line.version.signed,
      signatories: line.version.signatories,
    },
  })

  return {
    async list(person) {
      const lines = await agreements.listFor(person.id)
      const people = await accounts.people(lines.flatMap(({ agreement }) => agreement.changedBy ?? []))
      const present = await rooms.present(lines.map(({ agreement }) => agreement.id))
      return lines.map(line => summary(line, people, present))
    },

    async detail({ agreement, member, person }) {
      const members = await agreements.members(agreement.id)
      const versions = await agreements.versions(agreement.id)
      const terms = await agreements.terms(agreement.id)
      const people = await accounts.people([
        ...members.map(({ userId }) => userId),
        ...(agreement.changedBy === null ? [] : [agreement.changedBy]),
      ])
      const line: LibraryLine = {
        agreement,
        member,
        parties: terms?.terms.parties.map(({ id, name }) => ({ id, name })) ?? [],
        version: agreement.status === 'draft' ? null : (versions.at(-1) ?? null),
      }
      const mayInvite = decideAccess(member, 'invite', agreement.status).ok
      const invitations = mayInvite
        ? await agreements.openInvitations(agreement.id, new Date(deps.now()).toISOString())
        : []
      return {
        ...summary(line, people, await rooms.present([agreement.id])),
        me: memberView(member, new Map([...people, [person.id, person]])),
        members: members.map(one => memberView(one, people)),
        invitations: invitations.map(invitationView),
        versions: versions.map(versionSummary),
      }
    },

    async member(member) {
      return memberView(member, await accounts.people([member.userId]))
    },

    async version(agreementId, number) {
      const version = await agreements.version(agreementId, number)
      return version && versionDetail(version, await agreements.signatures(agreementId, number))
    },
  }
}

/** The number in `/versions/3`; null for anything else, which then does not exist. */
export const versionNumber = (text: string): number | null =>
  /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null
