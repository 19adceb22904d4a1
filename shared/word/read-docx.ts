import { changesOf } from '../document/changes/changes-of.ts'
import { numberClauses } from '../document/clauses.ts'
import type { DocumentJson, NodeJson } from '../document/document-json.ts'
import { err, ok, type Result } from '../result.ts'
import type { ImportRefusal } from './import-refusal.ts'
import { countsOf, type ImportedFile } from './imported-file.ts'
import { LossCounter } from './losses.ts'
import { type DocxPackage, openDocx } from './open-docx.ts'
import { planClauses } from './read/clause-plan.ts'
import { CommentBook } from './read/comments.ts'
import { readBlocks, readFlow } from './read/flow.ts'
import { NoteBook } from './read/notes.ts'
import { readNumbering } from './read/numbering.ts'
import type { Flow, Line } from './read/paragraph.ts'
import { readParleyParts } from './read/parley-parts.ts'
import type { ReadState } from './read/read-state.ts'
import { Revisions } from './read/revisions.ts'
import { structureOf } from './read/structure.ts'
import { readStyles } from './read/styles.ts'
import { childOf, type XmlElement, XmlRefused, xmlText } from './xml.ts'

/**
 * Reads a Word file into an agreement's text: headings and numbered paragraphs become clauses, whose numbers Parley counts itself;
 * tracked changes stay proposed; comments become threads. Total within `WORD_LIMITS`: an odd file is refused or read as far as it
 * makes sense. `newId` gives ids to changes and threads; with the same ids the same file gives the same result.
 */
export function readDocx(bytes: Uint8Array, newId: () => string): Result<ImportedFile, ImportRefusal> {
  const opened = openDocx(bytes)
  if (!opened.ok) return opened
  try {
    const imported = read(opened.value, newId)
    return (imported.body.content ?? []).length === 0 ? err({ kind: 'empty' }) : ok(imported)
  } catch (error) {
    if (error instanceof XmlRefused) return err({ kind: 'broken' })
    throw error
  }
}

function read(pkg: DocxPackage, newId: () => string): ImportedFile {
  const body = childOf(pkg.document, 'w:body')
  const state = startState(pkg, body, newId)
  const flow = readFlow(body, state)
  const { title, rest } = takeTitle(flow, state)
  const plan = state.own ? undefined : planClauses(rest)
  const blocks = structureOf(rest, state, plan)
  if (plan) countPlainHeadings(rest, plan, state)
  const notes = notesAtEnd(state)
  const document: DocumentJson = { type: 'doc', content: [...blocks, ...notes] }
  if (!state.own) noteChangedNumbers(rest, plan, document, state)
  for (const kind of ['header', 'footer'])
    for (const part of state.own ? [] : pkg.parts(kind))
      if (xmlText(part).trim()) state.losses.add('header-footer', xmlText(part))
  for (const text of state.comments.unplaced()) state.losses.add('comment-place', text)
  const threads = state.comments.threads()
  return {
    title: title || statedTitle(pkg),
    body: document,
    threads,
    losses: state.losses.list(),
    counts: countsOf(document, state.notes.used().length, threads.length),
  }
}

function startState(pkg: DocxPackage, body: XmlElement | null, newId: () => string): ReadState {
  const losses = new LossCounter()
  return {
    pkg,
    styles: readStyles(pkg.part('styles')),
    numbering: readNumbering(pkg.part('numbering')),
    revisions: new Revisions(newId),
    comments: new CommentBook(pkg.part('comments'), pkg.part('commentsExtended'), newId),
    notes: new NoteBook(pkg.part('footnotes'), pkg.part('endnotes'), firstFreeNumber(body)),
    losses,
    newId,
    own: readParleyParts(pkg),
    fields: [],
    moves: new Map(),
    boxes: [],
  }
}

/** Notes are numbered behind the bracketed numbers that the text holds already. */
function firstFreeNumber(body: XmlElement | null): number {
  const taken = body ? [...xmlText(body).matchAll(/\[(\d{1,4})\]/g)].map(match => Number(match[1])) : []
  return Math.max(0, ...taken) + 1
}

/** The first line of the style Title is the agreement's title and not part of its text. */
function takeTitle(flow: readonly Flow[], state: ReadState): { title: string | null; rest: readonly Flow[] } {
  const at = flow.findIndex(part => part.kind === 'line' && (state.own !== null || part.text.trim() !== ''))
  const first = flow[at]
  if (first?.kind !== 'line' || first.style.name !== 'title') return { title: null, rest: flow }
  const isChanged =
    changesOf({ type: 'doc', content: [{ type: 'paragraph', content: first.content }] }).length > 0
  if (isChanged && !state.own) return { title: first.text.trim(), rest: flow }
  return { title: first.text.trim(), rest: flow.filter((_, index) => index !== at) }
}

function statedTitle(pkg: DocxPackage): string | null {
  const properties = pkg.properties
  const title = properties && childOf(properties, 'dc:title')
  return (title && xmlText(title).trim()) || null
}

type Plan = ReturnType<typeof planClauses>

function countPlainHeadings(flow: readonly Flow[], plan: Plan, state: ReadState): void {
  for (const part of flow)
    if (part.kind === 'line' && !part.label && !plan.clause(part) && plan.standsOut(part))
      state.losses.add('plain-heading', part.text)
}

/** Clauses whose number in Parley is not the one that the file shows: what refers to them is now wrong. */
function noteChangedNumbers(
  flow: readonly Flow[],
  plan: Plan | undefined,
  body: DocumentJson,
  state: ReadState,
): void {
  const lines = flow.filter((part): part is Line => part.kind === 'line' && plan?.clause(part) != null)
  const clauses = numberClauses(body)
  for (const [index, line] of lines.entries()) {
    const shown = line.label?.text.match(/\d+(?:\.\d+)*/)?.[0]
    const now = clauses[index]?.number
    if (shown !== undefined && now !== undefined && shown.replace(/(?:\.0)+$/, '') !== now)
      state.losses.add('clause-number', `${shown} → ${now} ${line.text}`)
  }
}

/** Under a rule and the word "Notes": each with its number, as the text refers to it. */
function notesAtEnd(state: ReadState): readonly NodeJson[] {
  const used = state.notes.used()
  if (used.length === 0) return []
  const lines = used.flatMap(({ number, note }) => {
    state.losses.add('footnote')
    const [first, ...rest] = readBlocks(note, state)
    const lead: NodeJson = { type: 'text', text: `[${number}] ` }
    if (first?.type !== 'paragraph')
      return [{ type: 'paragraph', content: [lead] }, ...(first ? [first] : []), ...rest]
    return [{ ...first, content: [lead, ...trimmedStart(first.content ?? [])] }, ...rest]
  })
  return [
    { type: 'horizontalRule' },
    { type: 'paragraph', content: [{ type: 'text', text: 'Notes', marks: [{ type: 'bold' }] }] },
    ...lines,
  ]
}

function trimmedStart(content: readonly NodeJson[]): readonly NodeJson[] {
  const [first, ...rest] = content
  if (first?.type !== 'text') return content
  const text = (first.text ?? '').trimStart()
  return text === '' ? trimmedStart(rest) : [{ ...first, text }, ...rest]
}
