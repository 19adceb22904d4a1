import { concatBytes, equalBytes, fromBase64url, toBase64url } from './bytes.ts'
import type { CryptoPort } from './crypto-port.ts'
import { rawFromDerSignature } from './ecdsa-signature.ts'
import type { SignatureProof } from './statement.ts'
import { decodeJson } from './utf8.ts'

/** What a passkey's proof shows beyond that the key signed: the site's host, and whether the key may be on several devices. */
export interface PasskeyFacts {
  readonly host: string
  readonly synced: boolean
}

/** Why a passkey's proof does not hold. */
export type PasskeyProblem =
  | 'malformed-proof'
  | 'not-an-assertion'
  | 'wrong-challenge'
  | 'wrong-site'
  | 'no-user-verification'
  | 'bad-signature'

/** Bits of the authenticator data's flags (WebAuthn, section 6.1). */
const FLAG = { userPresent: 0x01, userVerified: 0x04, backedUp: 0x10 } as const
const RP_ID_HASH_BYTES = 32
const SHORTEST_AUTHENTICATOR_DATA = 37

/** The host of an origin that passkeys exist for: https, or plain http on localhost. */
const hostOf = (origin: unknown): string | null => {
  const match = typeof origin === 'string' ? /^(https?):\/\/([a-z0-9.-]+)(?::\d{1,5})?$/.exec(origin) : null
  const [, scheme, host] = match ?? []
  if (host === undefined) return null
  return scheme === 'https' || host === 'localhost' || host.endsWith('.localhost') ? host : null
}

interface ClientData {
  readonly type?: unknown
  readonly challenge?: unknown
  readonly origin?: unknown
  readonly crossOrigin?: unknown
}

const parseClientData = (bytes: Uint8Array): ClientData | null => {
  const read = decodeJson(bytes)
  return read.ok && typeof read.value.json === 'object' ? read.value.json : null
}

/**
 * Checks an assertion as WebAuthn section 7.2 asks, as far as it can be done from the proof alone: it is an assertion over this
 * challenge, made on the top page of the site that the key belongs to, with the user present and verified, and the key signed it.
 */
export async function verifyPasskey(
  proof: Extract<SignatureProof, { method: 'passkey' }>,
  challenge: Uint8Array,
  crypto: CryptoPort,
): Promise<PasskeyFacts | PasskeyProblem> {
  const publicKey = fromBase64url(proof.publicKey)
  const authenticatorData = fromBase64url(proof.authenticatorData)
  const clientDataBytes = fromBase64url(proof.clientDataJSON)
  const encodedSignature = fromBase64url(proof.signature)
  const clientData = clientDataBytes && parseClientData(clientDataBytes)
  if (!publicKey || !authenticatorData || !clientDataBytes || !encodedSignature || !clientData)
    return 'malformed-proof'
  if (fromBase64url(proof.credentialId) === null || authenticatorData.length < SHORTEST_AUTHENTICATOR_DATA)
    return 'malformed-proof'

  if (clientData.type !== 'webauthn.get') return 'not-an-assertion'
  if (clientData.challenge !== toBase64url(challenge)) return 'wrong-challenge'
  const host = hostOf(clientData.origin)
  if (host === null || clientData.crossOrigin === true) return 'wrong-site'
  if (!equalBytes(authenticatorData.subarray(0, RP_ID_HASH_BYTES), await crypto.sha256(host)))
    return 'wrong-site'
  const flags = authenticatorData[RP_ID_HASH_BYTES] ?? 0
  if (!(flags & FLAG.userPresent) || !(flags & FLAG.userVerified)) return 'no-user-verification'

  const algorithm = proof.algorithm === -7 ? 'ES256' : 'RS256'
  const signature = algorithm === 'ES256' ? rawFromDerSignature(encodedSignature) : encodedSignature
  const signed = concatBytes(authenticatorData, await crypto.sha256(clientDataBytes))
  if (!signature || !(await crypto.verify(algorithm, publicKey, signature, signed))) return 'bad-signature'
  return { host, synced: (flags & FLAG.backedUp) !== 0 }
}
