import { expect, test } from 'vitest'
import { plainlyOf } from '../../../../shared/terms/recognise/facts/clause-values.ts'

test.each([
  'Either party may terminate this Agreement upon thirty days written notice.',
  'This licence is terminable.',
  'Fell may terminate this Agreement for convenience.',
  'A party without cause may end or terminate it on thirty days notice.',
  'It may be terminated by either party with 30 days notice.',
  'It is terminated by each of them on notice.',
  'The council may cancel the service at any time on written notice.',
])('says plainly that an agreement can be ended: %s', sentence =>
  expect(plainlyOf(sentence)).toEqual(['termination_for_convenience']),
)

test.each([
  'Sund pays 5% of net sales.',
  'Sund pays four per cent of gross income.',
  'A royalty of 5% is due.',
  'What comes in is split between them, 60 % each way.',
  'It takes a 4% commission.',
  'A commission falls due at the rate of five per cent.',
  'Fell keeps 12 percent of all their revenues.',
])('says plainly that what comes in is shared: %s', sentence =>
  expect(plainlyOf(sentence)).toEqual(['revenue_profit_sharing']),
)

test.each([
  'The insurance has a limit of USD 1,000,000.',
  'It is USD 1,000,000 per occurrence.',
  'A combined single limit applies.',
])('says plainly that there is insurance: %s', sentence => expect(plainlyOf(sentence)).toEqual(['insurance']))

test.each(['', 'The parties meet each month.', 'The agreement ends on 1 May 2030.'])(
  'says nothing plainly: %s',
  sentence => expect(plainlyOf(sentence)).toEqual([]),
)
