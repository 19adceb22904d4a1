import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { deviceKey } from '../../../client/signing/device-key.ts'
import { signByDeviceKey } from '../../../client/signing/sign-statement.ts'
import { signSchema } from '../../../shared/protocol/api.ts'
import { fingerprintOf } from '../../../shared/sealing/fingerprint.ts'
import { verifySignatureRecord } from '../../../shared/sealing/verify-signature-record.ts'
import { ADA, cryptoPort, manifestOf } from '../../shared/sealing/fixture.ts'

const keyOf = async (userId: string) => {
  const key = await deviceKey(userId)
  if (!key.ok) throw new Error(key.error.kind)
  return key.value
}
const spki = async (userId: string) =>
  Buffer.from(await crypto.subtle.exportKey('spki', (await keyOf(userId)).publicKey)).toString('hex')

describe('the key of a device', () => {
  it('is made once for each user, also when two tabs ask at the same time', async () => {
    const [one, other] = await Promise.all([spki('ada'), spki('ada')])
    expect(one).toBe(other)
    expect(await spki('ada')).toBe(one)
    expect(await spki('ben')).not.toBe(one)
  })

  it('cannot be taken out', async () => {
    const { privateKey } = await keyOf('ada')
    expect(privateKey.extractable).toBe(false)
    await expect(crypto.subtle.exportKey('pkcs8', privateKey)).rejects.toThrow()
  })

  it('signs a statement that verifies', async () => {
    const manifest = manifestOf()
    const fingerprint = await fingerprintOf(manifest, cryptoPort)
    const signed = await signByDeviceKey({ manifest, fingerprint, signatory: ADA }, 'ada', cryptoPort)
    if (!signed.ok) throw new Error(signed.error.kind)
    expect(signSchema.safeParse(signed.value).success).toBe(true)
    const record = { ...signed.value, receivedAt: manifest.sealedAt }
    expect((await verifySignatureRecord(record, manifest, cryptoPort)).ok).toBe(true)
  })

  it('is a refusal, not an error, where the browser stores nothing', async () => {
    const { indexedDB } = globalThis
    Object.defineProperty(globalThis, 'indexedDB', {
      configurable: true,
      value: {
        open: () => {
          throw new DOMException('blocked', 'SecurityError')
        },
      },
    })
    expect(await deviceKey('ada')).toEqual({ ok: false, error: { kind: 'no-device-key' } })
    Object.defineProperty(globalThis, 'indexedDB', { configurable: true, value: indexedDB })
  })
})
