import { concatBytes, equalBytes } from './bytes.ts'
import { der, readDer, TAG } from './der.ts'

const P256_BYTES = 32

const withoutLeadingZeros = (bytes: Uint8Array): Uint8Array => {
  const first = bytes.findIndex(byte => byte !== 0)
  return first < 0 ? bytes.subarray(bytes.length - 1) : bytes.subarray(first)
}

const derInteger = (number: Uint8Array): Uint8Array => {
  const digits = withoutLeadingZeros(number)
  // A leading bit of one would read as a minus sign.
  return der(TAG.integer, (digits[0] ?? 0) >= 0x80 ? concatBytes(Uint8Array.of(0), digits) : digits)
}

/** `SEQUENCE { r, s }`, as certificates, CMS and WebAuthn write it, from the 64 bytes r||s of Web Crypto. */
export const derFromRawSignature = (raw: Uint8Array): Uint8Array =>
  der(TAG.sequence, derInteger(raw.subarray(0, P256_BYTES)), derInteger(raw.subarray(P256_BYTES)))

/** The 64 bytes r||s of a P-256 signature in DER; null unless it is the one DER encoding of two such numbers. */
export function rawFromDerSignature(encoded: Uint8Array): Uint8Array | null {
  const [sequence, ...rest] = readDer(encoded) ?? []
  const numbers = sequence && rest.length === 0 ? readDer(sequence.content) : null
  if (numbers?.length !== 2) return null
  const raw = new Uint8Array(2 * P256_BYTES)
  for (const [index, number] of numbers.entries()) {
    const digits = withoutLeadingZeros(number.content)
    if (digits.length > P256_BYTES) return null
    raw.set(digits, (index + 1) * P256_BYTES - digits.length)
  }
  return equalBytes(derFromRawSignature(raw), encoded) ? raw : null
}
