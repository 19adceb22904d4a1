import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AgreementStore } from '../../server/store/agreement-store.ts'
import {
  agreementFixture,
  BEN,
  invitationFixture,
  memberFixture,
  PASSKEY,
  T1,
  T2,
  termsFixture,
} from './agreement-fixtures.ts'
import { versionsContract } from './agreement-versions.ts'

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

    versionsContract({
      get store() {
        return store
      },
      start,
      startWithBen,
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
