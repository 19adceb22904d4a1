import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type {
  Agreement,
  AgreementStore,
  Invitation,
  Member,
  Passkey,
  Version,
} from '../../server/store/agreement-store.ts'
import type { SignatureRecord } from '../../shared/sealing/statement.ts'
import type { Terms } from '../../shared/terms/terms.ts'

const T0 = '2026-11-23T10:00:00.000Z'
const T1 = '2026-11-23T11:00:00.000Z'
const T2 = '2026-11-23T12:00:00.000Z'

export const agreementFixture = (change: Partial<Agreement> = {}): Agreement => ({
  id: 'agreement-0000000001',
  title: 'Valley transport',
  model: 'consortium',
  status: 'draft',
  createdBy: 'ada',
  createdAt: T0,
  changedAt: T0,
  changedBy: null,
  ...change,
})

export const memberFixture = (change: Partial<Member> = {}): Member => ({
  id: 'member-ada-000000001',
  agreementId: 'agreement-0000000001',
  userId: 'ada',
  role: 'convener',
  partyId: null,
  joinedAt: T0,
  ...change,
})

export const BEN = memberFixture({ id: 'member-ben-000000001', userId: 'ben', role: 'partner', joinedAt: T1 })

const invitationFixture = (change: Partial<Invitation> = {}): Invitation => ({
  id: 'invitation-000000001',
  agreementId: 'agreement-0000000001',
  tokenHash: 'hash-1',
  role: 'partner',
  partyId: 'party-b-00000000001',
  createdBy: 'ada',
  createdAt: T0,
  expiresAt: T2,
  acceptedBy: null,
  ...change,
})

const termsFixture = (title: string, parties: readonly string[] = []): Terms => ({
  format: 'parley-terms/1',
  title,
  clauses: [],
  parties: parties.map(name => ({
    id: `party-${name}`,
    name,
    shortName: null,
    kind: null,
    registration: null,
    address: null,
    contact: null,
    mentions: 0,
    blockId: `party-${name}`,
    clauseId: null,
  })),
  shares: [],
  steps: [],
  roles: [],
  obligations: [],
  kpis: [],
  reviews: [],
  facts: [],
})

const signatoryOf = (member: Member, partyId: string) => ({
  memberId: member.id,
  name: member.userId,
  email: `${member.userId}@example.org`,
  partyId,
  partyName: partyId,
  capacity: 'Director',
})

export const versionFixture = (change: Partial<Version> = {}): Version => ({
  agreementId: 'agreement-0000000001',
  number: 1,
  status: 'sealed',
  manifest: {
    format: 'parley-manifest/1',
    agreementId: 'agreement-0000000001',
    title: 'Valley transport',
    version: 1,
    previousFingerprint: null,
    body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Ünïcode ✓' }] }] },
    terms: termsFixture('Valley transport'),
    signatories: [signatoryOf(memberFixture(), 'party-a'), signatoryOf(BEN, 'party-b')],
    waivers: [],
    unreviewed: 0,
    record: { updates: 3, head: 'ab' },
    sealedAt: T1,
    sealedBy: { memberId: 'member-ada-000000001', name: 'Ada', email: 'ada@example.org' },
  },
  fingerprint: 'f1',
  snapshot: new Uint8Array([0, 1, 254, 255]),
  refusal: null,
  ...change,
})

export const signatureOf = (member: Member): SignatureRecord => ({
  statement: {
    type: 'parley-signature/1',
    fingerprint: 'f1',
    agreementId: 'agreement-0000000001',
    version: 1,
    signatory: { memberId: member.id, name: member.userId, email: `${member.userId}@example.org` },
    party: { id: 'party-a', name: 'A' },
    capacity: 'Director',
    intent: 'I sign.',
    time: T1,
    nonce: 'nonce',
  },
  proof: { method: 'device-key', publicKey: 'key', signature: 'signature' },
  receivedAt: T1,
})

const PASSKEY: Passkey = {
  credentialId: 'credential',
  userId: 'ada',
  publicKey: 'spki',
  algorithm: -7,
  counter: 0,
  createdAt: T0,
}

/** What every `AgreementStore` promises. `open` gives an empty one. */
export function agreementStoreContract(name: string, open: () => Promise<AgreementStore>): void {
  describe(`the agreement store: ${name}`, () => {
    let store: AgreementStore
    const id = agreementFixture().id

    beforeEach(async () => {
      store = await open()
    })
    afterEach(() => store.close())

    const start = () => store.create(agreementFixture(), memberFixture())

    const startWithBen = async () => {
      await start()
      await store.addInvitation(invitationFixture())
      return store.acceptInvitation('hash-1', BEN, T1)
    }

    describe('agreements', () => {
      it('gives back what was created, with its convener', async () => {
        expect(await start()).toEqual(agreementFixture())
        expect(await store.find(id)).toEqual(agreementFixture())
        expect(await store.members(id)).toEqual([memberFixture()])
      })

      it('creates an id once and leaves the first as it is', async () => {
        await start()
        const second = agreementFixture({ title: 'Other', createdBy: 'ben' })
        expect(await store.create(second, { ...BEN, role: 'convener' })).toBeNull()
        expect((await store.find(id))?.title).toBe('Valley transport')
        expect(await store.member(id, 'ben')).toBeNull()
      })

      it('knows nothing of what was never created', async () => {
        expect(await store.find('nothing')).toBeNull()
        expect(await store.members('nothing')).toEqual([])
        expect(await store.member('nothing', 'ada')).toBeNull()
        expect(await store.listFor('ada')).toEqual([])
        expect(await store.terms('nothing')).toBeNull()
        expect(await store.versions('nothing')).toEqual([])
        expect(await store.signedPdf('nothing', 1)).toBeNull()
      })

      it('lists a person’s agreements, last changed first, with the own member and the parties of the terms', async () => {
        await start()
        const other = agreementFixture({ id: 'agreement-0000000002', changedAt: T1 })
        await store.create(other, memberFixture({ id: 'member-2', agreementId: other.id }))
        await store.create(
          agreementFixture({ id: 'agreement-0000000003' }),
          memberFixture({ id: 'member-3', agreementId: 'agreement-0000000003', userId: 'eve' }),
        )
        await store.saveTerms(id, { seq: 1, terms: termsFixture('Valley', ['Alpha', 'Beta']), at: T1 })

        const lines = await store.listFor('ada')
        expect(lines.map(line => line.agreement.id)).toEqual([other.id, id])
        expect(lines[0]?.member.id).toBe('member-2')
        expect(lines[0]?.parties).toEqual([])
        expect(lines[1]?.parties.map(party => party.name)).toEqual(['Alpha', 'Beta'])
        expect(lines[1]?.version).toBeNull()

        await store.touch([{ agreementId: id, changedAt: T2, changedBy: 'ada' }])
        const [first] = await store.listFor('ada')
        expect(first?.agreement).toMatchObject({ id, changedAt: T2, changedBy: 'ada' })
      })

      it('renames without counting as a change of the text', async () => {
        await start()
        await store.touch([{ agreementId: id, changedAt: T1, changedBy: null }])
        await store.rename(id, 'Renamed')
        expect(await store.find(id)).toMatchObject({ title: 'Renamed', changedAt: T1, changedBy: null })
      })
    })

    describe('members', () => {
      it('changes a role and a party, and clears a party', async () => {
        await startWithBen()
        expect(await store.changeMember(id, BEN.id, { role: 'reviewer', partyId: 'party-c' })).toBe('done')
        expect(await store.member(id, 'ben')).toMatchObject({ role: 'reviewer', partyId: 'party-c' })
        expect(await store.changeMember(id, BEN.id, { partyId: null })).toBe('done')
        expect(await store.member(id, 'ben')).toMatchObject({ role: 'reviewer', partyId: null })
        expect(await store.changeMember(id, BEN.id, {})).toBe('done')
      })

      it('refuses to lose the last convener', async () => {
        await startWithBen()
        expect(await store.changeMember(id, memberFixture().id, { role: 'partner' })).toBe('last-convener')
        expect(await store.removeMember(id, memberFixture().id)).toBe('last-convener')
        expect(await store.member(id, 'ada')).toMatchObject({ role: 'convener' })

        expect(await store.changeMember(id, BEN.id, { role: 'convener' })).toBe('done')
        expect(await store.removeMember(id, memberFixture().id)).toBe('done')
        expect(await store.member(id, 'ada')).toBeNull()
      })

      it('lets one of two conveners go when both are asked to at the same moment', async () => {
        await startWithBen()
        await store.changeMember(id, BEN.id, { role: 'convener' })
        const outcomes = await Promise.all([
          store.removeMember(id, memberFixture().id),
          store.removeMember(id, BEN.id),
        ])
        expect(outcomes.sort()).toEqual(['done', 'last-convener'])
      })

      it('does not touch a member of another agreement', async () => {
        await startWithBen()
        await store.create(
          agreementFixture({ id: 'agreement-0000000002' }),
          memberFixture({ id: 'member-2', agreementId: 'agreement-0000000002' }),
        )
        expect(await store.removeMember('agreement-0000000002', BEN.id)).toBe('not-found')
        expect(await store.changeMember('nothing', BEN.id, { role: 'observer' })).toBe('not-found')
        expect(await store.member(id, 'ben')).not.toBeNull()
      })
    })

    describe('invitations', () => {
      it('lets one person in, once, with the role and party that the caller names', async () => {
        const member = await startWithBen()
        expect(member).toEqual(BEN)
        expect((await store.members(id)).map(({ userId }) => userId)).toEqual(['ada', 'ben'])
        expect((await store.invitationByTokenHash('hash-1'))?.acceptedBy).toBe('ben')
        const eve = memberFixture({ id: 'member-eve', userId: 'eve', role: 'partner' })
        expect(await store.acceptInvitation('hash-1', eve, T1)).toBeNull()
        expect(await store.member(id, 'eve')).toBeNull()
      })

      it('lets only one of two in who accept at the same moment', async () => {
        await start()
        await store.addInvitation(invitationFixture())
        const eve = memberFixture({ id: 'member-eve', userId: 'eve', role: 'partner' })
        const outcomes = await Promise.all([
          store.acceptInvitation('hash-1', BEN, T1),
          store.acceptInvitation('hash-1', eve, T1),
        ])
        expect(outcomes.filter(member => member !== null)).toHaveLength(1)
        expect(await store.members(id)).toHaveLength(2)
      })

      it('gives the existing member back and leaves the invitation unused', async () => {
        await startWithBen()
        await store.addInvitation(invitationFixture({ id: 'invitation-2', tokenHash: 'hash-2' }))
        const again = { ...BEN, id: 'member-again', role: 'observer' as const }
        expect(await store.acceptInvitation('hash-2', again, T1)).toEqual(BEN)
        expect((await store.invitationByTokenHash('hash-2'))?.acceptedBy).toBeNull()
        expect(await store.acceptInvitation('hash-1', again, T1)).toEqual(BEN)
      })

      it('does not accept an unknown, expired or revoked one', async () => {
        await start()
        await store.addInvitation(invitationFixture())
        expect(await store.acceptInvitation('other', BEN, T1)).toBeNull()
        expect(await store.acceptInvitation('hash-1', BEN, T2)).toBeNull()
        expect(await store.revokeInvitation(id, 'invitation-000000001')).toBe(true)
        expect(await store.acceptInvitation('hash-1', BEN, T1)).toBeNull()
        expect(await store.member(id, 'ben')).toBeNull()
      })

      it('lists those that are neither used nor expired, oldest first', async () => {
        await startWithBen()
        await store.addInvitation(invitationFixture({ id: 'i-3', tokenHash: 'h3', createdAt: T1 }))
        await store.addInvitation(invitationFixture({ id: 'i-2', tokenHash: 'h2' }))
        await store.addInvitation(invitationFixture({ id: 'i-4', tokenHash: 'h4', expiresAt: T1 }))
        expect((await store.openInvitations(id, T1)).map(invitation => invitation.id)).toEqual(['i-2', 'i-3'])
      })

      it('revokes none that is used, unknown or of another agreement', async () => {
        await startWithBen()
        await store.addInvitation(invitationFixture({ id: 'i-2', tokenHash: 'h2' }))
        expect(await store.revokeInvitation(id, 'invitation-000000001')).toBe(false)
        expect(await store.revokeInvitation('nothing', 'i-2')).toBe(false)
        expect(await store.revokeInvitation(id, 'i-9')).toBe(false)
      })
    })

    describe('versions', () => {
      it('seals a draft: keeps the version, moves the status and binds signatories to their parties', async () => {
        await startWithBen()
        expect(await store.addVersion(versionFixture())).toBe(true)
        expect(await store.version(id, 1)).toEqual(versionFixture())
        expect((await store.find(id))?.status).toBe('sealed')
        expect(await store.member(id, 'ada')).toMatchObject({ partyId: 'party-a' })
        expect(await store.member(id, 'ben')).toMatchObject({ partyId: 'party-b' })
        const [line] = await store.listFor('ada')
        expect(line?.version).toMatchObject({ number: 1, signed: 0, signatories: 2 })
      })

      it('seals neither twice, nor with a stranger as signatory, nor what does not exist', async () => {
        await start()
        expect(await store.addVersion(versionFixture())).toBe(false)
        expect((await store.find(id))?.status).toBe('draft')
        await store.addInvitation(invitationFixture())
        await store.acceptInvitation('hash-1', BEN, T1)
        expect(await store.addVersion(versionFixture({ agreementId: 'nothing' }))).toBe(false)
        expect(await store.addVersion(versionFixture())).toBe(true)
        expect(await store.addVersion(versionFixture({ number: 2 }))).toBe(false)
      })

      it('is signed when, and only when, every signatory has signed', async () => {
        await startWithBen()
        await store.addVersion(versionFixture())
        expect(await store.addSignature(id, 1, signatureOf(BEN))).toEqual({ complete: false })
        expect((await store.find(id))?.status).toBe('sealed')
        expect(await store.addSignature(id, 1, signatureOf(BEN))).toBeNull()
        expect(await store.addSignature(id, 1, signatureOf(memberFixture()))).toEqual({ complete: true })
        expect((await store.find(id))?.status).toBe('signed')
        expect((await store.version(id, 1))?.status).toBe('signed')
        expect(await store.signatures(id, 1)).toEqual([signatureOf(BEN), signatureOf(memberFixture())])
        const [line] = await store.listFor('ben')
        expect(line?.version).toMatchObject({ number: 1, signed: 2, signatories: 2 })
      })

      it('completes once when both sign at the same moment', async () => {
        await startWithBen()
        await store.addVersion(versionFixture())
        const outcomes = await Promise.all([
          store.addSignature(id, 1, signatureOf(BEN)),
          store.addSignature(id, 1, signatureOf(memberFixture())),
        ])
        expect(outcomes.map(outcome => outcome?.complete).sort()).toEqual([false, true])
      })

      it('returns to a draft when refused, keeps the reason and takes no more signatures', async () => {
        await startWithBen()
        await store.addVersion(versionFixture())
        const refusal = { name: 'Ben', reason: 'Clause 4 is wrong', at: T2 }
        expect(await store.refuseVersion(id, 1, refusal)).toBe(true)
        expect(await store.version(id, 1)).toMatchObject({ status: 'refused', refusal })
        expect((await store.find(id))?.status).toBe('draft')
        expect(await store.addSignature(id, 1, signatureOf(BEN))).toBeNull()
        expect(await store.refuseVersion(id, 1, refusal)).toBe(false)
        expect((await store.listFor('ada'))[0]?.version).toBeNull()

        expect(await store.addVersion(versionFixture({ number: 1 }))).toBe(false)
        expect(await store.addVersion(versionFixture({ number: 2, fingerprint: 'f2' }))).toBe(true)
        expect(await store.versions(id)).toEqual([
          {
            number: 1,
            status: 'refused',
            fingerprint: 'f1',
            sealedAt: T1,
            signatories: 2,
            signed: 0,
            refusal,
          },
          {
            number: 2,
            status: 'sealed',
            fingerprint: 'f2',
            sealedAt: T1,
            signatories: 2,
            signed: 0,
            refusal: null,
          },
        ])
      })

      it('reopens what is signed, and only that', async () => {
        await startWithBen()
        expect(await store.reopen(id)).toBe(false)
        await store.addVersion(versionFixture())
        expect(await store.reopen(id)).toBe(false)
        await store.addSignature(id, 1, signatureOf(BEN))
        await store.addSignature(id, 1, signatureOf(memberFixture()))
        expect(await store.reopen(id)).toBe(true)
        expect((await store.find(id))?.status).toBe('draft')
        expect((await store.version(id, 1))?.status).toBe('signed')
      })

      it('keeps the signed PDF that was saved first', async () => {
        await startWithBen()
        await store.addVersion(versionFixture())
        await store.saveSignedPdf(id, 1, new Uint8Array([37, 80, 68, 70]))
        await store.saveSignedPdf(id, 1, new Uint8Array([1]))
        expect(await store.signedPdf(id, 1)).toEqual(new Uint8Array([37, 80, 68, 70]))
        expect(await store.signedPdf(id, 2)).toBeNull()
      })
    })

    it('keeps the terms of the newest record, whatever the order in which they come', async () => {
      await start()
      await store.saveTerms(id, { seq: 5, terms: termsFixture('five'), at: T1 })
      await store.saveTerms(id, { seq: 4, terms: termsFixture('four'), at: T2 })
      expect(await store.terms(id)).toEqual({ seq: 5, terms: termsFixture('five'), at: T1 })
      await store.saveTerms(id, { seq: 6, terms: termsFixture('six', ['Alpha']), at: T2 })
      expect((await store.terms(id))?.terms.title).toBe('six')
      expect((await store.listFor('ada'))[0]?.parties).toEqual([{ id: 'party-Alpha', name: 'Alpha' }])
    })

    it('registers a passkey once and gives each person their own', async () => {
      expect(await store.addPasskey(PASSKEY)).toBe(true)
      expect(await store.addPasskey({ ...PASSKEY, userId: 'eve' })).toBe(false)
      expect(await store.passkeys('ada')).toEqual([PASSKEY])
      expect(await store.passkeys('eve')).toEqual([])
    })
  })
}
