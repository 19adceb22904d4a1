import {
  browserSupportsWebAuthn,
  type PublicKeyCredentialCreationOptionsJSON,
  startRegistration,
} from '@simplewebauthn/browser'
import type { PasskeyView } from '../../shared/protocol/api.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { fromBase64url, toBase64url } from '../../shared/sealing/bytes.ts'
import type { SignatureProof } from '../../shared/sealing/statement.ts'
import type { ApiClient } from '../api/api-client.ts'
import type { ApiError } from '../api/api-error.ts'

/**
 * Why there is no passkey or no signature by one. `cancelled`: the person closed the browser's question or let it time out; the
 * browser does not say which, nor whether it knew a passkey at all. `not-possible`: this browser or device cannot.
 */
export type PasskeyRefusal =
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'not-possible' }
  | { readonly kind: 'exists' }
  | { readonly kind: 'server'; readonly error: ApiError }

const PATIENCE_MS = 5 * 60 * 1000

/** Passkeys belong to a host name: a page that was opened by a number has none, even where the connection is secure. */
export const passkeysArePossible = (hostname: string = window.location.hostname): boolean =>
  browserSupportsWebAuthn() && !/^[\d.]+$|:/.test(hostname)

const refusalOf = (error: unknown): PasskeyRefusal => {
  const name = error instanceof Error ? error.name : ''
  if (name === 'InvalidStateError') return { kind: 'exists' }
  return name === 'NotAllowedError' || name === 'AbortError'
    ? { kind: 'cancelled' }
    : { kind: 'not-possible' }
}

/** Makes a passkey for signing, with the browser's own questions, and registers it with the server. */
export async function makePasskey(api: ApiClient): Promise<Result<PasskeyView, PasskeyRefusal>> {
  const options = await api.passkeyOptions()
  if (!options.ok) return err({ kind: 'server', error: options.error })
  try {
    // The server makes them for exactly this call; the library and the browser refuse what they cannot read.
    const optionsJSON = options.value as unknown as PublicKeyCredentialCreationOptionsJSON
    const registration = await startRegistration({ optionsJSON })
    const added = await api.addPasskey(registration)
    return added.ok ? added : err({ kind: 'server', error: added.error })
  } catch (error) {
    return err(refusalOf(error))
  }
}

const bytesOf = (text: string) => new Uint8Array(fromBase64url(text) ?? [])
const text = (bytes: ArrayBuffer) => toBase64url(new Uint8Array(bytes))

/** Signs a digest with one of the person's passkeys; the authenticator asks the person to unlock it. */
export async function signWithPasskey(
  digest: Uint8Array,
  passkeys: readonly PasskeyView[],
): Promise<Result<Extract<SignatureProof, { method: 'passkey' }>, PasskeyRefusal>> {
  try {
    const credential = await navigator.credentials.get({
      publicKey: {
        challenge: new Uint8Array(digest),
        rpId: window.location.hostname,
        allowCredentials: passkeys.map(({ credentialId }) => ({
          type: 'public-key',
          id: bytesOf(credentialId),
        })),
        userVerification: 'required',
        timeout: PATIENCE_MS,
      },
    })
    if (!(credential instanceof PublicKeyCredential)) return err({ kind: 'cancelled' })
    const { response } = credential
    const used = passkeys.find(({ credentialId }) => credentialId === text(credential.rawId))
    if (!(response instanceof AuthenticatorAssertionResponse) || !used) return err({ kind: 'not-possible' })
    return ok({
      method: 'passkey',
      publicKey: used.publicKey,
      algorithm: used.algorithm,
      credentialId: used.credentialId,
      authenticatorData: text(response.authenticatorData),
      clientDataJSON: text(response.clientDataJSON),
      signature: text(response.signature),
    })
  } catch (error) {
    return err(refusalOf(error))
  }
}
