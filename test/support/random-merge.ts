import type { MergeReview } from '../../shared/record/merge/review-merge.ts'
import { type MergedCase, mergeWork, textOfDoc, type WriterKind, writer } from './merge-writers.ts'
import { randomEdit } from './random-edit.ts'
import { startOfRandomText } from './random-text.ts'
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

/** One random merge of one (or, now and then, two) people with the one who comes back, and what became of each word. */
export function randomMerge(seed: number, kind: WriterKind): MergeAccount {
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
  const texts = [mine?.person.doc, theirs].flatMap(doc => (doc ? [textOfDoc(doc)] : []))
  const own = new RegExp(`(?:mine|theirs|third)${seed}w\\d+`, 'g')
  const written = [...new Set(texts.flatMap(text => text.match(own) ?? []))]
  return { ...merged, written, log, ...fates(written, textOfDoc(merged.doc), merged.review) }
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
