import type { PdfInput } from './pdf-input.ts'
import type { PrintModel } from './print-types.ts'

const DRAFT: PrintModel['closing'] = [
  {
    head: 'About this draft',
    paragraphs: [
      'This is a draft: it binds nobody, and its text may have changed since it was printed. Words underlined with dots ' +
        'are marked as terms. A code in brackets, such as [U+1F600], stands for a character that cannot be printed; ' +
        'it has to be replaced before the agreement can be sealed.',
    ],
  },
]

const SEALED: PrintModel['closing'] = [
  {
    head: 'How to check this document',
    paragraphs: [
      'Two files are attached to this PDF: manifest.json holds the agreement, its terms and who is to sign; ' +
        'signatures.json holds the signatures. The fingerprint at the foot of each page is the SHA-256 of manifest.json. ' +
        'Each person signed that fingerprint on a device of their own, so one changed character makes every signature fail.',
      'To check all of it, open this file on the page /verify of any Parley, or run “npm run verify -- file.pdf” in a copy ' +
        'of Parley. Neither needs the server on which this document was made.',
    ],
  },
  {
    head: 'What it proves, and what it does not',
    paragraphs: [
      'A valid signature proves that the holder of its key agreed to exactly this text, and that the text has not changed ' +
        'since. It does not prove who that person is: names, e-mail addresses and capacities are as the members and the ' +
        'server gave them. Times are as the clocks of the devices and of the server gave them. The signatures are not ' +
        'qualified electronic signatures in the sense of Regulation (EU) No 910/2014.',
      'Words underlined with dots are marked as terms; manifest.json holds them as data. What was signed is manifest.json: ' +
        'these pages show it.',
    ],
  },
]

/** The notes at the end: what a draft is, or how a sealed version is checked and what that proves. */
export const closingNotes = ({ status }: Pick<PdfInput, 'status'>): PrintModel['closing'] =>
  status === 'draft' ? DRAFT : SEALED
