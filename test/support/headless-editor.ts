import { getSchema } from '@tiptap/core'
import type { Node, Schema } from '@tiptap/pm/model'
import { Transform } from '@tiptap/pm/transform'
import { initProseMirrorDoc, updateYFragment } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import { BODY_FRAGMENT } from '../../shared/document/node-types.ts'
import { schemaExtensions } from '../../shared/document/schema.ts'

export const schema: Schema = getSchema(schemaExtensions)

/**
 * One person's editor without a browser: ProseMirror transforms written to Yjs by the same binding that the real editor uses,
 * so that a split, a join or a change of type reaches the shared text exactly as it would from a keyboard.
 */
export class HeadlessEditor {
  readonly doc: Y.Doc
  readonly updates: Uint8Array[] = []

  constructor(clientId: number, base?: Uint8Array) {
    this.doc = new Y.Doc({ gc: false })
    this.doc.clientID = clientId
    if (base) Y.applyUpdate(this.doc, base)
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'remote') this.updates.push(update)
    })
  }

  get fragment(): Y.XmlFragment {
    return this.doc.getXmlFragment(BODY_FRAGMENT)
  }

  /** The text as ProseMirror sees it now. */
  get node(): Node {
    return initProseMirrorDoc(this.fragment, schema).doc
  }

  /** One transaction; a transform that ProseMirror refuses changes nothing and gives false. */
  edit(change: (transform: Transform) => void): boolean {
    const { doc, meta } = initProseMirrorDoc(this.fragment, schema)
    const transform = new Transform(doc)
    try {
      change(transform)
    } catch (error) {
      if (
        error instanceof RangeError ||
        (error as Error).name === 'ReplaceError' ||
        (error as Error).name === 'TransformError'
      )
        return false
      throw error
    }
    this.doc.transact(() => updateYFragment(this.doc, this.fragment, transform.doc, meta))
    return transform.docChanged
  }

  receive(update: Uint8Array): void {
    Y.applyUpdate(this.doc, update, 'remote')
  }

  /** Everything this person did, joined into one raw update. */
  work(): Uint8Array {
    return this.updates.length > 0 ? Y.mergeUpdates(this.updates) : Y.encodeStateAsUpdate(new Y.Doc())
  }
}

/** A start from ProseMirror JSON, made by client 1. */
export function startFrom(content: unknown): Uint8Array {
  const editor = new HeadlessEditor(1)
  const node = schema.nodeFromJSON(content)
  editor.edit(transform => transform.replaceWith(0, transform.doc.content.size, node.content))
  return Y.encodeStateAsUpdate(editor.doc)
}
