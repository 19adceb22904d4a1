import { beforeAll, describe, expect, it } from 'vitest'
import { signSchema } from '../../../shared/protocol/api.ts'
import { fingerprintOf } from '../../../shared/sealing/fingerprint.ts'
import type { SignatureRecord } from '../../../shared/sealing/statement.ts'
import { verifySignatureRecord } from '../../../shared/sealing/verify-signature-record.ts'
import { ADA, BEN, cryptoPort, manifestOf, statementOf } from './fixture.ts'
import { leafPaths, withChangedLeaf } from './leaves.ts'
import { type AssertionOptions, newP256Key, signWithDeviceKey, signWithPasskey, spkiOf } from './signers.ts'

const manifest = manifestOf()
let fingerprint = ''
beforeAll(async () => {
  fingerprint = await fingerprintOf(manifest, cryptoPort)
})

const verify = (record: SignatureRecord) => verifySignatureRecord(record, manifest, cryptoPort)
const kindOf = async (record: SignatureRecord) => {
  const result = await verify(record)
  return result.ok ? 'holds' : result.error.kind
}

describe('a signature that holds', () => {
  it('is made by a device key', async () => {
    const result = await verify(await signWithDeviceKey(statementOf(manifest, fingerprint, ADA)))
    expect(result).toMatchObject({ ok: true, value: { signatory: ADA, method: 'device-key', passkey: null } })
  })

  it.each([-7, -257] as const)('is made by a passkey with the algorithm %i', async algorithm => {
    const record = await signWithPasskey(statementOf(manifest, fingerprint, BEN), { algorithm })
    expect(await verify(record)).toMatchObject({
      ok: true,
      value: { signatory: BEN, method: 'passkey', passkey: { host: 'parley.example', synced: true } },
    })
  })

  it('may be made on localhost without https', async () => {
    const record = await signWithPasskey(statementOf(manifest, fingerprint, ADA), {
      rpId: 'localhost',
      clientData: { origin: 'http://localhost:3000' },
    })
    expect(await kindOf(record)).toBe('holds')
  })
})

describe('a statement that does not say what was sealed', () => {
  it.each([
    ['wrong-fingerprint', { fingerprint: 'ee'.repeat(32) }],
    ['wrong-version', { version: 1 }],
    ['wrong-version', { agreementId: 'agreement00000000002' }],
    ['not-a-signatory', { signatory: { ...ADA, memberId: 'eve0000000000000000e' } }],
    ['not-a-signatory', { signatory: { memberId: ADA.memberId, name: 'Eve', email: ADA.email } }],
    ['not-a-signatory', { signatory: { memberId: ADA.memberId, name: ADA.name, email: 'eve@x.example' } }],
    ['wrong-party-or-capacity', { party: { id: BEN.partyId, name: BEN.partyName } }],
    ['wrong-party-or-capacity', { party: { id: ADA.partyId, name: 'Nordlicht' } }],
    ['wrong-party-or-capacity', { capacity: 'Witness' }],
  ])('is refused as %s although its proof is good', async (kind, change) => {
    const statement = { ...statementOf(manifest, fingerprint, ADA), ...change }
    expect(await kindOf(await signWithDeviceKey(statement))).toBe(kind)
    expect(await kindOf(await signWithPasskey(statement))).toBe(kind)
  })
})

describe('a passkey proof that does not fit', () => {
  it.each<[string, AssertionOptions]>([
    ['not-an-assertion', { clientData: { type: 'webauthn.create' } }],
    ['wrong-challenge', { challenge: 'AAAA' }],
    ['wrong-challenge', { clientData: { challenge: 7 } }],
    ['wrong-site', { clientData: { origin: 'https://evil.example' } }],
    ['wrong-site', { clientData: { origin: 'http://parley.example' } }],
    ['wrong-site', { clientData: { origin: 'https://parley.example@evil.example' } }],
    ['wrong-site', { clientData: { origin: null } }],
    ['wrong-site', { clientData: { crossOrigin: true } }],
    ['wrong-site', { rpId: 'evil.example' }],
    ['no-user-verification', { flags: 0x01 }],
    ['no-user-verification', { flags: 0x04 }],
  ])('is refused as %s: %j', async (kind, options) => {
    expect(await kindOf(await signWithPasskey(statementOf(manifest, fingerprint, ADA), options))).toBe(kind)
  })

  it('is refused when its algorithm is named wrongly', async () => {
    const record = await signWithPasskey(statementOf(manifest, fingerprint, ADA))
    if (record.proof.method !== 'passkey') throw new Error('not a passkey')
    expect(await kindOf({ ...record, proof: { ...record.proof, algorithm: -257 } })).toBe('bad-signature')
  })
})

describe('a changed record', () => {
  it.each([
    ['device key', signWithDeviceKey],
    ['passkey', signWithPasskey],
  ])('made by a %s is refused whichever single field was changed', async (_, sign) => {
    const record = await sign(statementOf(manifest, fingerprint, ADA))
    const { statement, proof } = record
    expect(signSchema.safeParse({ statement, proof }).success).toBe(true)
    for (const path of leafPaths({ statement, proof })) {
      const changed = withChangedLeaf(record, path)
      // A schema stands in front of the verification; what it refuses need not be refused again.
      if (!signSchema.safeParse({ statement: changed.statement, proof: changed.proof }).success) continue
      const verdict = await kindOf(changed)
      // Which credential made a passkey's signature is a hint that WebAuthn does not sign.
      expect([path.join('.'), verdict]).toEqual([
        path.join('.'),
        path.at(-1) === 'credentialId' ? 'holds' : expect.not.stringMatching('holds'),
      ])
    }
  })

  it('is refused under the key of somebody else', async () => {
    const record = await signWithDeviceKey(statementOf(manifest, fingerprint, ADA))
    const other = Buffer.from(await spkiOf(await newP256Key())).toString('base64url')
    expect(await kindOf({ ...record, proof: { ...record.proof, publicKey: other } })).toBe('bad-signature')
  })

  it('is refused, not thrown on, when its bytes are no bytes', async () => {
    const record = await signWithPasskey(statementOf(manifest, fingerprint, ADA))
    for (const field of ['publicKey', 'signature', 'authenticatorData', 'clientDataJSON', 'credentialId']) {
      for (const value of ['', '*', 'A', 'AAAA']) {
        const changed = { ...record, proof: { ...record.proof, [field]: value } }
        if (field === 'credentialId' && value !== '*' && value !== 'A') continue
        expect(await kindOf(changed)).toMatch(/malformed-proof|bad-signature/)
      }
    }
  })
})
