/** Counts of a field: found and right, found and wrong, missed. */
export interface Tally {
  hits: number
  wrong: number
  missed: number
}

export const newTally = (): Tally => ({ hits: 0, wrong: 0, missed: 0 })

export const precision = ({ hits, wrong }: Tally): number => (hits + wrong === 0 ? 1 : hits / (hits + wrong))
export const recall = ({ hits, missed }: Tally): number => (hits + missed === 0 ? 1 : hits / (hits + missed))
export const f1 = ({ hits, wrong, missed }: Tally): number =>
  hits + wrong + missed === 0 ? 1 : (2 * hits) / (2 * hits + wrong + missed)

/** What went wrong with one field of one contract, to be read by whoever improves a rule. */
export interface Miss {
  readonly id: string
  readonly field: string
  readonly wanted: string
  readonly got: string
}
