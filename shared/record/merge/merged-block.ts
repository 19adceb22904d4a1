import * as Y from 'yjs'
import type { AttributeValue } from '../../document/document-json.ts'
import { earlierValues } from '../earlier-values.ts'
import { type Life, type MergeSides, type Side, VIEWS } from './merge-sides.ts'

/** A stretch of a block's content with one origin and one fate. `text` is empty for an inline object. */
export interface Run {
  /** `client:clock` of its first character. */
  readonly key: string
  readonly text: string
  readonly object: {
    readonly type: string
    readonly attributes: Readonly<Record<string, AttributeValue>>
  } | null
  readonly by: 'base' | Side
  readonly life: Life
}

/** A field of a block that at least one side set. A side that did not set it has the base's value. */
export interface FieldChange {
  readonly name: string
  readonly base: AttributeValue
  readonly mine: AttributeValue
  readonly theirs: AttributeValue
  readonly merged: AttributeValue
  readonly setBy: readonly Side[]
}

/** A block (any element but an inline object) as the merge left it, alive or not. */
export interface MergedBlock {
  /** `client:clock` of the element: the same for every reader, whatever happened to the block's `id` attribute. */
  readonly key: string
  readonly id: string | null
  readonly type: string
  readonly element: Y.XmlElement
  readonly parent: MergedBlock | null
  readonly by: 'base' | Side
  readonly life: Life
  readonly runs: readonly Run[]
  readonly fields: readonly FieldChange[]
  /** As the merge left them. */
  readonly attributes: Readonly<Record<string, AttributeValue>>
  /** How many child blocks live in each view. */
  readonly children: Readonly<Record<keyof Life, number>>
}

/** Inline objects of the schema; everything else that is an element is a block. */
const INLINE = new Set(['partyRef', 'hardBreak'])

/** Whether an element is an inline object of its parent's text rather than a block. */
export const isInline = (element: Y.XmlElement): boolean => INLINE.has(element.nodeName)

const ALIVE: Life = { base: true, mine: true, theirs: true, merged: true }

const and = (a: Life, b: Life): Life => ({
  base: a.base && b.base,
  mine: a.mine && b.mine,
  theirs: a.theirs && b.theirs,
  merged: a.merged && b.merged,
})

/** Reads blocks of the merged document together with what each side did to them. Each block is read once. */
export class MergedBlocks {
  readonly #sides: MergeSides
  readonly #read = new Map<Y.XmlElement, MergedBlock>()

  constructor(sides: MergeSides) {
    this.#sides = sides
  }

  block(element: Y.XmlElement): MergedBlock {
    const known = this.#read.get(element)
    if (known) return known
    const parent = element.parent instanceof Y.XmlElement ? this.block(element.parent) : null
    const item = element._item
    const life = and(parent?.life ?? ALIVE, item ? this.#life(item) : ALIVE)
    const fields = this.#fields(element)
    const { runs, children } = this.#content(element, life)
    const attributes = this.#attributes(element)
    const { id } = attributes
    const block: MergedBlock = {
      key: item ? `${item.id.client}:${item.id.clock}` : 'root',
      id: typeof id === 'string' ? id : null,
      type: element.nodeName,
      element,
      parent,
      by: item ? this.#by(item) : 'base',
      life,
      runs,
      fields,
      attributes,
      children,
    }
    this.#read.set(element, block)
    return block
  }

  #life(item: Y.Item): Life {
    return this.#sides.aliveness(item.id.client, item.id.clock)
  }

  /** What came later lives nowhere; whose it is does not matter. */
  #by(item: Y.Item): 'base' | Side {
    const by = this.#sides.insertedBy(item.id.client, item.id.clock)
    return by === 'later' ? 'base' : by
  }

  #content(element: Y.XmlElement, life: Life) {
    const runs: Run[] = []
    const children = { base: 0, mine: 0, theirs: 0, merged: 0 }
    const visit = (type: Y.XmlElement | Y.XmlText, above: Life) => {
      for (let item = type._start; item !== null; item = item.right) {
        const { content } = item
        if (content instanceof Y.ContentString) this.#pushText(runs, item, content.str, above)
        else if (content instanceof Y.ContentType) {
          const child = content.type
          const own = and(above, this.#life(item))
          if (child instanceof Y.XmlText) visit(child, own)
          else if (child instanceof Y.XmlElement && isInline(child)) {
            runs.push({
              key: keyOf(item.id),
              text: '',
              object: { type: child.nodeName, attributes: this.#attributes(child) },
              by: this.#by(item),
              life: own,
            })
          } else for (const view of VIEWS) if (own[view]) children[view] += 1
        }
      }
    }
    visit(element, life)
    return { runs, children }
  }

  /** An item may span a boundary between base and a side, since Yjs joins what one client typed in a row. */
  #pushText(runs: Run[], item: Y.Item, text: string, above: Life) {
    const { client, clock } = item.id
    for (const { from, to, by, life } of this.#sides.pieces(client, clock, item.length)) {
      if (by === 'later') continue
      const part = text.slice(from - clock, to - clock)
      runs.push({
        key: keyOf({ client, clock: from }),
        text: part,
        object: null,
        by,
        life: and(above, life),
      })
    }
  }

  #fields(element: Y.XmlElement): FieldChange[] {
    return [...element._map].flatMap(([name, newest]) => {
      const change = this.#fieldChange(name, newest)
      return change.setBy.length > 0 ? [change] : []
    })
  }

  /** Walks back through the values that a field has had; each side's newest one is its own, the newest of all won. */
  #fieldChange(name: string, newest: Y.Item): FieldChange {
    const values: { base?: AttributeValue; mine?: AttributeValue; theirs?: AttributeValue } = {}
    const setBy: Side[] = []
    let merged: AttributeValue | undefined
    const set = (side: Side, value: AttributeValue) => {
      if (side in values) return
      values[side] = value
      setBy.push(side)
    }
    earlierValues(newest, (client, clock, value) => {
      const by = this.#sides.insertedBy(client, clock)
      if (by === 'later') return false
      const alive = this.#sides.aliveness(client, clock)
      if (merged === undefined) merged = alive.merged ? value : null
      if (by !== 'base') {
        set(by, alive[by] ? value : null)
        return false
      }
      values.base = alive.base ? value : null
      // A side that removed the field deleted the base's value without writing another.
      for (const side of SIDES) if (alive.base && !alive[side]) set(side, null)
      return true
    })
    const { base = null, mine = base, theirs = base } = values
    return { name, base, mine, theirs, merged: merged ?? null, setBy }
  }

  /** Attributes as the merge left them, also where the element is deleted and Yjs no longer gives them out. */
  #attributes(element: Y.XmlElement): Record<string, AttributeValue> {
    const found: Record<string, AttributeValue> = {}
    for (const [name, newest] of element._map) {
      earlierValues(newest, (client, clock, value) => {
        if (this.#sides.insertedBy(client, clock) === 'later') return false
        found[name] = value
        return true
      })
    }
    return found
  }
}

const keyOf = ({ client, clock }: { client: number; clock: number }) => `${client}:${clock}`

const SIDES: readonly Side[] = ['mine', 'theirs']
