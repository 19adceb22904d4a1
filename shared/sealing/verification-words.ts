import type { SignatoryReport } from './verification-report.ts'
import type { SignatureProblem } from './verify-signature-record.ts'

/** Why a signature does not hold, for readers who know neither cryptography nor the format. */
export const PROBLEM_WORDS: Readonly<Record<SignatureProblem['kind'], string>> = {
  'wrong-fingerprint': 'it was made for another text',
  'wrong-version': 'it was made for another agreement or version',
  'not-a-signatory': 'it is by somebody whom the agreement does not name as a signatory',
  'wrong-party-or-capacity': 'it names another party or capacity than the agreement does',
  'malformed-proof': 'its proof cannot be read',
  'not-an-assertion': 'its passkey proof was made for another purpose than signing',
  'wrong-challenge': 'its passkey signed something else than this statement',
  'wrong-site': 'its passkey was used on another site than the one it belongs to',
  'no-user-verification': 'the passkey did not make sure that its holder was there',
  'bad-signature': 'the signature does not fit what it claims to sign',
}

/** Names in a row: `Ada, Ben and Chris`. */
export const inWords = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`

/** What the words depend on: who has signed, and by which method. */
interface SignedBy {
  readonly state: SignatoryReport['state']
  readonly signature: { readonly method: 'passkey' | 'device-key' } | null
}

const usedA = (signatories: readonly SignedBy[], method: 'passkey' | 'device-key') =>
  signatories.some(({ state, signature }) => state === 'signed' && signature?.method === method)

/** What the signatures prove when all checks hold; nothing as long as nobody has signed. */
export function provenBy(signatories: readonly SignatoryReport[], fromPdf: boolean): readonly string[] {
  const signed = signatories.filter(({ state }) => state === 'signed')
  if (signed.length === 0) return []
  return [
    'The text, its terms and the list of signatories are, character for character, those that were sealed and signed.',
    `The keys of ${inWords(signed.map(({ name, partyName }) => `${name} (for ${partyName})`))} signed this version, each with the sentence of consent shown here.`,
    ...(usedA(signed, 'passkey')
      ? ['Where a passkey was used, its holder unlocked it for this signature by fingerprint, face or PIN.']
      : []),
    ...(fromPdf
      ? ['Nothing in the PDF file has changed since it was closed with the seal key shown here.']
      : []),
  ]
}

/** What the file alone cannot prove, whatever the verdict. */
export function notProvenBy(signatories: readonly SignedBy[], fromPdf: boolean): readonly string[] {
  return [
    'Who a person is. Names and e-mail addresses are those of the accounts on the server where the agreement was written.',
    'That a person was entitled to sign for a party.',
    'A qualified electronic signature under the eIDAS regulation. These signatures were made with keys on the signatories’ own devices, and no trust service vouches for them.',
    'The exact time. Times come from the clocks of the devices and of the server; no independent time stamp confirms them.',
    ...(usedA(signatories, 'device-key')
      ? ['Who sat at the device. Where a device key was used, anyone who could use that browser could sign.']
      : []),
    ...(fromPdf
      ? [
          'That the printed pages say what was signed. The signatures cover the attached text (manifest.json), from which the pages were made; only the seal covers the pages. Where it matters, read the attached text.',
          'Whose the seal key is. Compare its fingerprint with the one that the operator of the server gives you.',
        ]
      : []),
  ]
}

/** What is said of a version that was sealed while points of merge review were open. */
export const unreviewedWords = (count: number): string =>
  `When this version was sealed, ${count === 1 ? 'one point' : `${count} points`} of merge review had been settled by nobody: places where changes that were made offline met changes of others.`
