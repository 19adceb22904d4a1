// The certificate library asks for it before its own first line.
import 'reflect-metadata'
import * as x509 from '@peculiar/x509'
import type { ServerKeys } from '../store/server-keys.ts'

/** The key with which this server closes its PDFs, and the certificate (X.509, DER) that goes with it. */
export interface SealKey {
  readonly certificate: Uint8Array
  /** A P-256 signature (r||s, 64 bytes) over the SHA-256 of the data. */
  sign(data: Uint8Array): Promise<Uint8Array>
}

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const
const YEARS = 20
const DAY_MS = 24 * 60 * 60 * 1000
const { subtle } = globalThis.crypto

/**
 * The seal key: made on the first call and the same ever after. A damaged one is an error and is never replaced: a new key
 * would make the old seals look like somebody else's.
 */
export async function loadSealKey(keys: ServerKeys, at: Date): Promise<SealKey> {
  const pem = (await keys.read('seal.pem')) ?? (await keys.keep('seal.pem', await makePem(at)))
  return parse(keys.place('seal.pem'), pem)
}

async function makePem(at: Date): Promise<string> {
  const keys = await subtle.generateKey(ALGORITHM, true, ['sign', 'verify'])
  const usage = x509.KeyUsageFlags.digitalSignature | x509.KeyUsageFlags.nonRepudiation
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    name: 'CN=Parley seal',
    // A day earlier, so that no reader whose clock is behind calls it not yet valid.
    notBefore: new Date(at.getTime() - DAY_MS),
    notAfter: new Date(at.getTime() + YEARS * 365 * DAY_MS),
    signingAlgorithm: ALGORITHM,
    keys,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(usage, true),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  })
  const privateKey = await subtle.exportKey('pkcs8', keys.privateKey)
  return `${x509.PemConverter.encode(privateKey, 'PRIVATE KEY')}\n${certificate.toString('pem')}\n`
}

async function parse(place: string, pem: string): Promise<SealKey> {
  const blocks = x509.PemConverter.isPem(pem) ? x509.PemConverter.decodeWithHeaders(pem) : []
  const bytesOf = (type: string) => blocks.find(block => block.type === type)?.rawData
  const [privateKey, certificate] = [bytesOf('PRIVATE KEY'), bytesOf('CERTIFICATE')]
  const key = privateKey && certificate && (await importKey(privateKey))
  if (!key) {
    throw new Error(`${place} is damaged: put it back from a backup, or move it away to have a new key made`)
  }
  return {
    certificate: new Uint8Array(certificate),
    sign: async data => new Uint8Array(await subtle.sign(ALGORITHM, key, new Uint8Array(data))),
  }
}

async function importKey(privateKey: ArrayBuffer) {
  try {
    return await subtle.importKey('pkcs8', privateKey, ALGORITHM, false, ['sign'])
  } catch {
    // Whatever is wrong with the bytes: the caller says which file is damaged.
    return null
  }
}
