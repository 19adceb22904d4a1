import type { Node, Schema } from '@tiptap/pm/model'
import { type EditorState, Selection, TextSelection, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { getRelativeSelection, relativePositionToAbsolutePosition, ySyncPluginKey } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import { besideCaret } from '../unread-caret.ts'
import { type BodyMapping, type BodyReading, readBlocks } from './read-body.ts'
import { replaceBlocks } from './replace-blocks.ts'
import { writeBody } from './write-body.ts'

type Counted = Parameters<typeof relativePositionToAbsolutePosition>[3]
export type RelativeSelection = ReturnType<typeof getRelativeSelection>

/**
 * Keeps one editor and the shared text the same. It replaces y-tiptap's binding, which deletes for everyone whatever its
 * schema does not know, matches blocks by place, and rebuilds the whole document for each remote key. Its format in Yjs and
 * the plugin state that y-tiptap's caret plugin reads are the same.
 */
export class BodyBinding implements BodyReading {
  readonly type: Y.XmlFragment
  readonly doc: Y.Doc
  readonly schema: Schema
  readonly mapping: BodyMapping = new Map()
  readonly kept = new WeakSet<Node>()
  /** Where the selection was before the local change that is being written. */
  selectionBefore: RelativeSelection | null = null
  /** Called when a local edit could not be written because it touches a part that must be kept. */
  onRefused: () => void = () => {}
  /** Called before a change is written that is more than typing in one line: it is a step of its own to undo. */
  onNewStep: () => void = () => {}
  /** Whether the next change begins a step of undo, which then remembers where the selection was. */
  beginsStep: () => boolean = () => true
  #view: EditorView | null = null
  #written: Node | null = null
  #busy = false
  #stale = true

  constructor(type: Y.XmlFragment, schema: Schema) {
    if (!type.doc) throw new Error('Defect: the shared text belongs to no document')
    this.type = type
    this.doc = type.doc
    this.schema = schema
    type.observeDeep(this.#receive)
    this.doc.on('beforeAllTransactions', this.#noteSelection)
  }

  /** Shows the shared text in a view. Plugin views come and go with each change of plugins: a second call costs little. */
  attach(view: EditorView): void {
    this.#view = view
    if (this.#stale || view.state.doc !== this.#written) this.#show(view, null, { isChangeOrigin: true })
  }

  detach(view: EditorView): void {
    if (this.#view === view) this.#view = null
  }

  destroy(): void {
    this.#view = null
    this.type.unobserveDeep(this.#receive)
    this.doc.off('beforeAllTransactions', this.#noteSelection)
  }

  /** Writes what the user changed. `addToHistory` false keeps it out of undo. */
  send(view: EditorView, before: EditorState, addToHistory: boolean): void {
    if (this.#busy || view.state.doc === this.#written) return
    this.#busy = true
    if (!isTyping(before.doc, view.state.doc)) this.onNewStep()
    this.selectionBefore = this.beginsStep() ? this.#relativeSelection(before) : null
    try {
      const written = writeBody(this.type, view.state.doc, this, change =>
        this.doc.transact(transaction => {
          transaction.meta.set('addToHistory', addToHistory)
          change()
        }, ySyncPluginKey),
      )
      if (written) this.#written = view.state.doc
      else this.onRefused()
    } finally {
      this.#busy = false
      this.selectionBefore = null
    }
    if (view.state.doc !== this.#written) this.#show(view, null, { isChangeOrigin: true })
  }

  readonly #noteSelection = () => {
    if (this.#view && !this.#busy) this.#before = this.#relativeSelection(this.#view.state)
  }
  #before: RelativeSelection | null = null

  readonly #receive = (_events: unknown, transaction: Y.Transaction) => {
    if (this.#busy) return
    this.#forget(transaction)
    if (!this.#view) {
      this.#stale = true
      return
    }
    const { origin } = transaction
    const isUndo = origin instanceof Y.UndoManager
    const undone = isUndo ? selectionOf(origin.currStackItem) : null
    const selection = undone ?? this.#before
    this.#show(this.#view, selection, { isChangeOrigin: true, isUndoRedoOperation: isUndo })
  }

  #forget(transaction: Y.Transaction): void {
    for (const type of transaction.changed.keys()) this.mapping.delete(type)
    for (const type of transaction.changedParentTypes.keys()) this.mapping.delete(type)
    Y.iterateDeletedStructs(transaction, transaction.deleteSet, struct => {
      if (struct instanceof Y.Item && struct.content instanceof Y.ContentType) {
        this.mapping.delete(struct.content.type)
      }
    })
  }

  #show(view: EditorView, selection: RelativeSelection | null, origin: Record<string, boolean>): void {
    this.#busy = true
    try {
      const blocks = readBlocks(this.type, this)
      const { state } = view
      const tr = replaceBlocks(state.tr, blocks, node => this.kept.has(node))
      this.#adopt(tr.doc)
      // Selecting all of nothing must not become selecting all of what arrives: the next key would replace it.
      if (state.doc.content.size === 0) tr.setSelection(Selection.atStart(tr.doc))
      if (selection && (origin.isUndoRedoOperation || touchesSelection(tr, state.selection))) {
        this.#restoreSelection(tr, selection)
      }
      tr.setMeta('addToHistory', false).setMeta(ySyncPluginKey, origin)
      if (state.storedMarks) tr.setStoredMarks(state.storedMarks)
      if (origin.isUndoRedoOperation) tr.scrollIntoView()
      this.#written = tr.doc
      this.#stale = false
      if (tr.selectionSet) view.dispatch(tr)
      else besideCaret(view, () => view.dispatch(tr))
    } finally {
      this.#busy = false
    }
  }

  /** A line that was patched is a new node: the mapping must name the node that is in the document. */
  #adopt(document: Node): void {
    const elements: unknown[] = this.type.toArray()
    elements.forEach((element, place) => {
      const node = document.maybeChild(place)
      if (!(element instanceof Y.XmlElement) || !node) return
      if (this.mapping.get(element) !== node) this.mapping.set(element, node)
    })
  }

  #relativeSelection(state: EditorState): RelativeSelection | null {
    if (this.#stale) return null
    try {
      return getRelativeSelection(this as unknown as Parameters<typeof getRelativeSelection>[0], state)
    } catch {
      // Content that y-tiptap cannot count (another kind of type in the fragment): the mapped selection serves.
      return null
    }
  }

  #restoreSelection(tr: Transaction, relative: RelativeSelection): void {
    if (relative.type !== 'text') return
    const anchor = this.resolve(relative.anchor)
    const head = this.resolve(relative.head) ?? anchor
    const size = tr.doc.content.size
    if (anchor === null || head === null || anchor > size || head > size) return
    tr.setSelection(TextSelection.between(tr.doc.resolve(anchor), tr.doc.resolve(head)))
  }

  /** Where a position of the shared text is in the document; null when it is gone, or is no position at all. */
  resolve(position: Y.RelativePosition): number | null {
    try {
      return relativePositionToAbsolutePosition(this.doc, this.type, position, this.mapping as Counted)
    } catch {
      return null
    }
  }
}

const SELECTION = 'selection'
type StackItem = Y.UndoManager['undoStack'][number]

/** Notes on a step of the undo stack where the selection was before it. */
export const noteSelection = (step: StackItem, selection: RelativeSelection | null): unknown =>
  step.meta.set(SELECTION, selection)

const selectionOf = (step: StackItem | null): RelativeSelection | null => step?.meta.get(SELECTION) ?? null

/** Whether a replaced stretch reaches the selection; elsewhere ProseMirror's own mapping is exact. */
function touchesSelection(tr: Transaction, selection: Selection): boolean {
  let touches = false
  tr.steps.forEach((_step, index) => {
    tr.mapping.maps[index]?.forEach((from, to) => {
      if (from <= selection.to && to >= selection.from) touches = true
    })
  })
  return touches
}

/** Whether the documents differ in the text of one line only. */
function isTyping(before: Node, after: Node): boolean {
  if (before.childCount !== after.childCount) return false
  const changed = before.content.content.flatMap((node, at) => (node === after.child(at) ? [] : [at]))
  const [at, ...others] = changed
  if (at === undefined || others.length > 0) return false
  return sameButText(before.child(at), after.child(at))
}

function sameButText(before: Node, after: Node): boolean {
  if (!before.sameMarkup(after)) return false
  if (before.inlineContent) return before.textContent !== after.textContent
  const { childCount } = before
  if (childCount !== after.childCount) return false
  return before.content.content.every(
    (node, at) => node === after.child(at) || sameButText(node, after.child(at)),
  )
}
