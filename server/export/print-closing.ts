import { notProvenBy, unreviewedWords } from '../../shared/sealing/verification-words.ts'
import { waiverReports } from '../../shared/sealing/waiver-report.ts'
import type { PdfInput } from './pdf-input.ts'
import type { PrintModel } from './print-types.ts'

type Notes = PrintModel['closing']

const DRAFT: Notes = [
  {
    head: 'About this draft',
    paragraphs: [
      'This is a draft: it binds nobody, and its text may have changed since it was printed. Words underlined with dots ' +
        'are marked as terms. A code in brackets, such as [U+1F600], stands for a character that cannot be printed; ' +
        'it has to be replaced before the agreement can be sealed.',
    ],
    items: [],
  },
]

const HOW_TO_CHECK: Notes[number] = {
  head: 'How to check this document',
  paragraphs: [
    'Two files are attached to this PDF: manifest.json holds the agreement, its terms and who is to sign; ' +
      'signatures.json holds the signatures. The fingerprint at the foot of each page is the SHA-256 of manifest.json. ' +
      'Each person signed that fingerprint on a device of their own, so one changed character makes every signature fail. ' +
      'Words underlined with dots are marked as terms; manifest.json holds them as data.',
    'To check all of it, open this file on the page /verify of any Parley, or run “npm run verify -- file.pdf” in a copy ' +
      'of Parley. Neither needs the server on which this document was made.',
  ],
  items: [],
}

/** The notes at the end: what a draft is, or how a sealed version is checked and, in the verifier's words, what it cannot prove. */
export function closingNotes(
  { status, signatures, manifest }: Pick<PdfInput, 'status' | 'signatures' | 'manifest'>,
  write: (text: string) => string = text => text,
): Notes {
  if (status === 'draft') return DRAFT
  const signed = signatures.map(({ proof }) => ({
    state: 'signed' as const,
    signature: { method: proof.method },
  }))
  return [
    ...letStand(manifest, write),
    ...notReviewed(manifest),
    HOW_TO_CHECK,
    { head: 'What it does not prove', paragraphs: [], items: notProvenBy(signed, true) },
  ]
}

/** The errors that were let stand belong to what is signed, so they are read on paper too. */
function letStand(manifest: PdfInput['manifest'], write: (text: string) => string): Notes {
  if (!manifest || manifest.waivers.length === 0) return []
  const line = (text: string) => write(text.replace(/\s+/g, ' '))
  return [
    {
      head: 'What was let stand when this version was sealed',
      paragraphs: [
        'Parley found these points in the text. They were left as they are, for the reason that is given with each.',
      ],
      items: waiverReports(manifest).map(
        ({ clause, message, reason, waivedBy }) =>
          `${clause === null ? '' : `${line(clause)}: `}${line(message)} Reason: ${line(reason)} (${line(waivedBy)})`,
      ),
    },
  ]
}

const notReviewed = (manifest: PdfInput['manifest']): Notes =>
  manifest && manifest.unreviewed > 0
    ? [{ head: 'What was not reviewed', paragraphs: [unreviewedWords(manifest.unreviewed)], items: [] }]
    : []
