import type { Node } from '@tiptap/pm/model'
import type { Transform } from '@tiptap/pm/transform'
import * as Y from 'yjs'
import { keepLongerId } from '../../client/editor/keep-longer-id.ts'
import { isAsItStood, tidy } from '../../client/editor/local-tidy.ts'
import { BODY_FRAGMENT } from '../../shared/document/node-types.ts'
import { type Meeting, type MergeRanges, mergeRangesOf } from '../../shared/record/merge/merge-ranges.ts'
import { type MergeReview, reviewMerge } from '../../shared/record/merge/review-merge.ts'
import { HeadlessBody } from '../client/editor/headless-body.ts'
import { HeadlessEditor } from './headless-editor.ts'

/** One person who writes without a network: what they do reaches the shared text as it does from a keyboard. */
export interface Writer {
  readonly doc: Y.Doc
  readonly node: Node
  /** One transaction; one that ProseMirror refuses changes nothing and gives false. */
  edit(change: (tr: Transform) => void): boolean
  receive(update: Uint8Array): void
  /** What they did since the last call, as raw updates. */
  work(): readonly Uint8Array[]
}

export type WriterKind = 'parley' | 'stock'

const REFUSALS = new Set(['RangeError', 'ReplaceError', 'TransformError'])

function attempt(change: () => void): boolean {
  try {
    change()
    return true
  } catch (error) {
    if (error instanceof RangeError || REFUSALS.has((error as Error).name)) return false
    throw error
  }
}

/** Our own binding, with the ids that the editor gives to new blocks. */
function parleyWriter(clientId: number, base?: Uint8Array): Writer {
  const body = new HeadlessBody(clientId, base)
  let ids = 0
  return {
    doc: body.doc,
    get node() {
      return body.node
    },
    edit: change =>
      attempt(() =>
        body.edit(tr => {
          change(tr)
          if (isAsItStood(tr)) return
          keepLongerId(tr, tr.before)
          tidy(tr, [{ from: 0, to: tr.doc.content.size }], () => `new-${clientId}-${ids++}`)
        }),
      ),
    receive: update => body.receive(update),
    work: () => body.takeSent(),
  }
}

/** The binding that TipTap's collaboration uses. */
function stockWriter(clientId: number, base?: Uint8Array): Writer {
  const editor = new HeadlessEditor(clientId, base)
  return {
    doc: editor.doc,
    get node() {
      return editor.node
    },
    edit: change => editor.edit(change),
    receive: update => editor.receive(update),
    work: () => editor.updates.splice(0),
  }
}

export const writer = (kind: WriterKind, clientId: number, base?: Uint8Array): Writer =>
  kind === 'parley' ? parleyWriter(clientId, base) : stockWriter(clientId, base)

/** A start from blocks in ProseMirror's JSON, made by client 1. */
export function startOf(kind: WriterKind, blocks: readonly unknown[]): Uint8Array {
  const start = writer(kind, 1)
  start.edit(tr =>
    tr.insert(
      0,
      blocks.map(block => start.node.type.schema.nodeFromJSON(block)),
    ),
  )
  return Y.encodeStateAsUpdate(start.doc)
}

export interface MergedCase {
  readonly doc: Y.Doc
  readonly ranges: MergeRanges | null
  readonly review: MergeReview | null
}

/** Brings the returning side's work together with the others', as the session does. `doc` is the returning side's. */
export function mergeWork(
  base: Uint8Array,
  mine: readonly Uint8Array[],
  theirs: readonly Uint8Array[],
): MergedCase {
  const doc = new Y.Doc({ gc: false })
  for (const update of [base, ...mine]) Y.applyUpdate(doc, update)
  const server = new Y.Doc({ gc: false })
  for (const update of [base, ...theirs]) Y.applyUpdate(server, update)
  const answer = Y.encodeStateAsUpdate(server, Y.encodeStateVector(doc))
  const meeting: Meeting = { at: Y.snapshot(doc), mine, others: [], answer }
  const ranges = mergeRangesOf(meeting)
  Y.applyUpdate(doc, answer)
  return {
    doc,
    ranges,
    review: ranges && reviewMerge({ ranges, doc, fragment: BODY_FRAGMENT }),
  }
}

/** What the plain text of a document says, fields included; runs of one block are joined. */
export function textOfDoc(doc: Y.Doc): string {
  const parts: string[] = []
  const visit = (type: Y.XmlFragment | Y.XmlElement) => {
    for (const child of type.toArray()) {
      if (child instanceof Y.XmlText) {
        const delta: { insert: string }[] = child.toDelta()
        parts.push(delta.map(({ insert }) => insert).join(''))
      } else if (child instanceof Y.XmlElement) {
        parts.push(' ', JSON.stringify(child.getAttributes()), ' ')
        visit(child)
      }
    }
  }
  visit(doc.getXmlFragment(BODY_FRAGMENT))
  return parts.join('')
}
