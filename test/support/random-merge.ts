import * as Y from 'yjs'
import { IdRanges } from '../../shared/record/merge/id-ranges.ts'
import type { Side } from '../../shared/record/merge/merge-sides.ts'
import type { MergeReview } from '../../shared/record/merge/review-merge.ts'
import { type MergedCase, mergeWork, textOfDoc, type WriterKind, writer } from './merge-writers.ts'
import { randomEdit } from './random-edit.ts'
import { BEGINNING_WORD, startOfRandomText } from './random-text.ts'
import { SeededRandom } from './seeded-random.ts'

export interface MergeAccount extends MergedCase {
  /** Words that a side's own text held at the end. */
  readonly written: readonly string[]
  readonly inText: readonly string[]
  /** Not in the text, but in the review. */
  readonly inReview: readonly string[]
  readonly lost: readonly string[]
  readonly log: readonly string[]
}

export interface RandomMerge extends MergeAccount {
  /** Words of the beginning that a side removed and that stand in the merged text all the same; of them those that no finding tells. */
  readonly returned: readonly string[]
  readonly untold: readonly string[]
}

/** One random merge of one (or, now and then, two) people with the one who comes back, and what became of each word. */
export function randomMerge(seed: number, kind: WriterKind): RandomMerge {
  const random = new SeededRandom(seed)
  const base = startOfRandomText(random, kind)
  const names = random.chance(0.25) ? ['mine', 'theirs', 'third'] : ['mine', 'theirs']
  const log: string[] = []
  const writers = names.map((name, index) => {
    const person = writer(kind, 100 * (index + 1), base)
    const edits = 1 + random.int(10)
    for (let step = 0; step < edits; step++)
      log.push(`${name}: ${randomEdit(person, random, `${name}${seed}w${step}`)}`)
    return { name, person, work: person.work() }
  })
  const [mine, ...others] = writers
  const merged = mergeWork(
    base,
    mine?.work ?? [],
    others.flatMap(({ work }) => work),
  )
  // What the others lost to each other is for their own review.
  const theirs =
    others.length === 1
      ? others[0]?.person.doc
      : mergeWork(base, others[0]?.work ?? [], others[1]?.work ?? []).doc
  const texts = { mine: textOf(mine?.person.doc), theirs: textOf(theirs) }
  const own = new RegExp(`(?:mine|theirs|third)${seed}w\\d+`, 'g')
  const written = [...new Set(Object.values(texts).flatMap(text => text.match(own) ?? []))]
  return {
    ...merged,
    written,
    log,
    ...returnedWords(base, texts, merged),
    ...fates(written, textOfDoc(merged.doc), merged.review),
  }
}

const textOf = (doc: Y.Doc | undefined) => (doc ? textOfDoc(doc) : '')

/** The words of a text as it began, each with its ids. */
function* wordsOf(update: Uint8Array): Generator<readonly [word: string, ids: IdRanges]> {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, update)
  for (const [client, structs] of doc.store.clients)
    for (const struct of structs) {
      if (!(struct instanceof Y.Item) || struct.deleted || !(struct.content instanceof Y.ContentString))
        continue
      const { clock } = struct.id
      for (const { 0: word, index } of struct.content.str.matchAll(BEGINNING_WORD))
        yield [word, IdRanges.from([[client, clock + index, clock + index + word.length]])]
    }
}

/** Words that a side removed from its own text and the merged text has. Where a finding begins or ends inside of one it tells a part. */
function returnedWords(
  base: Uint8Array,
  { mine, theirs }: Record<Side, string>,
  { doc, ranges, review }: MergedCase,
) {
  const merged = textOfDoc(doc)
  const holds = (text: string, word: string) => new RegExp(`${word}(?!\\d)`).test(text)
  const isGone = (word: string, ids: IdRanges) =>
    (ranges?.mine.deleted.holds(ids) && !holds(mine, word.slice(word.indexOf('_')))) ||
    (ranges?.theirs.deleted.holds(ids) && !holds(theirs, word.slice(word.indexOf('_'))))
  const returned = [...wordsOf(base)].flatMap(([word, ids]) =>
    holds(merged, word) && isGone(word, ids) ? [word] : [],
  )
  const told = (review?.findings ?? []).flatMap(each =>
    each.kind === 'returned' || each.kind === 'duplicate' ? each.text.split(/\s+/).filter(Boolean) : [],
  )
  const isTold = (word: string) => told.some(part => word.startsWith(part) || word.endsWith(part))
  return { returned, untold: returned.filter(word => !isTold(word)) }
}

/** Where each word is: whole in the text, else in a finding, else nowhere. */
export function fates(written: readonly string[], text: string, review: MergeReview | null) {
  const told = JSON.stringify([review?.findings ?? [], review?.terms ?? []])
  const holds = (where: string, word: string) => new RegExp(`${word}(?!\\d)`).test(where)
  const inText = written.filter(word => holds(text, word))
  const missing = written.filter(word => !holds(text, word))
  return {
    inText,
    inReview: missing.filter(word => holds(told, word)),
    lost: missing.filter(word => !holds(told, word)),
  }
}
