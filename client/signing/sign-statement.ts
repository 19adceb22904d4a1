import type { PasskeyView, SignRequest } from '../../shared/protocol/api.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { toBase64url } from '../../shared/sealing/bytes.ts'
import type { CryptoPort } from '../../shared/sealing/crypto-port.ts'
import { statementDigest } from '../../shared/sealing/fingerprint.ts'
import { intentSentence } from '../../shared/sealing/intent.ts'
import type { Manifest, Signatory } from '../../shared/sealing/manifest.ts'
import type { Statement } from '../../shared/sealing/statement.ts'
import type { ApiClient } from '../api/api-client.ts'
import { deviceKey, type NoDeviceKey, publicKeyOf, signWithDeviceKey } from './device-key.ts'
import { makePasskey, type PasskeyRefusal, signWithPasskey } from './passkey.ts'

/** A version that this device has checked (`checkVersion` said `same`) and one of its signatories. */
export interface Signing {
  readonly manifest: Manifest
  readonly fingerprint: string
  readonly signatory: Signatory
}

/** The sentence that the signatory agrees to. */
export const intentOf = ({ manifest, signatory }: Pick<Signing, 'manifest' | 'signatory'>): string =>
  intentSentence({
    title: manifest.title,
    version: manifest.version,
    partyName: signatory.partyName,
    capacity: signatory.capacity,
  })

/** The statement that is signed. `time` is ISO 8601 UTC, `nonce` at least 16 random bytes. */
export function buildStatement(signing: Signing, time: string, nonce: Uint8Array): Statement {
  const { manifest, fingerprint, signatory } = signing
  return {
    type: 'parley-signature/1',
    fingerprint,
    agreementId: manifest.agreementId,
    version: manifest.version,
    signatory: { memberId: signatory.memberId, name: signatory.name, email: signatory.email },
    party: { id: signatory.partyId, name: signatory.partyName },
    capacity: signatory.capacity,
    intent: intentOf(signing),
    time,
    nonce: toBase64url(nonce),
  }
}

const NONCE_BYTES = 16

const newStatement = (signing: Signing) =>
  buildStatement(signing, new Date().toISOString(), crypto.getRandomValues(new Uint8Array(NONCE_BYTES)))

/** Signs with the key that this browser keeps for this user. */
export async function signByDeviceKey(
  signing: Signing,
  userId: string,
  port: CryptoPort,
): Promise<Result<SignRequest, NoDeviceKey>> {
  const key = await deviceKey(userId)
  if (!key.ok) return key
  const statement = newStatement(signing)
  const signature = await signWithDeviceKey(key.value, await statementDigest(statement, port))
  return ok({
    statement,
    proof: {
      method: 'device-key',
      publicKey: toBase64url(await publicKeyOf(key.value)),
      signature: toBase64url(signature),
    },
  })
}

const knownPasskeys = async (api: ApiClient): Promise<Result<readonly PasskeyView[], PasskeyRefusal>> => {
  const known = await api.passkeys()
  return known.ok ? known : err({ kind: 'server', error: known.error })
}

/**
 * Signs with a passkey. A person without one for signing makes it first; `another` makes one more, for a device that knows none
 * of those that there are.
 */
export async function signByPasskey(
  signing: Signing,
  api: ApiClient,
  port: CryptoPort,
  another = false,
): Promise<Result<SignRequest, PasskeyRefusal>> {
  const known = await knownPasskeys(api)
  if (!known.ok) return known
  let passkeys = known.value
  if (another || passkeys.length === 0) {
    const made = await makePasskey(api)
    if (!made.ok) return made
    passkeys = [made.value]
  }
  const statement = newStatement(signing)
  const proof = await signWithPasskey(await statementDigest(statement, port), passkeys)
  return proof.ok ? ok({ statement, proof: proof.value }) : proof
}
