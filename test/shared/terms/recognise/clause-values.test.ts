import { expect, test } from 'vitest'
import { plainlyOf } from '../../../../shared/terms/recognise/facts/clause-values.ts'

/** At least one for each turn of phrase that says so. */
const PLAIN = {
  termination_for_convenience: [
    'Either party may terminate this Agreement upon thirty days written notice.',
    'This licence is terminable.',
    'Fell may terminate this Agreement for convenience.',
    'A party without cause may end or terminate it on thirty days notice.',
    'It may be terminated by either party with 30 days notice.',
    'It is terminated by each of them on notice.',
    'The council may cancel the service at any time on written notice.',
  ],
  revenue_profit_sharing: [
    'Sund pays 5% of net sales.',
    'Sund pays four per cent of gross income.',
    'A royalty of 5% is due.',
    'What comes in is split between them, 60 % each way.',
    'It takes a 4% commission.',
    'A commission falls due at the rate of five per cent.',
    'Fell keeps 12 percent of all their revenues.',
  ],
  insurance: [
    'The insurance has a limit of USD 1,000,000.',
    'It is USD 1,000,000 per occurrence.',
    'A combined single limit applies.',
    'The general aggregate is USD 2,000,000.',
  ],
  none: ['', 'The parties meet each month.', 'The agreement ends on 1 May 2030.'],
}

test.each(
  Object.entries(PLAIN).flatMap(([clause, sentences]) => sentences.map(sentence => [clause, sentence])),
)('tells a clause without the model: %s in "%s"', (clause, sentence = '') =>
  expect(plainlyOf(sentence)).toEqual(clause === 'none' ? [] : [clause]),
)
