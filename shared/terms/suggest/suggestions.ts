import { factValue } from '../fact-value.ts'
import { sentenceAround } from '../sentence.ts'
import type { FactTerm } from '../terms.ts'
import type { Proposal } from './propose-facts.ts'
import type { ProseText } from './prose-blocks.ts'

/** A fact that a recogniser found in prose and nobody has confirmed or dismissed. */
export interface Suggestion extends FactTerm {
  readonly state: 'proposed'
  readonly confidence: number
  /** The rule that found it, in words. */
  readonly rule: string
}

/** Key of what members dismissed: kind, block and words, so that it holds while the text around them is edited. */
export const dismissalKey = ({ kind, blockId, text }: Pick<FactTerm, 'kind' | 'blockId' | 'text'>): string =>
  `${kind}|${blockId}|${text.replace(/\s+/g, ' ').trim().slice(0, 200)}`

/**
 * Proposals as suggestions at their blocks, in reading order. Left out is what reaches over the end of a block, what a confirmed
 * term covers already, what would be unreadable as a term, and what was dismissed. Several of one kind with the same words in a
 * block share a dismissal; their ids differ.
 */
export function suggestionsIn(
  prose: ProseText,
  proposals: readonly Proposal[],
  isDismissed: (key: string) => boolean,
): Suggestion[] {
  let at = 0
  const seen = new Map<string, number>()
  return proposals.flatMap(({ kind, confidence, rule, ...stretch }) => {
    while (at + 1 < prose.starts.length && (prose.starts[at + 1] ?? 0) <= stretch.start) at += 1
    const block = prose.blocks[at]
    const offset = prose.starts[at] ?? 0
    if (!block || stretch.end > offset + block.text.length) return []
    const [start, end] = [stretch.start - offset, stretch.end - offset]
    if (block.marked.some(marked => start < marked.end && marked.start < end)) return []
    const text = block.text.slice(start, end)
    const value = factValue(kind, text)
    const key = dismissalKey({ kind, blockId: block.id, text })
    if (value.kind === 'unreadable' || isDismissed(key)) return []
    const count = (seen.get(key) ?? 0) + 1
    seen.set(key, count)
    return [
      {
        id: count === 1 ? key : `${key}|${count}`,
        blockId: block.id,
        clauseId: block.clauseId,
        kind,
        text,
        value,
        sentence: sentenceAround(block.text, start, end),
        start,
        end,
        state: 'proposed',
        confidence,
        rule,
      },
    ]
  })
}
