import type { ClauseKind } from './clauses/clause-kind.ts'
import { type ClauseSentences, clausesOf } from './clauses/find-clauses.ts'
import { shippedModel } from './clauses/shipped-model.ts'
import { plainlyOf } from './facts/clause-values.ts'
import type { KpiByFigure } from './facts/kpis/figures/kpis-by-figure.ts'
import { figuresOf } from './facts/kpis/kpis.ts'

/** What needs nothing but the sentences of a text, and takes nearly half of the time of reading: plain data, so that another thread can do it. */
export interface SentencesRead {
  readonly clauses: readonly ClauseSentences[]
  /** The clauses that each sentence is plainly of. */
  readonly plain: readonly (readonly ClauseKind[])[]
  /** Measures by their figures, for each sentence. */
  readonly figures: readonly (readonly KpiByFigure[])[]
}

/** With the model of clauses that is shipped. */
export const readSentences = (sentences: readonly string[]): SentencesRead => ({
  clauses: clausesOf(sentences, shippedModel()),
  plain: sentences.map(plainlyOf),
  figures: sentences.map(figuresOf),
})
