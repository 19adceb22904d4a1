import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MODELS } from '../../../../shared/agreement/models.ts'
import { sampleAgreement, templateFor } from '../../../../shared/agreement/templates/template-for.ts'
import { extractTerms } from '../../../../shared/terms/extract-terms.ts'
import { printFormula } from '../../../../shared/terms/formula/formula.ts'
import { formulaProblems } from '../../../../shared/terms/formula/formula-problems.ts'
import { parseFormula } from '../../../../shared/terms/formula/parse-formula.ts'
import { arbitraryFormula } from './arbitrary-formula.ts'

const printed = (text: string) => {
  const parsed = parseFormula(text)
  return parsed.ok ? printFormula(parsed.value.formula) : `${parsed.error.kind} ${parsed.error.start}`
}

describe('parseFormula', () => {
  test.each([
    ['on-time deliveries / all deliveries * 100', 'on-time deliveries / all deliveries × 100'],
    ['a x b × c*d', 'a × b × c × d'],
    ['x x y', 'x × y'],
    ['x-ray images / images', 'x-ray images / images'],
    ['boxes at or below 4 °C throughout / boxes', 'boxes at or below 4 °C throughout / boxes'],
    ['2 or more visits / visits', '2 or more visits / visits'],
    ['(a + b) / c', '(a + b) / c'],
    ['(a / b) × 100', 'a / b × 100'],
    ['a - (b - c)', 'a − (b − c)'],
    ['(a - b) - c', 'a − b − c'],
    ['a/(b/c)', 'a / (b / c)'],
    ['5-3', '5 − 3'],
    ['1,250.50 × 3%', '1250.50 × 3 %'],
    ['median of (day of end − day of start)', 'median of (day of end − day of start)'],
    ['{Boxes  at the door} ÷ { Orders }', '{Boxes at the door} / {Orders}'],
    ['[a + b] : c', '(a + b) / c'],
  ])('reads %s', (text, expected) => {
    expect(printed(text)).toBe(expected)
  })

  test.each([
    ['', 'empty 0'],
    ['   ', 'empty 0'],
    ['rate = a / b', 'unknown-syntax 5'],
    ['a / b ^ 2', 'unknown-syntax 6'],
    ['a / {}', 'unknown-syntax 4'],
    ['a, b', 'unknown-syntax 1'],
    ['/ b', 'missing-part 0'],
    ['a / ', 'missing-part 3'],
    ['a / × 2', 'missing-part 4'],
    ['()', 'missing-part 1'],
    ['(a + b', 'unclosed 0'],
    ['a) / b', 'unknown-syntax 1'],
    ['a %', 'unknown-syntax 2'],
    ['(a) b', 'missing-operator 4'],
    ['{a} {b}', 'missing-operator 4'],
    ['100 (a / b)', 'missing-operator 4'],
  ])('says where it cannot read %s', (text, expected) => {
    expect(printed(text)).toBe(expected)
  })

  test('bounds the length and the depth', () => {
    expect(printed('a'.repeat(2001))).toBe('too-long 2000')
    expect(printed('('.repeat(41))).toBe('too-long 40')
    expect(printed(`${'('.repeat(40)}a${')'.repeat(40)}`)).toBe('a')
  })

  test('reads back what was printed', () => {
    fc.assert(
      fc.property(arbitraryFormula, formula => {
        const parsed = parseFormula(printFormula(formula))
        if (parsed.ok) expect(parsed.value.formula).toEqual(formula)
        else expect(parsed.error.kind).toBe('too-long')
      }),
      { numRuns: 500 },
    )
  })

  test('gives for any text a formula that prints the same again, or a problem inside the text', () => {
    const text = fc.array(
      fc.constantFrom('a', 'x', ' ', '12', '%', '(', ')', '+', '-', '/', '×', '{b}', 'c-d', '=', '.'),
      { maxLength: 12 },
    )
    fc.assert(
      fc.property(
        fc.oneof(
          text.map(parts => parts.join('')),
          fc.string({ unit: 'grapheme' }),
        ),
        input => {
          const parsed = parseFormula(input)
          if (parsed.ok) {
            const again = parseFormula(printFormula(parsed.value.formula))
            expect(again.ok && again.value.formula).toEqual(parsed.value.formula)
            for (const { start, end } of parsed.value.places.values())
              expect(start >= 0 && start < end && end <= input.length).toBe(true)
          } else {
            const { start, end } = parsed.error
            expect(start >= 0 && start <= end && end <= input.length).toBe(true)
          }
        },
      ),
      { numRuns: 1000 },
    )
  })

  test('says in the place of each part where it stands', () => {
    const text = 'on time / (all  deliveries)'
    const parsed = parseFormula(text)
    const stretches = parsed.ok
      ? [...parsed.value.places.values()].map(({ start, end }) => text.slice(start, end))
      : []
    expect(stretches).toEqual(['on time', 'all  deliveries', 'on time / (all  deliveries'])
  })
})

describe('formulaProblems', () => {
  const kpi = (id: string, formula: string) => ({ id, name: `KPI ${id}`, formula })
  const found = (...kpis: readonly ReturnType<typeof kpi>[]) =>
    formulaProblems(kpis).map(({ kpiId, kind, start, end }) => {
      const text = kpis.find(({ id }) => id === kpiId)?.formula ?? ''
      return `${kpiId}: ${kind} ${text.slice(start, end)}`
    })

  test.each([
    ['a / b × 100', []],
    ['(yes + partly / 2) / asked × 100', []],
    ['a / b / 12', []],
    ['100 × 5 / b', ['one: numerator-not-named 100 × 5']],
    ['5 / b × 100', ['one: numerator-not-named 5']],
    ['a / 12', ['one: denominator-not-named 12']],
    ['median of (3 / (4 + 5))', ['one: numerator-not-named 3', 'one: denominator-not-named 4 + 5']],
    ['', []],
    ['a /', ['one: missing-part ']],
    ['{Nothing} / b', ['one: unknown-kpi {Nothing}']],
    ['{kpi  ONE} / b', ['one: refers-to-itself {kpi  ONE}']],
    ['kpi one / b', []],
  ])('finds in %s what is wrong', (formula, expected) => {
    expect(found(kpi('one', formula))).toEqual(expected)
  })

  test('finds a cycle at each reference that closes it, and leaves those who only look at it', () => {
    expect(
      found(kpi('a', '{KPI b} / x'), kpi('b', 'c / KPI c'), kpi('c', 'KPI a × 2'), kpi('d', '{KPI a} + e')),
    ).toEqual(['a: cycle {KPI b}', 'b: cycle KPI c', 'c: cycle KPI a'])
  })

  test('does not depend on the order of the KPIs', () => {
    const formulas = fc.array(fc.constantFrom('{KPI 0}', '{KPI 1} / {KPI 2}', 'KPI 3', 'a / b', '1 / a'), {
      minLength: 1,
      maxLength: 5,
    })
    fc.assert(
      fc.property(formulas, list => {
        const kpis = list.map((formula, index) => kpi(String(index), formula))
        expect(found(...kpis.toReversed()).sort()).toEqual(found(...kpis).sort())
      }),
    )
  })

  test('finds nothing in the templates and the sample', () => {
    const agreements = [...MODELS.map(templateFor), sampleAgreement()]
    for (const { title, body } of agreements) {
      const { kpis } = extractTerms(body, title)
      expect(
        formulaProblems(kpis.map(({ id, parts }) => ({ id, name: parts.name, formula: parts.formula }))),
      ).toEqual([])
    }
  })
})
