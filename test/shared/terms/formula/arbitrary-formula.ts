import fc from 'fast-check'
import type { Formula } from '../../../../shared/terms/formula/formula.ts'

const word = fc.constantFrom(
  'on-time',
  'deliveries',
  'clients',
  'asked',
  '°C',
  '“yes”',
  'within',
  '5-day',
  'größer',
)
const name = fc
  .tuple(word, fc.array(fc.oneof(word, fc.constantFrom('4', '12.5')), { maxLength: 3 }))
  .map(([first, rest]) => [first, ...rest].join(' '))
const number = fc.record({
  kind: fc.constant('number' as const),
  value: fc.oneof(
    fc.nat(100_000).map(String),
    fc.nat(999).map(n => `${n}.5`),
  ),
  percent: fc.boolean(),
})

/** Formulas as the parser gives them. */
export const arbitraryFormula: fc.Arbitrary<Formula> = fc.letrec<{ formula: Formula }>(tie => ({
  formula: fc.oneof(
    { maxDepth: 6, withCrossShrink: true },
    fc.oneof(
      number,
      name.map(text => ({ kind: 'name' as const, name: text })),
      name.map(text => ({ kind: 'kpi' as const, name: text })),
    ),
    fc.record({ kind: fc.constant('of' as const), name, part: tie('formula') }),
    fc.record({
      kind: fc.constant('operation' as const),
      operator: fc.constantFrom('+', '-', '*', '/'),
      left: tie('formula'),
      right: tie('formula'),
    }),
  ),
})).formula
