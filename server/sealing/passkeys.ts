import { createHmac, createPublicKey, type JsonWebKey, randomBytes, timingSafeEqual } from 'node:crypto'
import type { PublicKeyCredentialCreationOptionsJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import { err, ok, type Result } from '../../shared/result.ts'
import { toBase64url } from '../../shared/sealing/bytes.ts'
import type { Person } from '../accounts.ts'
import type { Refusal } from '../refusal.ts'
import type { AgreementStore, Passkey } from '../store/agreement-store.ts'

const ALGORITHMS = [-7, -257]
const CHALLENGE_MS = 10 * 60 * 1000

export interface PasskeysDeps {
  readonly agreements: AgreementStore
  /** The server's own; nobody else can make a challenge. */
  readonly secret: string
  readonly now: () => number
}

/** Loaded when the first passkey is made: it would be a tenth of each start of the server. */
const webauthn = () => import('@simplewebauthn/server')
const webauthnHelpers = () => import('@simplewebauthn/server/helpers')

/** Registers the passkeys that people sign with. `origin` is this site's; a passkey belongs to its host. */
export interface Passkeys {
  options(person: Person, origin: string): Promise<PublicKeyCredentialCreationOptionsJSON>
  register(
    person: Person,
    origin: string,
    response: RegistrationResponseJSON,
  ): Promise<Result<Passkey, Refusal>>
}

export function createPasskeys(deps: PasskeysDeps): Passkeys {
  /** Names person and time, so that it need not be kept until the answer comes, which may reach another server. */
  const challengeFor = (person: Person, madeAt: number, random: Buffer) => {
    const head = Buffer.concat([random, Buffer.from(madeAt.toString(36).padStart(10, '0'))])
    const seal = createHmac('sha256', deps.secret).update('passkey:').update(person.id).update(head).digest()
    return Buffer.concat([head, seal])
  }

  const isOurs = (person: Person, challenge: string) => {
    const bytes = Buffer.from(challenge, 'base64url')
    const madeAt = Number.parseInt(bytes.subarray(16, 26).toString('latin1'), 36)
    const age = deps.now() - madeAt
    if (!(age >= 0 && age <= CHALLENGE_MS)) return false
    const expected = challengeFor(person, madeAt, bytes.subarray(0, 16))
    return bytes.length === expected.length && timingSafeEqual(bytes, expected)
  }

  return {
    async options(person, origin) {
      const known = await deps.agreements.passkeys(person.id)
      const { generateRegistrationOptions } = await webauthn()
      return generateRegistrationOptions({
        rpName: 'Parley',
        rpID: new URL(origin).hostname,
        userID: new TextEncoder().encode(person.id),
        userName: person.email,
        userDisplayName: person.name,
        challenge: new Uint8Array(challengeFor(person, deps.now(), randomBytes(16))),
        excludeCredentials: known.map(({ credentialId }) => ({ id: credentialId })),
        authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
        supportedAlgorithmIDs: ALGORITHMS,
        timeout: CHALLENGE_MS,
      })
    },

    async register(person, origin, response) {
      const { verifyRegistrationResponse } = await webauthn()
      const verified = await verifyRegistrationResponse({
        response,
        expectedChallenge: challenge => isOurs(person, challenge),
        expectedOrigin: origin,
        expectedRPID: new URL(origin).hostname,
        requireUserVerification: true,
        supportedAlgorithmIDs: ALGORITHMS,
      }).catch(() => null) // It throws on whatever does not hold, and the response comes from outside.
      const key = verified?.verified ? await spkiOf(verified.registrationInfo.credential.publicKey) : null
      if (!verified?.verified || !key)
        return err({
          kind: 'invalid-signature',
          message: 'This passkey could not be registered. Try again, or use another one.',
        })
      const passkey: Passkey = {
        credentialId: verified.registrationInfo.credential.id,
        userId: person.id,
        publicKey: toBase64url(key.spki),
        algorithm: key.algorithm,
        counter: verified.registrationInfo.credential.counter,
        createdAt: new Date(deps.now()).toISOString(),
      }
      return (await deps.agreements.addPasskey(passkey)) ? ok(passkey) : err({ kind: 'conflict' })
    },
  }
}

/** A COSE key (RFC 9052) as SPKI; null for kinds that statements are not signed with. */
async function spkiOf(
  coseKey: Uint8Array,
): Promise<{ readonly spki: Uint8Array; readonly algorithm: Passkey['algorithm'] } | null> {
  const { cose, decodeCredentialPublicKey } = await webauthnHelpers()
  const key = decodeCredentialPublicKey(new Uint8Array(coseKey))
  const text = (bytes: Uint8Array | undefined) => (bytes ? toBase64url(bytes) : '')
  const jwk: JsonWebKey | null = cose.isCOSEPublicKeyEC2(key)
    ? { kty: 'EC', crv: 'P-256', x: text(key.get(cose.COSEKEYS.x)), y: text(key.get(cose.COSEKEYS.y)) }
    : cose.isCOSEPublicKeyRSA(key)
      ? { kty: 'RSA', n: text(key.get(cose.COSEKEYS.n)), e: text(key.get(cose.COSEKEYS.e)) }
      : null
  if (!jwk) return null
  try {
    const spki = createPublicKey({ key: jwk, format: 'jwk' }).export({ type: 'spki', format: 'der' })
    return { spki: new Uint8Array(spki), algorithm: jwk.kty === 'EC' ? -7 : -257 }
  } catch {
    // Nothing attests the key: it may be a point that is not on the curve.
    return null
  }
}
