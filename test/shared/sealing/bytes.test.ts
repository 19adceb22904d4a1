import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromBase64url, fromHex, toBase64url, toHex } from '../../../shared/sealing/bytes.ts'
import { derFromRawSignature, rawFromDerSignature } from '../../../shared/sealing/ecdsa-signature.ts'

const bytes = fc.uint8Array({ maxLength: 200 })

describe('bytes as text', () => {
  it('writes base64url as Node does and reads it back', () => {
    fc.assert(
      fc.property(bytes, data => {
        expect(toBase64url(data)).toBe(Buffer.from(data).toString('base64url'))
        expect(fromBase64url(toBase64url(data))).toEqual(data)
        expect(fromHex(toHex(data))).toEqual(data)
      }),
    )
  })

  it.each(['a', 'QR', 'QUJ=', 'QU+C', 'QU/C', 'QU C', 'é'])('refuses %j, which is not the one form', text => {
    expect(fromBase64url(text)).toBeNull()
  })

  it.each(['a', 'zz', '0x', 'a b '])('refuses %j as hex', text => {
    expect(fromHex(text)).toBeNull()
  })
})

describe('a P-256 signature in DER', () => {
  const raw = fc.uint8Array({ minLength: 64, maxLength: 64 })

  it('survives the way to DER and back, whatever zeros it begins with', () => {
    fc.assert(
      fc.property(raw, fc.nat(40), (signature, zeros) => {
        signature.fill(0, 0, zeros)
        expect(rawFromDerSignature(derFromRawSignature(signature))).toEqual(signature)
      }),
    )
  })

  it('is refused in every other encoding', () => {
    const encoded = derFromRawSignature(new Uint8Array(64).fill(7))
    expect(rawFromDerSignature(encoded.subarray(0, -1))).toBeNull()
    expect(rawFromDerSignature(Uint8Array.of(...encoded, 0))).toBeNull()
    expect(rawFromDerSignature(new Uint8Array())).toBeNull()
    // The same numbers with a needless zero in front of r.
    const [, length = 0, tag = 0, rLength = 0, ...rest] = encoded
    expect(rawFromDerSignature(Uint8Array.of(0x30, length + 1, tag, rLength + 1, 0, ...rest))).toBeNull()
  })
})
