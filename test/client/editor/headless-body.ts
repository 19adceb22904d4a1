import { getSchema } from '@tiptap/core'
import type { Node, Schema } from '@tiptap/pm/model'
import { EditorState, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import * as Y from 'yjs'
import { BodyBinding } from '../../../client/editor/body/body-binding.ts'
import { keptExtensions } from '../../../client/editor/body/kept-nodes.ts'
import { readBlocks } from '../../../client/editor/body/read-body.ts'
import { BODY_FRAGMENT } from '../../../shared/document/node-types.ts'
import { schemaExtensions } from '../../../shared/document/schema.ts'

export const editorSchema: Schema = getSchema([...schemaExtensions, ...keptExtensions])

/** One person's binding without a browser: real ProseMirror state and transactions, the real binding, no DOM. */
export class HeadlessBody {
  readonly doc: Y.Doc
  readonly binding: BodyBinding
  readonly sent: Uint8Array[] = []
  #state: EditorState
  readonly #view: EditorView

  constructor(clientId: number, base?: Uint8Array, schema: Schema = editorSchema) {
    this.doc = new Y.Doc({ gc: false })
    this.doc.clientID = clientId
    if (base) Y.applyUpdate(this.doc, base)
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'remote') this.sent.push(update)
    })
    this.#state = EditorState.create({ schema })
    const getState = () => this.#state
    const dispatch = (tr: Transaction) => {
      this.#state = this.#state.apply(tr)
    }
    this.#view = {
      hasFocus: () => false,
      get state() {
        return getState()
      },
      dispatch,
    } as unknown as EditorView
    this.binding = new BodyBinding(this.doc.getXmlFragment(BODY_FRAGMENT), schema)
    this.binding.attach(this.#view)
  }

  get state(): EditorState {
    return this.#state
  }

  /** The text as this editor shows it. */
  get node(): Node {
    return this.#state.doc
  }

  /** The text as an editor that opens it now would show it. */
  get reread(): Node {
    const reading = { schema: this.#state.schema, mapping: new Map(), kept: new WeakSet<Node>() }
    const fragment = this.doc.getXmlFragment(BODY_FRAGMENT)
    return this.#state.schema.node('doc', null, readBlocks(fragment, reading))
  }

  edit(change: (tr: Transaction) => void): void {
    const { tr } = this.#state
    change(tr)
    this.dispatch(tr)
  }

  dispatch(tr: Transaction): void {
    const before = this.#state
    this.#state = before.apply(tr)
    this.binding.send(this.#view, before, true)
  }

  receive(update: Uint8Array): void {
    Y.applyUpdate(this.doc, update, 'remote')
  }

  /** Everything that this person sent since the last call, as one update. */
  takeSent(): Uint8Array[] {
    return this.sent.splice(0)
  }
}

/** A document of paragraphs with ids, as Yjs bytes made by client 1. */
export function bodyOf(content: readonly unknown[], schema: Schema = editorSchema): Uint8Array {
  const person = new HeadlessBody(1, undefined, schema)
  const nodes = content.map(node => schema.nodeFromJSON(node))
  person.edit(tr => tr.insert(0, nodes))
  return Y.encodeStateAsUpdate(person.doc)
}

export const paragraph = (id: string, text: string) => ({
  type: 'paragraph',
  attrs: { id },
  ...(text ? { content: [{ type: 'text', text }] } : {}),
})

/** Exchanges what each sent since the last time, until nobody has anything to send: Yjs tidies doubled formatting on arrival. */
export function exchange(...people: readonly HeadlessBody[]): void {
  for (let batches = people.map(person => person.takeSent()); batches.some(batch => batch.length > 0); ) {
    people.forEach((person, index) => {
      batches.forEach((batch, from) => {
        if (from !== index) for (const update of batch) person.receive(update)
      })
    })
    batches = people.map(person => person.takeSent())
  }
}
