import type { WaiverReport } from './waiver-report.ts'

/** One thing that was looked at. An advisory check that fails is a warning: it does not change the verdict. */
export interface Check {
  /** Stable and given once in a report, for tests and integrators: `manifest`, `fingerprint`, `signature:<memberId>`, `pdf-seal`, ... */
  readonly id: string
  readonly ok: boolean
  readonly advisory: boolean
  /** What was found, in plain words. */
  readonly text: string
}

/** One named signatory: whether the signature is there and holds, and what it says. Times are ISO 8601 UTC. */
export interface SignatoryReport {
  readonly memberId: string
  readonly name: string
  readonly email: string
  readonly partyName: string
  readonly capacity: string
  readonly state: 'signed' | 'awaited' | 'invalid'
  /** Null while awaited. */
  readonly signature: {
    readonly method: 'passkey' | 'device-key'
    readonly intent: string
    /** The clock of the signatory's device, as signed. */
    readonly signedAt: string
    /** The server's clock, not signed by the signatory. */
    readonly receivedAt: string
    readonly keyFingerprint: string | null
    /** For a passkey that holds: the site on which it was used. */
    readonly host: string | null
  } | null
}

/** The sealed version that was looked at. */
export interface SealedVersion {
  readonly agreementId: string
  readonly title: string
  readonly version: number
  readonly sealedAt: string
  readonly sealedBy: string
  readonly fingerprint: string
  readonly previousFingerprint: string | null
  /** What was let stand when it was sealed, and why. */
  readonly waivers: readonly WaiverReport[]
}

/**
 * What a verification found. `valid`: every check that counts holds and everyone has signed. `incomplete`: what is there holds,
 * but signatures are missing. `invalid`: something is wrong, or cannot be read. `agreement` is there when a manifest could be
 * read at all, also in an invalid report; `sealKey` is the SHA-256 of the certificate that closed the PDF.
 */
export interface VerificationReport {
  readonly verdict: 'valid' | 'incomplete' | 'invalid'
  readonly checks: readonly Check[]
  readonly signatories: readonly SignatoryReport[]
  readonly proves: readonly string[]
  readonly doesNotProve: readonly string[]
  readonly agreement?: SealedVersion
  readonly sealKey?: string
}

/** A check that counts. */
export const check = (id: string, ok: boolean, text: string): Check => ({ id, ok, advisory: false, text })

/** A check whose failure is a warning. */
export const warning = (id: string, ok: boolean, text: string): Check => ({ id, ok, advisory: true, text })

/** The check that alone turns a report incomplete instead of invalid. */
export const EVERYONE_SIGNED = 'everyone-signed'

/** The verdict that follows from the checks. */
export function verdictOf(checks: readonly Check[]): VerificationReport['verdict'] {
  const failed = checks.filter(({ ok, advisory }) => !ok && !advisory)
  if (failed.length === 0) return 'valid'
  return failed.every(({ id }) => id === EVERYONE_SIGNED) ? 'incomplete' : 'invalid'
}

/** A report on something that could not be read far enough to say more. */
export const unreadableReport = (checks: readonly Check[]): VerificationReport => ({
  verdict: 'invalid',
  checks,
  signatories: [],
  proves: [],
  doesNotProve: [],
})
