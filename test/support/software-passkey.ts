import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { toBase64url } from '../../shared/sealing/bytes.ts'
import { statementDigest } from '../../shared/sealing/fingerprint.ts'
import type { SignatureProof, Statement } from '../../shared/sealing/statement.ts'
import { createWebCryptoPort } from '../../shared/sealing/web-crypto-port.ts'

const sha256 = (data: Uint8Array | string) => createHash('sha256').update(data).digest()
const crypto = createWebCryptoPort(globalThis.crypto.subtle)

/** Bits of the authenticator data's flags (WebAuthn, section 6.1). */
const FLAG = { present: 0x01, verified: 0x04, hasKey: 0x40 }

// CBOR (RFC 8949), as far as a registration needs it.
const head = (major: number, length: number) =>
  length < 24
    ? Buffer.of((major << 5) | length)
    : length < 256
      ? Buffer.of((major << 5) | 24, length)
      : Buffer.of((major << 5) | 25, length >> 8, length & 255)
const int = (value: number) => (value >= 0 ? head(0, value) : head(1, -1 - value))
const bytes = (value: Uint8Array) => Buffer.concat([head(2, value.length), value])
const text = (value: string) => Buffer.concat([head(3, value.length), Buffer.from(value)])
const map = (...pairs: readonly (readonly [Buffer, Buffer])[]) =>
  Buffer.concat([head(5, pairs.length), ...pairs.flat()])

/** A P-256 passkey in software, for tests that have no browser. */
export function createSoftwarePasskey() {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const credentialId = randomBytes(16)
  const jwk = publicKey.export({ format: 'jwk' })
  const coordinate = (value: string | undefined) => Buffer.from(value ?? '', 'base64url')

  const authenticatorData = (origin: string, flags: number, rest = Buffer.alloc(0)) =>
    Buffer.concat([sha256(new URL(origin).hostname), Buffer.of(flags, 0, 0, 0, 0), rest])

  const clientData = (type: string, challenge: string, origin: string) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))

  return {
    credentialId: toBase64url(credentialId),

    /** What a browser answers to registration options. */
    register(
      options: { readonly challenge: string },
      origin: string,
      flags = FLAG.present | FLAG.verified,
    ): object {
      const coseKey = map(
        [int(1), int(2)],
        [int(3), int(-7)],
        [int(-1), int(1)],
        [int(-2), bytes(coordinate(jwk.x))],
        [int(-3), bytes(coordinate(jwk.y))],
      )
      const credential = Buffer.concat([
        Buffer.alloc(16),
        Buffer.of(0, credentialId.length),
        credentialId,
        coseKey,
      ])
      const attestation = map(
        [text('fmt'), text('none')],
        [text('attStmt'), map()],
        [text('authData'), bytes(authenticatorData(origin, flags | FLAG.hasKey, credential))],
      )
      return {
        id: toBase64url(credentialId),
        rawId: toBase64url(credentialId),
        type: 'public-key',
        clientExtensionResults: {},
        response: {
          clientDataJSON: toBase64url(clientData('webauthn.create', options.challenge, origin)),
          attestationObject: toBase64url(attestation),
        },
      }
    },

    /** The proof of a statement, made on a page of `origin`. */
    async prove(statement: Statement, origin: string): Promise<SignatureProof> {
      const challenge = toBase64url(await statementDigest(statement, crypto))
      const clientDataJSON = clientData('webauthn.get', challenge, origin)
      const data = authenticatorData(origin, FLAG.present | FLAG.verified)
      const signature = sign('sha256', Buffer.concat([data, sha256(clientDataJSON)]), privateKey)
      return {
        method: 'passkey',
        publicKey: toBase64url(new Uint8Array(publicKey.export({ type: 'spki', format: 'der' }))),
        algorithm: -7,
        credentialId: toBase64url(credentialId),
        authenticatorData: toBase64url(data),
        clientDataJSON: toBase64url(clientDataJSON),
        signature: toBase64url(signature),
      }
    },
  }
}
