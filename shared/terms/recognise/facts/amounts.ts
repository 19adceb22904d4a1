import type { Found, Reading } from '../reading.ts'
import { amountsIn } from '../values/amounts-in.ts'

/** Every amount of money with its currency. */
export function amounts({ sentences, words }: Reading): Found[] {
  return sentences.flatMap(({ start }, index) =>
    amountsIn(words[index] ?? '').map(({ amount, currency, start: from, end }) => ({
      kind: 'amount',
      value: { kind: 'money', amount, currency },
      start: start + from,
      end: start + end,
      confidence: 0.95,
      rule: 'amount with a currency',
    })),
  )
}
