import { err, ok, type Result } from '../result.ts'
import { fromBase64url, toHex } from './bytes.ts'
import type { CryptoPort } from './crypto-port.ts'
import { fingerprintOf, statementDigest } from './fingerprint.ts'
import type { Manifest, Signatory } from './manifest.ts'
import type { SignatureProof, SignatureRecord, Statement } from './statement.ts'
import { type PasskeyProblem, verifyPasskey } from './verify-passkey.ts'

/** A signature that holds. `keyFingerprint` is the SHA-256 of the public key (SPKI) in lower-case hex. */
export interface VerifiedSignature {
  readonly signatory: Signatory
  readonly method: SignatureProof['method']
  readonly keyFingerprint: string
  /** For a passkey: the host of the site on which it was used, and whether it may exist on several devices. */
  readonly passkey: { readonly host: string; readonly synced: boolean } | null
}

/** Why a signature does not hold. The first four are about the statement, the others about the proof. */
export interface SignatureProblem {
  readonly kind:
    | 'wrong-fingerprint'
    | 'wrong-version'
    | 'not-a-signatory'
    | 'wrong-party-or-capacity'
    | PasskeyProblem
}

/** The signatory whom the statement is for, if it states exactly what the manifest says of that person. */
const matchStatement = (
  statement: Statement,
  manifest: Manifest,
  fingerprint: string,
): Result<Signatory, SignatureProblem> => {
  if (statement.fingerprint !== fingerprint) return err({ kind: 'wrong-fingerprint' })
  if (statement.agreementId !== manifest.agreementId || statement.version !== manifest.version)
    return err({ kind: 'wrong-version' })
  const { memberId, name, email } = statement.signatory
  const signatory = manifest.signatories.find(
    named => named.memberId === memberId && named.name === name && named.email === email,
  )
  if (!signatory) return err({ kind: 'not-a-signatory' })
  return signatory.partyId === statement.party.id &&
    signatory.partyName === statement.party.name &&
    signatory.capacity === statement.capacity
    ? ok(signatory)
    : err({ kind: 'wrong-party-or-capacity' })
}

const verifyDeviceKey = async (
  proof: Extract<SignatureProof, { method: 'device-key' }>,
  digest: Uint8Array,
  crypto: CryptoPort,
): Promise<SignatureProblem['kind'] | null> => {
  const publicKey = fromBase64url(proof.publicKey)
  const signature = fromBase64url(proof.signature)
  if (!publicKey || !signature) return 'malformed-proof'
  return (await crypto.verify('ES256', publicKey, signature, digest)) ? null : 'bad-signature'
}

/** As `verifySignatureRecord`, for a manifest whose fingerprint is already computed. */
export async function verifySignature(
  { statement, proof }: SignatureRecord,
  sealed: { readonly manifest: Manifest; readonly fingerprint: string },
  crypto: CryptoPort,
): Promise<Result<VerifiedSignature, SignatureProblem>> {
  const matched = matchStatement(statement, sealed.manifest, sealed.fingerprint)
  if (!matched.ok) return matched
  const digest = await statementDigest(statement, crypto)
  const keyFingerprint = toHex(await crypto.sha256(fromBase64url(proof.publicKey) ?? new Uint8Array()))
  const signed = { signatory: matched.value, method: proof.method, keyFingerprint }
  if (proof.method === 'device-key') {
    const problem = await verifyDeviceKey(proof, digest, crypto)
    return problem ? err({ kind: problem }) : ok({ ...signed, passkey: null })
  }
  const facts = await verifyPasskey(proof, digest, crypto)
  return typeof facts === 'string' ? err({ kind: facts }) : ok({ ...signed, passkey: facts })
}

/**
 * Whether one signature binds its signatory to this manifest: the statement names this fingerprint, agreement, version and one
 * of its signatories with the same party and capacity, and the device's proof is over exactly this statement. The record must
 * be well-formed (`signSchema`); `receivedAt` is not looked at, as nobody signs it.
 */
export const verifySignatureRecord = async (
  record: SignatureRecord,
  manifest: Manifest,
  crypto: CryptoPort,
): Promise<Result<VerifiedSignature, SignatureProblem>> =>
  verifySignature(record, { manifest, fingerprint: await fingerprintOf(manifest, crypto) }, crypto)
