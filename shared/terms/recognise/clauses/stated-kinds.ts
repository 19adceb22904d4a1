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

const STATEMENTS = [...DENIALS, ...AFFIRMATIONS].map((statement, index) => ({
  statement,
  kind: CLAUSE_KINDS.indexOf(statement.kind),
  denies: index < DENIALS.length,
}))
const STEMS = new StemIndex(STATEMENTS.map(({ statement }) => statement.stems))
const NONE: StatedKinds = { affirmed: [], denied: [] }

/** What a sentence in lower case says of itself in so many words: the model counts words one by one and cannot tell. */
export function statedKinds(sentence: string): StatedKinds {
  const about = STEMS.groupsIn(sentence)
  const said = STATEMENTS.filter(({ statement }, index) => about[index] === 1 && isSaid(statement, sentence))
  if (said.length === 0) return NONE
  const kindsOf = (denies: boolean) => new Set(said.flatMap(one => (one.denies === denies ? [one.kind] : [])))
  const denied = kindsOf(true)
  return { affirmed: [...kindsOf(false)].filter(kind => !denied.has(kind)), denied: [...denied] }
}

function isSaid({ said, unless, dropped }: Statement, sentence: string): boolean {
  if (!said.test(sentence)) return false
  return !unless?.test(dropped ? sentence.replace(dropped, '') : sentence)
}
