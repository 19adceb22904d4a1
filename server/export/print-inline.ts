import { type MarkJson, type NodeJson, stringAttribute } from '../../shared/document/document-json.ts'
import type { ObjectNames } from '../../shared/document/object-view.ts'
import { lineOf, plainLine, roomFor } from './print-line.ts'
import type { PrintLine, PrintRun } from './print-types.ts'

/** What the parts of a text need to know of the whole. */
export interface PrintContext {
  /** What stands on the page for a text: the text itself, or with codes for what cannot be printed. */
  readonly write: (text: string) => string
  readonly names: ObjectNames
  /** Null for a heading that is no clause, as in a quote. */
  readonly numberOfHeading: (heading: NodeJson) => string | null
  /** Width at hand and size of the text, in points. */
  readonly points: number
  readonly size: number
  /** How many lists, quotes and tables are around. */
  readonly depth: number
  readonly tables: number
}

/** Typst sets no tabs; a wide space keeps what they part apart. */
const TAB = '\u2003'

/** Longer ones are printed as text only; Typst refuses links beyond 8,000 characters. */
const MAX_LINK = 2000

/** An address that a reader may follow, in ASCII; null for every other scheme, which a page must not carry. */
function safeAddress(mark: MarkJson): string | null {
  const address = URL.parse(stringAttribute(mark, 'href') ?? '')
  if (!address || !['http:', 'https:', 'mailto:'].includes(address.protocol)) return null
  return address.href.length > MAX_LINK ? null : address.href
}

function styled(text: string, marks: readonly MarkJson[]): PrintRun {
  const has = (type: string) => marks.some(mark => mark.type === type)
  const link = marks.filter(mark => mark.type === 'link').map(safeAddress)[0]
  return {
    text,
    ...(has('bold') ? { bold: true as const } : {}),
    ...(has('italic') ? { italic: true as const } : {}),
    // As every redline on paper: proposed words underlined, words to go struck through.
    ...(has('underline') || has('insertion') ? { underline: true as const } : {}),
    ...(has('strike') || has('deletion') ? { strike: true as const } : {}),
    ...(has('code') ? { code: true as const } : {}),
    ...(has('term') ? { term: true as const } : {}),
    ...(link ? { link } : {}),
  }
}

const sameAddress = (text: string, address: string) =>
  address.replace(/^(https?:\/\/|mailto:)/, '').replace(/\/$/, '') ===
  text
    .trim()
    .replace(/^(https?:\/\/|mailto:)/, '')
    .replace(/\/$/, '')

/** Paper has no links: an address that the text does not show follows it in angle brackets. */
function withShownAddresses(runs: readonly PrintRun[]): PrintRun[] {
  const shown: PrintRun[] = []
  let linked = ''
  for (const [index, run] of runs.entries()) {
    shown.push(run)
    linked = run.link ? linked + run.text : ''
    if (!run.link || runs[index + 1]?.link === run.link) continue
    if (!sameAddress(linked, run.link)) shown.push({ text: ` ⟨${run.link}⟩`, link: run.link })
    linked = ''
  }
  return shown
}

function runsOf(node: NodeJson, context: PrintContext): PrintRun[] {
  const marks = node.marks ?? []
  if (node.type === 'text') return [styled(context.write((node.text ?? '').replaceAll('\t', TAB)), marks)]
  if (node.type === 'hardBreak') return [{ text: '\n' }]
  if (node.type === 'partyRef') {
    return [styled(context.write(context.names.party(stringAttribute(node, 'partyId') ?? '')), marks)]
  }
  if (node.content?.length) return node.content.flatMap(child => runsOf(child, context))
  return [{ text: context.write(`[${node.type}]`), italic: true }]
}

/** The inline content of a block as one line. An unknown inline object prints as its text, or as its name in brackets. */
export function inlineLine(node: NodeJson, context: PrintContext): PrintLine {
  const runs = (node.content ?? []).flatMap(child => runsOf(child, context)).filter(run => run.text !== '')
  return lineOf(withShownAddresses(runs), roomFor(context.points, context.size))
}

/** A line for a value that an attribute holds. */
export const valueLine = (text: string, context: PrintContext): PrintLine =>
  plainLine(context.write(text), roomFor(context.points, context.size))
