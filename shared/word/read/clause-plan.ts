import { type NodeJson, textOf } from '../../document/document-json.ts'
import { splitTitle, withoutEmphasis } from './clause-title.ts'
import type { Flow, Line } from './paragraph.ts'
import type { ClausePlan, ClauseRole } from './structure.ts'
import { NumberSequence, type TypedNumber, typedNumber, withoutStart } from './typed-numbers.ts'

/** Figures that clauses count in; `(a)` under a clause is a list. */
const CLAUSE_FORMATS: ReadonlySet<string> = new Set(['decimal', 'decimalZero', 'upperRoman'])

/** A title is short and does not end like a sentence. */
const isTitle = (text: string) => text.trim().length <= 100 && !/[.;:,]\s*$/.test(text.trim())

const isAllBold = (line: Line) =>
  line.content.some(node => node.type === 'text') &&
  line.content.every(
    node =>
      node.type !== 'text' ||
      (node.text ?? '').trim() === '' ||
      node.marks?.some(mark => mark.type === 'bold'),
  )

/**
 * Which paragraphs of a file are its clauses: those that the file numbers like clauses, headings, and paragraphs with a number
 * typed in front where the numbers run on through the text. Where clauses are numbered, a heading without a number is a line
 * that stands out: as a clause it would shift the number of every clause behind it.
 */
export function planClauses(flow: readonly Flow[]): ClausePlan {
  const lines = flow.filter(part => part.kind === 'line')
  const titles = titledLists(flow)
  const labelled = new Map<Line, number>()
  for (const line of lines) {
    const level = labelledLevel(line, titles)
    if (level !== null) labelled.set(line, level)
  }
  const typed = typedClauses(lines.filter(line => !line.label))
  const isNumbered = labelled.size > 0 || typed.size > 0
  const plain = isNumbered
    ? new Map<Line, number>()
    : new Map(lines.flatMap(line => (isPlainHeading(line) ? [[line, (line.outline ?? 0) + 1] as const] : [])))
  const lowest = Math.min(...[...plain.values()], 6)
  const roles = new Map<Line, ClauseRole>()
  for (const [line, level] of labelled) roles.set(line, role(level, line.content))
  for (const [line, { parts, length }] of typed)
    roles.set(line, role(parts.length, withoutStart(line.content, length)))
  for (const [line, level] of plain) roles.set(line, role(level - lowest + 1, line.content))
  return {
    clause: line => roles.get(line) ?? null,
    standsOut: line => line.outline !== null && line.text.trim() !== '',
  }
}

function role(level: number, content: readonly NodeJson[]): ClauseRole {
  const [title, rest] = splitTitle(content)
  return { level: Math.min(6, Math.max(1, level)), content: withoutEmphasis(title), rest }
}

const isPlainHeading = (line: Line) => line.outline !== null && line.label === null && line.text.trim() !== ''

function labelledLevel(line: Line, titles: ReadonlySet<string>): number | null {
  const { label, outline } = line
  if (!label || label.isBullet || !CLAUSE_FORMATS.has(label.format)) return null
  if (outline !== null || label.isOutline || titles.has(label.numId)) return label.level + 1
  return null
}

/**
 * Simple lists (`1.`, `2.`) whose items are titles with text between them: many agreements number their clauses so. Two or more
 * items, each a title or bold throughout, and other text behind most of them.
 */
function titledLists(flow: readonly Flow[]): ReadonlySet<string> {
  const lists = new Map<string, { items: number; titles: number; followed: number }>()
  for (const [index, part] of flow.entries()) {
    if (part.kind !== 'line' || !part.label || part.label.isBullet || part.label.level > 0) continue
    const count = lists.get(part.label.numId) ?? { items: 0, titles: 0, followed: 0 }
    count.items += 1
    if (isAllBold(part) || isTitle(part.text)) count.titles += 1
    const next = flow[index + 1]
    if (next && !(next.kind === 'line' && next.label?.numId === part.label.numId)) count.followed += 1
    lists.set(part.label.numId, count)
  }
  return new Set(
    [...lists]
      .filter(([, { items, titles, followed }]) => items >= 2 && titles === items && followed * 2 > items)
      .map(([numId]) => numId),
  )
}

/** Numbers that were typed; two at the top level at least, or it is chance. */
function typedClauses(lines: readonly Line[]): ReadonlyMap<Line, TypedNumber> {
  const sequence = new NumberSequence()
  const found = new Map<Line, TypedNumber>()
  for (const line of lines) {
    const number = typedNumber(line.content.map(textOf).join(''), line.outline !== null || isAllBold(line))
    if (number && sequence.takes(number.parts)) found.set(line, number)
  }
  const tops = [...found.values()].filter(({ parts }) => parts.length === 1).length
  return tops >= 2 ? found : new Map()
}
