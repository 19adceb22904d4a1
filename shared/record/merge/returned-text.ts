import type { Context } from './context-place.ts'
import type { BlockFinding } from './merge-finding.ts'
import { otherSide, type Side } from './merge-sides.ts'
import type { MergedBlock } from './merged-block.ts'
import { contextOf, findingBlock, stretches, textIn } from './merged-text.ts'

const SIDES: readonly Side[] = ['mine', 'theirs']

/** Words in a row that a copy shares with what it was copied from, and that independent passages rarely share. */
const SHARED_WORDS = 5
/** Characters beside a few words by which their place in a copy is known. */
const BESIDE = 10
/** The least characters that are known by what is beside them in a block that is not the same made anew. */
const LEAST_ELSEWHERE = 8

/**
 * What a side removed and what stands again all the same, because the other side wrote it anew meanwhile: moved, divided, joined or
 * retyped it. Yjs knows only that both removed the one and that somebody wrote the other.
 */
export function returnedText(blocks: readonly MergedBlock[]): readonly BlockFinding[] {
  return SIDES.flatMap(by => {
    const returned = returnedBlocks(blocks, by)
    const isInReturned = (block: MergedBlock) => {
      let around: MergedBlock | null = block
      while (around && !returned.has(around)) around = around.parent
      return around !== null
    }
    const outermost = [...returned].filter(({ parent }) => !parent || !isInReturned(parent))
    return [
      ...outermost.map(block => finding(block, by, wordsWithin(block, blocks), block.key)),
      ...returnedWords(blocks, by)
        .filter(({ place }) => !isInReturned(place))
        .map(({ place, text, key }) => finding(place, by, text, key)),
    ]
  })
}

const finding = (place: MergedBlock, by: Side, text: string, key: string): BlockFinding => ({
  kind: 'returned',
  id: `returned:${key}`,
  block: findingBlock(place),
  by,
  text: text.trim(),
})

/** Of a block that a side made, all within is in `blocks`. */
function wordsWithin(block: MergedBlock, blocks: readonly MergedBlock[]): string {
  const isWithin = (other: MergedBlock) => {
    let around: MergedBlock | null = other
    while (around && around !== block) around = around.parent
    return around === block
  }
  return blocks.flatMap(other => (isWithin(other) ? [textIn(other, 'merged')] : [])).join(' ')
}

/** Blocks that `by` removed, and of which the other side's copy stands. */
function returnedBlocks(blocks: readonly MergedBlock[], by: Side): ReadonlySet<MergedBlock> {
  const other = otherSide(by)
  const kept = new Set(blocks.filter(({ life }) => life[by]).map(({ id }) => id))
  const removed = new Set(
    blocks
      .filter(({ life, id }) => id !== null && life.base && !life[by] && !kept.has(id))
      .map(({ id }) => id),
  )
  return new Set(
    blocks.filter(({ by: writer, life, id }) => writer === other && life.merged && removed.has(id)),
  )
}

interface ReturnedWords {
  readonly place: MergedBlock
  readonly text: string
  readonly key: string
}

/** Words that both removed from where they stood, of which the other side has written a copy and `by` has not. */
function returnedWords(blocks: readonly MergedBlock[], by: Side): readonly ReturnedWords[] {
  const copies = written(blocks, otherSide(by), 'merged')
  const own = written(blocks, by, by)
  return blocks.flatMap(block =>
    stretches(block.runs, ({ life }) => life.base && !life.mine && !life.theirs).flatMap(
      ({ from, to, text }): ReturnedWords[] => {
        const context = contextOf(block, from, to, 'base')
        const passagesIn = (texts: readonly Written[]) =>
          texts.flatMap(({ place, text: copy }) => {
            const isRemade = place.id !== null && place.id === block.id
            const isKnownBesides = isRemade || text.trim().length >= LEAST_ELSEWHERE
            return sharedWords(text, copy, isKnownBesides ? context : null).map(words => ({ place, words }))
          })
        const found = passagesIn(copies)
        if (found.length === 0) return []
        const moved = passagesIn(own)
        const start = block.runs[from]?.key
        return found
          .filter(({ words }) => !moved.some(each => each.words.includes(words)))
          .map(({ place, words }) => ({ place, text: words, key: `${start}+${text.indexOf(words)}` }))
      },
    ),
  )
}

interface Written {
  readonly place: MergedBlock
  readonly text: string
}

/** What a side wrote in each block, as far as it lives in a view. */
const written = (blocks: readonly MergedBlock[], side: Side, view: Side | 'merged'): readonly Written[] =>
  blocks.flatMap(place => {
    const text = place.runs.map(run => (run.by === side && run.life[view] ? run.text : '')).join('')
    return text.trim() === '' ? [] : [{ place, text }]
  })

/**
 * The passages of `text` that `copy` has too, as far as that cannot be chance. A few words alone are no copy, unless they are all of
 * it or have the same beside them (`context`).
 */
function sharedWords(text: string, copy: string, context: Context | null): readonly string[] {
  const whole = text.trim()
  if (whole === '') return []
  const words = [...text.matchAll(/\S+/g)].map(({ 0: word, index }) => ({
    from: index,
    to: index + word.length,
  }))
  if (words.length >= SHARED_WORDS) return copy.includes(whole) ? [whole] : passages(text, words, copy)
  if (whole.length > 3 && copy.trim() === whole) return [whole]
  const [before, after] = [context?.before.slice(-BESIDE) ?? '', context?.after.slice(0, BESIDE) ?? '']
  const fits =
    (before !== '' && copy.includes(before + text)) || (after !== '' && copy.includes(text + after))
  return fits ? [whole] : []
}

interface Stretch {
  readonly from: number
  readonly to: number
}

/**
 * What is shared of a text that somebody wrote into since, each passage as long as can be. Two words in a row are no chance beside
 * many, or where such passages are half of the text.
 */
function passages(text: string, words: readonly Stretch[], copy: string): readonly string[] {
  const found: { readonly text: string; readonly count: number }[] = []
  for (let first = 0; first + 2 <= words.length; first++) {
    const part = (last: number) => text.slice(words[first]?.from, words[last]?.to)
    let last = first + 1
    if (!copy.includes(part(last))) continue
    while (last + 1 < words.length && copy.includes(part(last + 1))) last++
    found.push({ text: part(last), count: last + 1 - first })
    first = last
  }
  const isLong = found.some(({ count }) => count >= SHARED_WORDS)
  const total = found.reduce((sum, { count }) => sum + count, 0)
  return isLong || total * 2 >= words.length ? found.map(each => each.text) : []
}
