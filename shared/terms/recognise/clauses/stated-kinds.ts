import { CLAUSE_KINDS } from './clause-kind.ts'
import { AFFIRMATIONS } from './statements/affirmations.ts'
import { DENIALS } from './statements/denials.ts'
import type { Statement } from './statements/statement.ts'
import { StemIndex } from './stem-index.ts'

/** Kinds of clause, as indices, that a sentence says it is, and those that it says it is not; none is in both. */
export interface StatedKinds {
  readonly affirmed: readonly number[]
  readonly denied: readonly number[]
}

const STATEMENTS = [...DENIALS, ...AFFIRMATIONS]
const STEMS = new StemIndex(STATEMENTS.map(statement => statement.stems))

/** What a sentence in lower case says of itself in so many words: the model counts words one by one and cannot tell. */
export function statedKinds(sentence: string): StatedKinds {
  const about = STEMS.groupsIn(sentence)
  const [denied, affirmed] = [new Set<number>(), new Set<number>()]
  for (const [index, statement] of STATEMENTS.entries()) {
    if (!about[index] || !isSaid(statement, sentence)) continue
    const kind = CLAUSE_KINDS.indexOf(statement.kind)
    if (index < DENIALS.length) denied.add(kind)
    else if (!denied.has(kind)) affirmed.add(kind)
  }
  return { affirmed: [...affirmed], denied: [...denied] }
}

function isSaid({ said, unless, dropped }: Statement, sentence: string): boolean {
  if (!said.test(sentence)) return false
  return !unless?.test(dropped ? sentence.replace(dropped, '') : sentence)
}
