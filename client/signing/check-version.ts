import type { DocumentJson } from '../../shared/document/document-json.ts'
import { canonicalJson, tryCanonicalJson } from '../../shared/sealing/canonical-json.ts'
import type { CryptoPort } from '../../shared/sealing/crypto-port.ts'
import { fingerprintOf } from '../../shared/sealing/fingerprint.ts'
import type { Manifest } from '../../shared/sealing/manifest.ts'
import { parseManifest } from '../../shared/sealing/parse-manifest.ts'
import { extractTerms } from '../../shared/terms/extract-terms.ts'
import { firstDifference } from './first-difference.ts'
import { notShown } from './not-shown.ts'

/** A sealed version as the server sent it, and which one was asked for. */
export interface AskedVersion {
  readonly agreementId: string
  readonly number: number
  readonly fingerprint: string
  readonly manifest: unknown
}

/** Title and text as this device's own copy has them at the sealed state. */
export interface OwnCopy {
  readonly title: string
  readonly body: DocumentJson
}

/**
 * What this device found before it lets anyone sign. `same` is the only answer under which signing is possible.
 * - `malformed`, `other-version`, `wrong-fingerprint`, `wrong-terms`: the server's answer contradicts itself.
 * - `cannot-show`: the text holds something that this client would not show, so what is seen is not all that is signed.
 * - `copy-lacks-part`: this device has not received all changes that were sealed.
 * - `copy-differs`: it has, and they give another text; `place` is the clause where the texts part.
 */
export type VersionCheck =
  | { readonly kind: 'same'; readonly manifest: Manifest; readonly fingerprint: string }
  | { readonly kind: 'malformed'; readonly reason: string }
  | { readonly kind: 'other-version' }
  | { readonly kind: 'wrong-fingerprint'; readonly computed: string }
  | { readonly kind: 'wrong-terms' }
  | { readonly kind: 'cannot-show'; readonly what: readonly string[] }
  | { readonly kind: 'copy-lacks-part' }
  | { readonly kind: 'copy-differs'; readonly place: string }

const sameJson = (a: unknown, b: unknown): boolean => {
  const [one, other] = [tryCanonicalJson(a), tryCanonicalJson(b)]
  return one.ok && other.ok && one.value === other.value
}

/**
 * What you see is what you sign: recomputes the fingerprint, reads the terms out of the text again, and compares the sealed text
 * with this device's own copy of it, so that no server can put another text before a signatory. `own` is null when the copy
 * lacks part of the sealed state.
 */
export async function checkVersion(
  asked: AskedVersion,
  own: OwnCopy | null,
  crypto: CryptoPort,
): Promise<VersionCheck> {
  const parsed = parseManifest(asked.manifest)
  if (!parsed.ok) return { kind: 'malformed', reason: parsed.error.reason }
  const manifest = parsed.value
  if (manifest.agreementId !== asked.agreementId || manifest.version !== asked.number)
    return { kind: 'other-version' }
  const fingerprint = await fingerprintOf(manifest, crypto)
  if (fingerprint !== asked.fingerprint) return { kind: 'wrong-fingerprint', computed: fingerprint }
  const what = notShown(manifest.body)
  if (what.length > 0) return { kind: 'cannot-show', what }
  if (canonicalJson(extractTerms(manifest.body, manifest.title)) !== canonicalJson(manifest.terms))
    return { kind: 'wrong-terms' }
  if (own === null) return { kind: 'copy-lacks-part' }
  if (own.title !== manifest.title) return { kind: 'copy-differs', place: 'the title' }
  return sameJson(own.body, manifest.body)
    ? { kind: 'same', manifest, fingerprint }
    : { kind: 'copy-differs', place: firstDifference(own.body, manifest.body) }
}
