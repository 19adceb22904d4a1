import type * as Y from 'yjs'
import type { DocumentJson, NodeJson } from './document-json.ts'
import { BODY_FRAGMENT } from './node-types.ts'
import { joinTexts, readTopLevel } from './yjs-body.ts'

/**
 * Reads a live text again and again: `read()` gives what `readBody` gives, but costs only the blocks that changed since the
 * last call, and blocks that did not change are the same objects. `dispose()` before the document is thrown away.
 */
export class BodyReader {
  readonly #body: Y.XmlFragment
  readonly #blocks = new WeakMap<object, readonly NodeJson[]>()

  constructor(doc: Y.Doc) {
    this.#body = doc.getXmlFragment(BODY_FRAGMENT)
    this.#body.observeDeep(this.#forget)
  }

  read(): DocumentJson {
    const children: unknown[] = this.#body.toArray()
    return { type: 'doc', content: joinTexts(children.flatMap(child => this.#block(child))) }
  }

  dispose(): void {
    this.#body.unobserveDeep(this.#forget)
  }

  #block(child: unknown): readonly NodeJson[] {
    if (typeof child !== 'object' || child === null) return readTopLevel(child)
    const known = this.#blocks.get(child)
    if (known) return known
    const block = readTopLevel(child)
    this.#blocks.set(child, block)
    return block
  }

  readonly #forget = (events: readonly Y.YEvent<Y.AbstractType<unknown>>[]) => {
    for (const { target } of events) {
      let block: Y.AbstractType<unknown> = target
      while (block.parent && block.parent !== this.#body) block = block.parent
      this.#blocks.delete(block)
    }
  }
}
