import { type ClauseSentences, clausesOf } from './clauses/find-clauses.ts'
import { shippedModel } from './clauses/shipped-model.ts'
import type { KpiByFigure } from './facts/kpis/figures/kpis-by-figure.ts'
import { figuresOf } from './facts/kpis/kpis.ts'

/** What needs nothing but the sentences of a text, and takes nearly half of the time of reading: plain data, so that another thread can do it. */
export interface SentencesRead {
  readonly clauses: readonly ClauseSentences[]
  /** Measures by their figures, for each sentence. */
  readonly figures: readonly (readonly KpiByFigure[])[]
}

/** With the model of clauses that is shipped. */
export const readSentences = (sentences: readonly string[]): SentencesRead => ({
  clauses: clausesOf(sentences, shippedModel()),
  figures: sentences.map(figuresOf),
})
