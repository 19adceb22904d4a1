import { type Found, inText, type Reading } from '../reading.ts'
import { amountsIn } from '../values/amounts-in.ts'

/** Every amount of money with its currency. */
export const amounts = (reading: Reading): Found[] => inText(reading, reading.each(read))

const read = (sentence: string): Found[] =>
  amountsIn(sentence).map(({ amount, currency, start, end }) => ({
    kind: 'amount',
    value: { kind: 'money', amount, currency },
    start,
    end,
    confidence: 0.95,
    rule: 'amount with a currency',
  }))
