import { concatBytes, toBase64url } from '../../../shared/sealing/bytes.ts'
import { derFromRawSignature } from '../../../shared/sealing/ecdsa-signature.ts'
import { fingerprintOf, statementDigest } from '../../../shared/sealing/fingerprint.ts'
import type { Manifest } from '../../../shared/sealing/manifest.ts'
import type { SignatureFile, SignatureRecord, Statement } from '../../../shared/sealing/statement.ts'
import { ADA, BEN, cryptoPort, statementOf } from './fixture.ts'

const { subtle } = globalThis.crypto
const utf8 = (text: string) => new TextEncoder().encode(text)
const P256 = { name: 'ECDSA', namedCurve: 'P-256' } as const
const RSA = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  modulusLength: 2048,
  publicExponent: Uint8Array.of(1, 0, 1),
} as const

export const newP256Key = (): Promise<CryptoKeyPair> => subtle.generateKey(P256, false, ['sign', 'verify'])
const newRsaKey = (): Promise<CryptoKeyPair> => subtle.generateKey(RSA, false, ['sign', 'verify'])

export const spkiOf = async (key: CryptoKeyPair) =>
  new Uint8Array(await subtle.exportKey('spki', key.publicKey))
export const signP256 = async (key: CryptoKeyPair, data: Uint8Array) =>
  new Uint8Array(await subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, key.privateKey, new Uint8Array(data)))

const RECEIVED = '2026-11-23T10:20:31.000Z'

export async function signWithDeviceKey(statement: Statement, key?: CryptoKeyPair): Promise<SignatureRecord> {
  const pair = key ?? (await newP256Key())
  const signature = await signP256(pair, await statementDigest(statement, cryptoPort))
  return {
    statement,
    proof: {
      method: 'device-key',
      publicKey: toBase64url(await spkiOf(pair)),
      signature: toBase64url(signature),
    },
    receivedAt: RECEIVED,
  }
}

/** What of an assertion a test can change: it is signed as changed, so that only the check in question can refuse it. */
export interface AssertionOptions {
  readonly algorithm?: -7 | -257
  readonly flags?: number
  readonly rpId?: string
  readonly clientData?: Readonly<Record<string, unknown>>
  readonly challenge?: string
}

export async function signWithPasskey(
  statement: Statement,
  {
    algorithm = -7,
    flags = 0x1d,
    rpId = 'parley.example',
    clientData = {},
    challenge,
  }: AssertionOptions = {},
): Promise<SignatureRecord> {
  const pair = algorithm === -7 ? await newP256Key() : await newRsaKey()
  const clientDataJSON = utf8(
    JSON.stringify({
      type: 'webauthn.get',
      challenge: challenge ?? toBase64url(await statementDigest(statement, cryptoPort)),
      origin: 'https://parley.example:8443',
      crossOrigin: false,
      ...clientData,
    }),
  )
  const authenticatorData = concatBytes(
    await cryptoPort.sha256(rpId),
    Uint8Array.of(flags),
    Uint8Array.of(0, 0, 0, 7),
  )
  const signed = concatBytes(authenticatorData, await cryptoPort.sha256(clientDataJSON))
  const signature =
    algorithm === -7
      ? derFromRawSignature(await signP256(pair, signed))
      : new Uint8Array(await subtle.sign(RSA.name, pair.privateKey, signed as Uint8Array<ArrayBuffer>))
  return {
    statement,
    proof: {
      method: 'passkey',
      publicKey: toBase64url(await spkiOf(pair)),
      algorithm,
      credentialId: toBase64url(utf8('credential')),
      authenticatorData: toBase64url(authenticatorData),
      clientDataJSON: toBase64url(clientDataJSON),
      signature: toBase64url(signature),
    },
    receivedAt: RECEIVED,
  }
}

/** Ada signs with a passkey, Ben with a device key. */
export async function signedByBoth(manifest: Manifest): Promise<SignatureFile> {
  const fingerprint = await fingerprintOf(manifest, cryptoPort)
  return {
    format: 'parley-signatures/1',
    fingerprint,
    signatures: [
      await signWithPasskey(statementOf(manifest, fingerprint, ADA)),
      await signWithDeviceKey(statementOf(manifest, fingerprint, BEN)),
    ],
  }
}
