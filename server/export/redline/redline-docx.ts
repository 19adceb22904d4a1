import { strToU8, zipSync } from 'fflate'
import {
  departureKey,
  type RedlineClause,
  type RedlineLine,
} from '../../../shared/document/compare/compare-texts.ts'
import type { RedlinePart } from '../../../shared/document/compare/word-changes.ts'
import { escapeXml, REDLINE_PARTS } from './redline-docx-parts.ts'
import type { RedlineAuthor, RedlineInput } from './redline-input.ts'

/**
 * A comparison as a Word document with real tracked changes: who accepts all of them holds the later text, who rejects all
 * holds the earlier one. Each change carries its author and time. A line that moved stands in both places, as Word writes a move.
 */
export function redlineDocx(input: RedlineInput): Uint8Array {
  const body = new RedlineBody(input).body()
  return zipSync(
    Object.fromEntries(
      Object.entries({ ...REDLINE_PARTS, 'word/document.xml': body }).map(([path, xml]) => [
        path,
        strToU8(xml),
      ]),
    ),
    // A fixed time: the same comparison gives the same file.
    { mtime: new Date(input.date) },
  )
}

const NAMESPACE = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

type Tag = 'ins' | 'del' | 'moveFrom' | 'moveTo'

/** Lines that came or went as a whole, with their paragraph. */
const WHOLE: Partial<Record<RedlineLine['change'], Tag>> = {
  added: 'ins',
  removed: 'del',
  departed: 'moveFrom',
  moved: 'moveTo',
}

const firstSeq = (parts: readonly RedlinePart[]) => parts.find(({ seq }) => seq !== null)?.seq ?? null

class RedlineBody {
  readonly #input: RedlineInput
  /** Who moved a line, by the key of where it left: the entry that took it from there. */
  readonly #movers = new Map<string, number | null>()
  #changes = 0

  constructor(input: RedlineInput) {
    this.#input = input
    for (const { change, key, parts } of input.comparison.clauses.flatMap(clause => clause.lines))
      if (change === 'departed') this.#movers.set(key, firstSeq(parts))
  }

  body(): string {
    const { comparison, from, to } = this.#input
    const head = [
      paragraph('Title', run(comparison.after.title)),
      paragraph('Subtitle', run(`Changes from ${from} to ${to}`)),
    ]
    const clauses = comparison.clauses.flatMap((clause: RedlineClause) =>
      clause.lines.map(line => this.#line(line)),
    )
    return (
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` +
      `<w:document xmlns:w="${NAMESPACE}"><w:body>${head.join('')}${clauses.join('')}` +
      `<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="708" w:footer="708" w:gutter="0"/></w:sectPr>` +
      `</w:body></w:document>`
    )
  }

  #line(line: RedlineLine): string {
    const whole = WHOLE[line.change] ?? null
    const key = line.change === 'moved' ? departureKey(line.key) : line.key
    const seq = this.#movers.get(key) ?? firstSeq(line.parts)
    const mark = whole ? `<w:rPr>${this.#change(whole, seq, null)}</w:rPr>` : ''
    const label = line.label === '' ? '' : this.#label(`${line.label} `, whole, seq)
    const parts = line.parts.map(part => this.#part(part, whole, seq))
    const words = paragraph(styleOf(line), label + parts.join(''), mark)
    return whole === 'moveFrom' || whole === 'moveTo' ? this.#move(whole, key, seq, words) : words
  }

  /** Word knows the two places of a move by their name. */
  #move(tag: 'moveFrom' | 'moveTo', key: string, seq: number | null, words: string): string {
    const name = `move${[...this.#movers.keys()].indexOf(key) + 1}`
    const id = ++this.#changes
    const start = `<w:${tag}RangeStart w:name="${name}" ${changeAttributes(id, this.#authorOf(seq))}/>`
    return `${start}${words}<w:${tag}RangeEnd w:id="${id}"/>`
  }

  /** What stands before a line came and went with it. */
  #label(text: string, whole: Tag | null, seq: number | null): string {
    if (whole === null) return run(text)
    return this.#change(whole, seq, run(text, whole === 'del'))
  }

  #part({ kind, text, seq }: RedlinePart, whole: Tag | null, moved: number | null): string {
    if (whole === 'moveFrom') return this.#change('moveFrom', moved, run(text))
    if (whole === 'moveTo') {
      // What a line lost on its way is among the words that left.
      if (kind === 'removed') return ''
      if (kind === 'same') return this.#change('moveTo', moved, run(text))
    }
    if (kind === 'same') return run(text)
    return kind === 'added' ? this.#change('ins', seq, run(text)) : this.#change('del', seq, run(text, true))
  }

  #authorOf(seq: number | null): RedlineAuthor {
    return this.#input.authorOf(seq) ?? { name: 'Unknown', at: this.#input.date }
  }

  #change(tag: Tag, seq: number | null, content: string | null): string {
    const attributes = changeAttributes(++this.#changes, this.#authorOf(seq))
    return content === null ? `<w:${tag} ${attributes}/>` : `<w:${tag} ${attributes}>${content}</w:${tag}>`
  }
}

const changeAttributes = (id: number, { name, at }: RedlineAuthor) =>
  `w:id="${id}" w:author="${escapeXml(name)}" w:date="${escapeXml(at.replace(/\.\d+Z$/, 'Z'))}"`

const paragraph = (style: string, content: string, mark = '') =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/>${mark}</w:pPr>${content}</w:p>`

function run(text: string, deleted = false): string {
  const tag = deleted ? 'w:delText' : 'w:t'
  const pieces = text
    .split('\n')
    .map(piece => (piece === '' ? '' : `<${tag} xml:space="preserve">${escapeXml(piece)}</${tag}>`))
  return text === '' ? '' : `<w:r>${pieces.join('<w:br/>')}</w:r>`
}

function styleOf({ kind, level }: RedlineLine): string {
  if (kind === 'heading') return `Heading${Math.min(6, Math.max(1, level))}`
  if (kind === 'item') return 'ListParagraph'
  if (kind === 'object') return 'ObjectHead'
  return kind === 'paragraph' || kind === 'code' ? 'Normal' : 'ObjectLine'
}
