import type { MergeCase } from './merge-cases/merge-case.ts'
import { mergeWork, startOf, textOfDoc, type WriterKind, writer } from './merge-writers.ts'
import { fates, type MergeAccount } from './random-merge.ts'

/** Words that the people of a case write are told by their beginning. */
const OWN = /(?:MINE|THEIRS|THIRD)\w+/g

/** Lets the people of a case write apart, brings it together, and tells what became of each word. */
export function runMergeCase(each: MergeCase, kind: WriterKind): MergeAccount {
  const base = startOf(kind, each.start)
  const people = [each.mine, each.theirs, ...(each.third ? [each.third] : [])].map((write, index) => {
    const person = writer(kind, 100 * (index + 1), base)
    write(person)
    return { person, work: person.work() }
  })
  const [mine, ...others] = people
  const merged = mergeWork(
    base,
    mine?.work ?? [],
    others.flatMap(({ work }) => work),
  )
  const written = [...new Set(people.flatMap(({ person }) => textOfDoc(person.doc).match(OWN) ?? []))]
  return {
    ...merged,
    written,
    log: [],
    ...fates(written, textOfDoc(merged.doc), merged.review),
  }
}
