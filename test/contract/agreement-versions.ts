import { describe, expect, it } from 'vitest'
import type { AgreementStore } from '../../server/store/agreement-store.ts'
import {
  agreementFixture,
  BEN,
  invitationFixture,
  memberFixture,
  signatureOf,
  T1,
  T2,
  versionFixture,
} from './agreement-fixtures.ts'

const { id } = agreementFixture()

/** An empty store, made anew before each test, and ways to put something into it. */
export interface GivenStore {
  readonly store: AgreementStore
  start(): Promise<unknown>
  startWithBen(): Promise<unknown>
}

/** What every `AgreementStore` promises of versions and signatures. */
export function versionsContract(given: GivenStore): void {
  describe('versions', () => {
    it('seals a draft: keeps the version, moves the status and binds signatories to their parties', async () => {
      await given.startWithBen()
      expect(await given.store.addVersion(versionFixture())).toBe(true)
      expect(await given.store.version(id, 1)).toEqual(versionFixture())
      expect((await given.store.find(id))?.status).toBe('sealed')
      expect(await given.store.member(id, 'ada')).toMatchObject({ partyId: 'party-a' })
      expect(await given.store.member(id, 'ben')).toMatchObject({ partyId: 'party-b' })
      const [line] = await given.store.listFor('ada')
      expect(line?.version).toMatchObject({ number: 1, signed: 0, signatories: 2 })
    })

    it('seals neither twice, nor with a stranger as signatory, nor what does not exist', async () => {
      await given.start()
      expect(await given.store.addVersion(versionFixture())).toBe(false)
      expect((await given.store.find(id))?.status).toBe('draft')
      await given.store.addInvitation(invitationFixture())
      await given.store.acceptInvitation('hash-1', BEN, T1)
      expect(await given.store.addVersion(versionFixture({ agreementId: 'nothing' }))).toBe(false)
      expect(await given.store.addVersion(versionFixture())).toBe(true)
      expect(await given.store.addVersion(versionFixture({ number: 2 }))).toBe(false)
    })

    it('is signed when, and only when, every signatory has signed', async () => {
      await given.startWithBen()
      await given.store.addVersion(versionFixture())
      expect(await given.store.addSignature(id, 1, signatureOf(BEN))).toEqual({ complete: false })
      expect((await given.store.find(id))?.status).toBe('sealed')
      expect(await given.store.addSignature(id, 1, signatureOf(BEN))).toBeNull()
      expect(await given.store.addSignature(id, 1, signatureOf(memberFixture()))).toEqual({ complete: true })
      expect((await given.store.find(id))?.status).toBe('signed')
      expect((await given.store.version(id, 1))?.status).toBe('signed')
      expect(await given.store.signatures(id, 1)).toEqual([signatureOf(BEN), signatureOf(memberFixture())])
      const [line] = await given.store.listFor('ben')
      expect(line?.version).toMatchObject({ number: 1, signed: 2, signatories: 2 })
    })

    it('completes once when both sign at the same moment', async () => {
      await given.startWithBen()
      await given.store.addVersion(versionFixture())
      const outcomes = await Promise.all([
        given.store.addSignature(id, 1, signatureOf(BEN)),
        given.store.addSignature(id, 1, signatureOf(memberFixture())),
      ])
      expect(outcomes.map(outcome => outcome?.complete).sort()).toEqual([false, true])
    })

    it('returns to a draft when refused, keeps the reason and takes no more signatures', async () => {
      await given.startWithBen()
      await given.store.addVersion(versionFixture())
      const refusal = { name: 'Ben', reason: 'Clause 4 is wrong', at: T2 }
      expect(await given.store.refuseVersion(id, 1, refusal)).toBe(true)
      expect(await given.store.version(id, 1)).toMatchObject({ status: 'refused', refusal })
      expect((await given.store.find(id))?.status).toBe('draft')
      expect(await given.store.addSignature(id, 1, signatureOf(BEN))).toBeNull()
      expect(await given.store.refuseVersion(id, 1, refusal)).toBe(false)
      expect((await given.store.listFor('ada'))[0]?.version).toBeNull()

      expect(await given.store.addVersion(versionFixture({ number: 1 }))).toBe(false)
      expect(await given.store.addVersion(versionFixture({ number: 2, fingerprint: 'f2' }))).toBe(true)
      expect(await given.store.versions(id)).toEqual([
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
      await given.startWithBen()
      expect(await given.store.reopen(id)).toBe(false)
      await given.store.addVersion(versionFixture())
      expect(await given.store.reopen(id)).toBe(false)
      await given.store.addSignature(id, 1, signatureOf(BEN))
      await given.store.addSignature(id, 1, signatureOf(memberFixture()))
      expect(await given.store.reopen(id)).toBe(true)
      expect((await given.store.find(id))?.status).toBe('draft')
      expect((await given.store.version(id, 1))?.status).toBe('signed')
    })

    it('keeps the signed PDF that was saved first', async () => {
      await given.startWithBen()
      await given.store.addVersion(versionFixture())
      await given.store.saveSignedPdf(id, 1, new Uint8Array([37, 80, 68, 70]))
      await given.store.saveSignedPdf(id, 1, new Uint8Array([1]))
      expect(await given.store.signedPdf(id, 1)).toEqual(new Uint8Array([37, 80, 68, 70]))
      expect(await given.store.signedPdf(id, 2)).toBeNull()
    })
  })
}
