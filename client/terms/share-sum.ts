import { compareDecimals, subtractDecimals } from '../../shared/terms/decimal.ts'
import type { ShareTableTerm } from '../../shared/terms/terms.ts'

/** Whether a share table divides the whole, and what to say of it. */
export interface ShareSum {
  readonly complete: boolean
  readonly words: string
}

/** The sum of a share table in words; null where no row states a percentage. */
export function shareSum({ percentSum }: ShareTableTerm): ShareSum | null {
  if (percentSum === null) return null
  const order = compareDecimals(percentSum, '100')
  if (order === 0) return { complete: true, words: 'Together 100%' }
  const [more, less] = order === 1 ? [percentSum, '100'] : ['100', percentSum]
  const difference = subtractDecimals(more, less) ?? ''
  return {
    complete: false,
    words: `Together ${percentSum}%: ${difference}% ${order === 1 ? 'too much' : 'is given to nobody'}`,
  }
}
