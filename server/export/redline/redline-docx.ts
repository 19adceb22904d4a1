import { strToU8, zipSync } from 'fflate'
import type { RedlineClause, RedlineLine } from '../../../shared/document/compare/compare-texts.ts'
import type { RedlinePart } from '../../../shared/document/compare/word-changes.ts'
import { escapeXml, REDLINE_PARTS } from './redline-docx-parts.ts'
import type { RedlineAuthor, RedlineInput } from './redline-input.ts'

/**
 * A comparison as a Word document with real tracked changes: who accepts all of them holds the later text, who rejects all
 * holds the earlier one. Each change carries its author and time. A line that moved stands in its new place only.
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

class RedlineBody {
  readonly #input: RedlineInput
  #changes = 0

  constructor(input: RedlineInput) {
    this.#input = input
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
    const whole = line.change === 'added' ? 'ins' : line.change === 'removed' ? 'del' : null
    const seq = line.parts.find(part => part.seq !== null)?.seq ?? null
    const mark = whole ? `<w:rPr>${this.#change(whole, seq, null)}</w:rPr>` : ''
    const label = line.label === '' ? '' : this.#label(`${line.label} `, whole, seq)
    return paragraph(styleOf(line), label + line.parts.map(part => this.#part(part)).join(''), mark)
  }

  /** What stands before a line came and went with it. */
  #label(text: string, whole: 'ins' | 'del' | null, seq: number | null): string {
    if (whole === null) return run(text)
    return this.#change(whole, seq, run(text, whole === 'del'))
  }

  #part({ kind, text, seq }: RedlinePart): string {
    if (kind === 'same') return run(text)
    return kind === 'added' ? this.#change('ins', seq, run(text)) : this.#change('del', seq, run(text, true))
  }

  #change(tag: 'ins' | 'del', seq: number | null, content: string | null): string {
    const author = this.#input.authorOf(seq) ?? { name: 'Unknown', at: this.#input.date }
    const attributes = changeAttributes(++this.#changes, author)
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
