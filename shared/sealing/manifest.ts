import type { DocumentJson } from '../document/document-json.ts'
import type { Terms } from '../terms/terms.ts'

/** Who is to sign, for which party and in what capacity ("Managing director"). */
export interface Signatory {
  readonly memberId: string
  readonly name: string
  readonly email: string
  readonly partyId: string
  readonly partyName: string
  readonly capacity: string
}

/**
 * An error of readiness that was let stand when the text was sealed. `problem` and `place` say which and where (a block's id, null for
 * the agreement as a whole), `message` what was wrong, in the words that were shown.
 */
export interface Waiver {
  readonly problem: string
  readonly place: string | null
  readonly message: string
  readonly reason: string
  readonly waivedBy: { readonly memberId: string; readonly name: string; readonly email: string }
}

/**
 * What is sealed and signed, complete in itself: the text, its terms and who is to sign.
 * Plain JSON only (strings, integers, arrays, objects, null): it must be byte-stable under RFC 8785.
 */
export interface Manifest {
  readonly format: 'parley-manifest/1'
  readonly agreementId: string
  readonly title: string
  /** 1 for the first sealed version, also when that version is refused; every seal takes the next number. */
  readonly version: number
  /** Fingerprint of the last version that was signed by all, which this one amends; null when there is none. */
  readonly previousFingerprint: string | null
  readonly body: DocumentJson
  readonly terms: Terms
  readonly signatories: readonly Signatory[]
  /** Every error of readiness that the text had when it was sealed, each with its reason; empty when it had none. */
  readonly waivers: readonly Waiver[]
  /** How many points of merge review nobody had settled when it was sealed. */
  readonly unreviewed: number
  /** The record of changes up to the seal: number of updates and head of their hash chain (lower-case hex). */
  readonly record: { readonly updates: number; readonly head: string }
  /** ISO 8601 UTC with milliseconds, the server's clock. */
  readonly sealedAt: string
  readonly sealedBy: { readonly memberId: string; readonly name: string; readonly email: string }
}
