/** Why a file is not imported. Every kind has words that say what to do. */
export type ImportRefusal =
  | { readonly kind: 'not-word' }
  | { readonly kind: 'old-doc' }
  | { readonly kind: 'encrypted' }
  | { readonly kind: 'macros' }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'bomb' }
  | { readonly kind: 'broken' }
  | { readonly kind: 'empty' }
  | { readonly kind: 'too-slow' }

export const IMPORT_REFUSAL_WORDS: Readonly<Record<ImportRefusal['kind'], string>> = {
  'not-word':
    'This is not a Word file. Save it as a Word document (.docx) or as Markdown, then choose it again.',
  'old-doc':
    'This is a file of an old Word (.doc). Open it in Word, save it as a Word document (.docx), then choose that.',
  encrypted:
    'This file is protected by a password. Open it in Word, take the password off under File, Info, Protect Document, then choose it again.',
  macros:
    'This file holds macros, which are programs. Save it in Word as a document without macros (.docx), then choose that.',
  'too-large': 'This file is larger than 25 MB. Take pictures out of it, or import it in parts.',
  bomb: 'This file would unpack to far more than a document holds, so it was not opened.',
  broken: 'This file is damaged, or was not written by a word processor. Open it in Word and save it again.',
  empty: 'There is no text in this file.',
  'too-slow': 'Reading this file took too long, so it was stopped. Import it in parts.',
}
