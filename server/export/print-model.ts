import { numberClauses } from '../../shared/document/clauses.ts'
import {
  type DocumentJson,
  type NodeJson,
  stringAttribute,
  walk,
} from '../../shared/document/document-json.ts'
import type { TermKind } from '../../shared/document/node-types.ts'
import { partyNames } from '../../shared/terms/readable-text.ts'
import type { Terms } from '../../shared/terms/terms.ts'
import { dateInWords } from '../../shared/terms/words.ts'
import type { PdfInput } from './pdf-input.ts'
import { blocksOf } from './print-blocks.ts'
import { closingNotes } from './print-closing.ts'
import type { PrintContext } from './print-inline.ts'
import { COLUMN_POINTS, plainLine, TEXT_SIZE } from './print-line.ts'
import { printSignatures } from './print-signatures.ts'
import type { PrintBlock, PrintModel, PrintRow } from './print-types.ts'
import { hexInGroups, timeInWords } from './print-words.ts'
import { withCodes } from './unprintable.ts'

/** Fewer clauses than this are found without a table of contents; more than fit one page are listed without their parts. */
const CONTENTS_FROM = 12
const CONTENTS_IN_FULL = 50
const SHORT_TITLE = 80

/**
 * What the template lays out, from text and terms alone. A draft shows the graphemes in `unprintable` as codes, and so do
 * the names of signatories always; elsewhere a seal has made sure that there are none.
 */
export function createPrintModel(input: PdfInput, unprintable: ReadonlySet<string> = new Set()): PrintModel {
  const writeName = (text: string) => withCodes(text, unprintable)
  const write = input.status === 'draft' ? writeName : (text: string) => text
  const day = dayOf(input.date)
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number)
  const title = write(input.title.trim() || 'Untitled agreement')
  const blocks = printBlocks(input.body, write)
  return {
    language: /^[a-z]{2,3}/.exec(input.language.toLowerCase())?.[0] ?? 'en',
    date: { year, month, day: date },
    draft: input.status === 'draft',
    title: plainLine(title),
    shortTitle: plainLine(shortened(title)),
    plainTitle: { text: title },
    statusLabel: statusLabel(input),
    parties: input.terms.parties.map(party => ({
      name: plainLine(write(party.name)),
      shortName: plainLine(write(party.shortName ?? '')),
    })),
    facts: headFacts(input, write),
    contents: contentsDepth(blocks),
    footer: input.fingerprint === null ? `Draft of ${dateInWords(day)}` : hexInGroups(input.fingerprint, 4),
    blocks,
    signatures: input.status === 'draft' ? [] : printSignatures(input, writeName),
    attachments: input.attachments.map((file, index) => ({
      path: attachmentPath(index),
      name: file.name,
      mimeType: file.mimeType,
      relationship: file.relationship ?? 'data',
      description: file.description ?? '',
    })),
    closing: closingNotes(input, writeName),
  }
}

/** Where the template reads the nth attached file. */
export const attachmentPath = (index: number): string => `/attachment-${index}`

/** The blocks of a text with its clauses and steps numbered and its parties named. */
export function printBlocks(body: DocumentJson, write: PrintContext['write']): PrintBlock[] {
  // Copies, so that each is one of a kind: a text may hold the same object, or the same id, twice.
  const nodes = (body.content ?? []).map(node => ({ ...node }))
  const clauses = numberClauses(body)
  const headings = nodes.filter(node => node.type === 'heading')
  const numbers = new Map<NodeJson, string>(
    headings.map((node, index) => [node, clauses[index]?.number ?? '']),
  )
  const parties: { id: string; name: string; shortName: string | null }[] = []
  const steps = new Map<NodeJson | string, number>()
  let step = 0
  const note = (node: NodeJson) => {
    const id = stringAttribute(node, 'id') ?? ''
    const value = (name: string) => stringAttribute(node, name)?.trim() ?? ''
    if (node.type === 'party') parties.push({ id, name: value('name'), shortName: value('shortName') })
    if (node.type !== 'serviceStep') return
    step++
    steps.set(node, step)
    if (id !== '' && !steps.has(id)) steps.set(id, step)
  }
  for (const node of nodes) walk(node, note)
  return blocksOf(
    nodes,
    {
      write,
      names: { party: partyNames(parties), stepNumber: key => steps.get(key) ?? null },
      numberOfHeading: heading => numbers.get(heading) ?? null,
      points: COLUMN_POINTS,
      size: TEXT_SIZE,
      depth: 0,
      tables: 0,
    },
    null,
  )
}

/** The day in UTC; what is no time gives the first day of the epoch, because a file needs a date. */
function dayOf(time: string): string {
  const date = new Date(time)
  return Number.isNaN(date.getTime()) ? '1970-01-01' : date.toISOString().slice(0, 10)
}

function contentsDepth(blocks: readonly PrintBlock[]): number {
  const entries = blocks.filter(block => block.kind === 'heading' && block.level < 3 && block.number !== '')
  if (entries.length < CONTENTS_FROM) return 0
  return entries.length > CONTENTS_IN_FULL ? 1 : 2
}

function shortened(title: string): string {
  const words = title.replace(/\s+/g, ' ').trim()
  return words.length <= SHORT_TITLE
    ? words
    : `${words.slice(0, SHORT_TITLE).replace(/[\ud800-\udbff]$|\s+\S*$/, '')}…`
}

function statusLabel({ status, version }: PdfInput): string {
  const number = version === null ? '' : ` ${version}`
  if (status === 'draft') return 'Draft'
  return status === 'sealed' ? `Version${number}, sealed for signature` : `Version${number}, signed`
}

const HEAD_FACTS: readonly (readonly [TermKind, string])[] = [
  ['effective-date', 'Effective'],
  ['term-length', 'Term'],
  ['expiry', 'Expires'],
  ['governing-law', 'Governing law'],
]

/** Of the marked terms only those that the text states once: of two that differ, neither may look like the answer. */
function statedOnce(terms: Terms, kind: TermKind): string | null {
  const texts = new Set(
    terms.facts
      .filter(fact => fact.kind === kind && fact.state === 'confirmed')
      .map(fact => fact.text.trim()),
  )
  const [text] = texts
  return texts.size === 1 && text !== undefined && text.length <= 120 ? text : null
}

function headFacts(input: PdfInput, write: PrintContext['write']): PrintRow[] {
  const { manifest, fingerprint } = input
  const stated = HEAD_FACTS.flatMap(([kind, label]) => {
    const text = statedOnce(input.terms, kind)
    return text === null ? [] : [{ label, text }]
  })
  const rows = [
    ...(manifest ? [] : [{ label: 'Date', text: dateInWords(dayOf(input.date)) }]),
    ...stated,
    ...(manifest ? [{ label: 'Sealed', text: timeInWords(manifest.sealedAt) }] : []),
    ...(manifest?.previousFingerprint
      ? [
          {
            label: 'Amends',
            text: hexInGroups(manifest.previousFingerprint, 4),
          },
        ]
      : []),
    ...(fingerprint ? [{ label: 'Fingerprint', text: hexInGroups(fingerprint, 4) }] : []),
  ]
  return rows.map(({ label, text }) => ({ label, line: plainLine(write(text)) }))
}
