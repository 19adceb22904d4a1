import { encodeUtf8 } from 'lib0/string'
import type { CryptoPort } from './crypto-port.ts'

type Bytes = Uint8Array<ArrayBuffer>

/** The part of the Web Crypto API that is used: both the browser's and Node's `SubtleCrypto` fit. */
export interface SubtleLike {
  digest(algorithm: string, data: Bytes): Promise<ArrayBuffer>
  importKey(
    format: 'spki',
    keyData: Bytes,
    algorithm: { name: string; namedCurve: string; hash: string },
    extractable: boolean,
    usages: 'verify'[],
  ): Promise<unknown>
  verify(
    algorithm: { name: string; hash: string },
    key: unknown,
    signature: Bytes,
    data: Bytes,
  ): Promise<boolean>
}

const PARAMETERS = {
  ES256: { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' },
  RS256: { name: 'RSASSA-PKCS1-v1_5', namedCurve: '', hash: 'SHA-256' },
} as const

/** The crypto port over a `SubtleCrypto`, which browsers offer only in secure contexts (https and localhost). */
export function createWebCryptoPort(subtle: SubtleLike): CryptoPort {
  return {
    sha256: async data =>
      new Uint8Array(
        await subtle.digest(
          'SHA-256',
          typeof data === 'string' ? new Uint8Array(encodeUtf8(data)) : new Uint8Array(data),
        ),
      ),
    verify: async (algorithm, publicKey, signature, data) => {
      const parameters = PARAMETERS[algorithm]
      try {
        const key = await subtle.importKey('spki', new Uint8Array(publicKey), parameters, false, ['verify'])
        return await subtle.verify(parameters, key, new Uint8Array(signature), new Uint8Array(data))
      } catch {
        // A key that cannot be imported or does not fit the algorithm has signed nothing.
        return false
      }
    },
  }
}
