import type { DocumentJson } from '../../shared/document/document-json.ts'
import type { VerificationReport } from '../../shared/sealing/verification-report.ts'

/** A text as it was taken out of the files, for reading. */
export interface SignedText {
  readonly title: string
  readonly body: DocumentJson
}

/**
 * Where the page stands. `failed`: the check itself could not be made, which says nothing about the file.
 * - `choosing`: nothing chosen; `half` names the one JSON file that waits for the other.
 */
export type VerifyState =
  | { readonly kind: 'choosing'; readonly half: File | null }
  | { readonly kind: 'checking'; readonly names: readonly string[] }
  | {
      readonly kind: 'failed'
      readonly names: readonly string[]
      readonly reason: 'unreadable' | 'not-loaded' | 'insecure'
    }
  | {
      readonly kind: 'checked'
      readonly names: readonly string[]
      readonly report: VerificationReport
      readonly text: SignedText | null
    }

export type Verdict = VerificationReport['verdict']

export const VERDICT_WORDS: Readonly<Record<Verdict, { readonly title: string; readonly text: string }>> = {
  valid: { title: 'Valid', text: 'Everyone who was to sign has signed, and nothing was changed since.' },
  incomplete: {
    title: 'Not signed by all yet',
    text: 'What is there is in order, but signatures are missing.',
  },
  invalid: {
    title: 'Not valid',
    text: 'Do not rely on this file. What is wrong with it stands below; ask whoever sent it for another copy.',
  },
}

export const FAILURE_WORDS: Readonly<Record<Extract<VerifyState, { kind: 'failed' }>['reason'], string>> = {
  unreadable:
    'The browser could not read what you chose. Perhaps it was moved or is open elsewhere: choose it again.',
  'not-loaded':
    'The part of Parley that checks files could not be loaded, because it was never opened on this device and there is no network. Go online once and try again. Your file was not sent anywhere.',
  insecure:
    'This page was opened without a secure connection, where browsers refuse to check signatures. Open it at its address with https.',
}

const isPdf = (file: File) => file.type === 'application/pdf' || /\.pdf$/i.test(file.name)

/**
 * What to check, of the files that were chosen and the one that already waits: a PDF alone, or two JSON files. A single JSON
 * file waits for the other; of more files than that, the first PDF or the first two count.
 */
export function chosenFiles(
  chosen: readonly File[],
  waiting: File | null,
):
  | { readonly kind: 'check'; readonly files: readonly File[] }
  | { readonly kind: 'wait'; readonly half: File }
  | null {
  const pdf = chosen.find(isPdf)
  if (pdf) return { kind: 'check', files: [pdf] }
  const all = waiting ? [waiting, ...chosen] : [...chosen]
  const [first, second] = all
  if (first && second) return { kind: 'check', files: [first, second] }
  if (!first) return null
  return /json/i.test(`${first.type} ${first.name}`)
    ? { kind: 'wait', half: first }
    : { kind: 'check', files: [first] }
}
