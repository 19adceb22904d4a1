import { createPrivateKey, X509Certificate } from 'node:crypto'
import type { ServerKeys } from '../store/server-keys.ts'
import { SEAL_ALGORITHM } from './seal-algorithm.ts'

/** The key with which this server closes its PDFs, and the certificate (X.509, DER) that goes with it. */
export interface SealKey {
  readonly certificate: Uint8Array
  /** A P-256 signature (r||s, 64 bytes) over the SHA-256 of the data. */
  sign(data: Uint8Array): Promise<Uint8Array>
}

const { subtle } = globalThis.crypto

/**
 * The seal key: made on the first call and the same ever after. A damaged one is an error and is never replaced: a new key
 * would make the old seals look like somebody else's.
 */
export async function loadSealKey(keys: ServerKeys, at: Date): Promise<SealKey> {
  const pem = (await keys.read('seal.pem')) ?? (await keys.keep('seal.pem', await makePem(at)))
  return parse(keys.place('seal.pem'), pem)
}

/** What makes a certificate is loaded for the one time in a server's life that it is needed, not at each start. */
async function makePem(at: Date): Promise<string> {
  const { makeSealKey } = await import('./make-seal-key.ts')
  return makeSealKey(at)
}

async function parse(place: string, pem: string): Promise<SealKey> {
  try {
    const certificate = new Uint8Array(new X509Certificate(pem).raw)
    const pkcs8 = createPrivateKey(pem).export({ type: 'pkcs8', format: 'der' })
    const key = await subtle.importKey('pkcs8', new Uint8Array(pkcs8), SEAL_ALGORITHM, false, ['sign'])
    return {
      certificate,
      sign: async data => new Uint8Array(await subtle.sign(SEAL_ALGORITHM, key, new Uint8Array(data))),
    }
  } catch {
    throw new Error(`${place} is damaged: put it back from a backup, or move it away to have a new key made`)
  }
}
