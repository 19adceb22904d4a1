/** Something that a file holds and an agreement does not, counted, with one example where there are words to show. */
export interface Loss {
  readonly kind: LossKind
  readonly count: number
  readonly example: string | null
}

/** What is said of a loss: what it is, for one and for many, and what becomes of it. */
export const LOSS_WORDS = {
  picture: ['picture', 'pictures', 'left out'],
  'text-box': ['text box', 'text boxes', 'its words stand below the paragraph it hung on'],
  equation: ['equation', 'equations', 'kept as plain text'],
  embedded: ['embedded file', 'embedded files', 'left out'],
  symbol: ['symbol of a special font', 'symbols of special fonts', 'shown as □'],
  'table-of-contents': ['table of contents', 'tables of contents', 'left out: the outline takes its place'],
  'header-footer': ['page header or footer', 'page headers and footers', 'left out'],
  'hidden-text': ['passage of hidden text', 'passages of hidden text', 'left out, as on the page'],
  'raised-text': ['raised or lowered passage', 'raised or lowered passages', 'set on the line'],
  'format-change': [
    'tracked change of formatting',
    'tracked changes of formatting',
    'the newer look is kept; words are not affected',
  ],
  'cell-change': [
    'tracked change to the cells of a table',
    'tracked changes to the cells of tables',
    'the newer cells are kept',
  ],
  'unsafe-link': ['link that leads nowhere safe', 'links that lead nowhere safe', 'kept as plain text'],
  'plain-heading': [
    'heading without a number',
    'headings without a number',
    'kept as a bold line, so that the numbers of clauses stay',
  ],
  'clause-number': [
    'clause whose number changes',
    'clauses whose number changes',
    'references in the text stay as typed',
  ],
  'list-label': ['list label', 'list labels', 'shown in a plainer form'],
  footnote: ['footnote', 'footnotes', 'kept as numbered notes at the end'],
  'empty-line': ['empty line', 'empty lines', 'left out: spacing follows the style'],
  'field-changed': [
    'field of an object that was changed in Word',
    'fields of objects that were changed in Word',
    'the former value is kept: set the new one in the object',
  ],
  'comment-place': [
    'comment without a place in the text',
    'comments without a place in the text',
    'kept, without a place',
  ],
} as const satisfies Readonly<Record<string, readonly [one: string, many: string, fate: string]>>

export type LossKind = keyof typeof LOSS_WORDS

/** A loss as a sentence: "3 pictures: left out." */
export function lossInWords({ kind, count }: Loss): string {
  const [one, many, fate] = LOSS_WORDS[kind]
  return `${count} ${count === 1 ? one : many}: ${fate}.`
}

const MAX_EXAMPLE = 80

/** Counts losses while a file is read. */
export class LossCounter {
  readonly #losses = new Map<LossKind, { count: number; example: string | null }>()

  add(kind: LossKind, example: string | null = null): void {
    const known = this.#losses.get(kind) ?? { count: 0, example: null }
    known.count += 1
    const words = example?.replace(/\s+/g, ' ').trim()
    if (words && known.example === null)
      known.example = words.length > MAX_EXAMPLE ? `${words.slice(0, MAX_EXAMPLE - 1)}…` : words
    this.#losses.set(kind, known)
  }

  /** In the order of `LOSS_WORDS`. */
  list(): readonly Loss[] {
    return (Object.keys(LOSS_WORDS) as LossKind[]).flatMap(kind => {
      const loss = this.#losses.get(kind)
      return loss ? [{ kind, ...loss }] : []
    })
  }
}
