import type { AttributeValue, NodeJson } from '../../document/document-json.ts'
import type { Side } from './merge-sides.ts'

/** Where a lost or moved text can go: after `after` characters of the block's text as it stands now. */
export interface Place {
  readonly blockKey: string
  readonly after: number
}

/** A block that is gone, as the side that lost it last had it. `key` names the outermost block that is gone with it. */
export interface LostBlock {
  readonly key: string
  readonly node: NodeJson
}

/** The block that a finding is about. `id` is the block's own id, null where it has none. */
export interface FindingBlock {
  readonly key: string
  readonly id: string | null
  readonly type: string
}

/**
 * What a merge did to the text that neither side asked for. Every finding names the side whose work is concerned, and its `id` is
 * made of Yjs ids: the same on every device.
 * - `swallowed`: text or an inline object that `by` wrote is gone, because the other side removed what it stood in.
 *   `before` and `after` are the text around it in `by`'s own view; `words` is the same with the words that it begins or
 *   ends inside of (the binding writes "car" → "cat car" as an insertion in the middle of "car"); `restoreAt` where it belongs now, null when its
 *   surroundings are gone too and only a new paragraph can take it.
 * - `swallowed-block`: a block without text (a row, an object) that `by` added to something the other side removed.
 * - `swallowed-field`: a field that `by` set on a block which the other side removed or made anew; `copyKey` is the copy.
 * - `stranded`: text that `by` wrote still stands, but all that it stood next to was removed or carried elsewhere.
 * - `returned`: what `by` removed stands again, in `block`, because the other side had moved or remade it. `text` is what of it stands.
 * - `duplicate`: both sides wrote the same: `keys` are the blocks, or one block that holds the text twice in a row.
 *   `lost` is the whole block as `by` had it, for when it is gone altogether.
 * - `emptied`: each side left something in a container, and together they left nothing.
 * - `field`: both sides set one field to different values; `merged` won.
 * - `both-touched`: both sides changed the words of one block; both changes stand.
 */
export type BlockFinding = { readonly id: string; readonly block: FindingBlock } & (
  | {
      readonly kind: 'swallowed'
      readonly by: Side
      readonly text: string
      readonly words: string
      readonly before: string
      readonly after: string
      readonly restoreAt: Place | null
      readonly lost: LostBlock | null
    }
  | { readonly kind: 'swallowed-block'; readonly by: Side; readonly lost: LostBlock | null }
  | {
      readonly kind: 'swallowed-field'
      readonly by: Side
      readonly name: string
      readonly value: AttributeValue
      readonly copyKey: string | null
    }
  | {
      readonly kind: 'stranded'
      readonly by: Side
      readonly text: string
      readonly words: string
      readonly before: string
      readonly after: string
      readonly moveTo: Place | null
    }
  | { readonly kind: 'returned'; readonly by: Side; readonly text: string }
  | { readonly kind: 'duplicate'; readonly text: string; readonly keys: readonly string[] }
  | { readonly kind: 'emptied'; readonly lost: LostBlock | null }
  | {
      readonly kind: 'field'
      readonly name: string
      readonly base: AttributeValue
      readonly mine: AttributeValue
      readonly theirs: AttributeValue
      readonly merged: AttributeValue
    }
  | { readonly kind: 'both-touched'; readonly mine: Change; readonly theirs: Change }
)

/**
 * A term that stands with another value than one of the sides saw. `subject` names it in the middle of a sentence, the values are
 * in words; null is unset or gone.
 */
export interface TermFinding {
  readonly kind: 'term'
  readonly id: string
  readonly blockId: string
  readonly subject: string
  readonly base: string | null
  readonly mine: string | null
  readonly theirs: string | null
  readonly merged: string | null
}

export type MergeFinding = BlockFinding | TermFinding

/** What one side did to the words of a block. */
export interface Change {
  readonly inserted: string
  readonly deleted: string
}
