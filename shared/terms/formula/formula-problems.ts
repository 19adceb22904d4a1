import { loopsIn } from '../chain/loops-in.ts'
import type { Formula, FormulaPlace, FormulaSyntaxProblem } from './formula.ts'
import { type ParsedFormula, parseFormula } from './parse-formula.ts'

/** A KPI as far as its formula goes. */
export interface FormulaOfKpi {
  readonly id: string
  readonly name: string
  readonly formula: string
}

/** What is wrong with the formula of a KPI. The place counts in the text that was given as its formula. */
export interface FormulaProblem extends FormulaPlace {
  readonly kpiId: string
  readonly kind:
    | FormulaSyntaxProblem['kind']
    | 'numerator-not-named'
    | 'denominator-not-named'
    | 'unknown-kpi'
    | 'refers-to-itself'
    | 'cycle'
  readonly message: string
}

interface Reference extends FormulaPlace {
  readonly to: string
}

/**
 * What is wrong with the formulas of all KPIs of an agreement, in their order and from left to right. A name refers to a KPI
 * when it stands in braces or equals the KPI's name (white space and case aside); its own name refers to itself only in braces,
 * since a KPI is often called like what it counts. A KPI without a formula has no problem here.
 */
export function formulaProblems(kpis: readonly FormulaOfKpi[]): FormulaProblem[] {
  const idsByName = new Map<string, string[]>()
  for (const { id, name } of kpis)
    if (key(name) !== '') idsByName.set(key(name), [...(idsByName.get(key(name)) ?? []), id])
  const read = kpis.flatMap(kpi => {
    const parsed = kpi.formula.trim() === '' ? null : parseFormula(kpi.formula)
    return parsed ? [{ kpi, parsed }] : []
  })
  const references = new Map<string, readonly Reference[]>()
  for (const { kpi, parsed } of read)
    if (parsed.ok) references.set(kpi.id, referencesIn(kpi.id, parsed.value, idsByName))
  const loops = loopsIn(new Map([...references].map(([id, found]) => [id, found.map(({ to }) => to)])))
  const nameOf = new Map(kpis.map(kpi => [kpi.id, kpi.name.trim()]))

  return read.flatMap(({ kpi, parsed }) => {
    if (!parsed.ok) return [{ kpiId: kpi.id, ...parsed.error }]
    const found = [
      ...unknownKpis(parsed.value, idsByName),
      ...unnamedParts(parsed.value),
      ...loopProblems(kpi.id, references.get(kpi.id) ?? [], loops, nameOf),
    ]
    return found.map(each => ({ kpiId: kpi.id, ...each })).sort((a, b) => a.start - b.start || a.end - b.end)
  })
}

type Found = Omit<FormulaProblem, 'kpiId'>

const key = (name: string) => name.replace(/\s+/g, ' ').trim().toLowerCase()

const named = ({ places }: ParsedFormula) =>
  [...places].flatMap(([part, place]) =>
    part.kind === 'name' || part.kind === 'kpi' ? [{ part, place }] : [],
  )

const referencesIn = (
  kpiId: string,
  parsed: ParsedFormula,
  idsByName: ReadonlyMap<string, readonly string[]>,
): Reference[] =>
  named(parsed).flatMap(({ part, place }) =>
    (idsByName.get(key(part.name)) ?? [])
      .filter(to => part.kind === 'kpi' || to !== kpiId)
      .map(to => ({ to, ...place })),
  )

const unknownKpis = (parsed: ParsedFormula, idsByName: ReadonlyMap<string, readonly string[]>): Found[] =>
  named(parsed).flatMap(({ part, place }) =>
    part.kind === 'kpi' && !idsByName.has(key(part.name))
      ? [
          {
            ...place,
            kind: 'unknown-kpi',
            message: `No KPI is called “${part.name}”. Write the name of a KPI of this agreement between the braces, or leave the braces out.`,
          } as const,
        ]
      : [],
  )

function loopProblems(
  kpiId: string,
  references: readonly Reference[],
  loops: readonly (readonly string[])[],
  nameOf: ReadonlyMap<string, string>,
): Found[] {
  const loop = loops.find(members => members.includes(kpiId)) ?? []
  return references.flatMap(({ to, start, end }): Found[] => {
    if (to === kpiId)
      return [
        {
          start,
          end,
          kind: 'refers-to-itself',
          message: 'This KPI is calculated from itself. Name what is counted instead.',
        },
      ]
    if (!loop.includes(to)) return []
    const others = loop.map(id => `“${nameOf.get(id)}”`).join(', ')
    return [
      {
        start,
        end,
        kind: 'cycle',
        message: `These KPIs are calculated from each other: ${others}. One of them needs a formula of its own.`,
      },
    ]
  })
}

/** The numbers of the main fraction must say what they count; a number beside it (`× 100`, a half) need not. */
function unnamedParts({ formula, places }: ParsedFormula): Found[] {
  const ratio = mainRatio(formula)
  if (!ratio) return []
  const side = (part: Formula, kind: 'numerator-not-named' | 'denominator-not-named', message: string) =>
    hasName(part) ? [] : [{ kind, message, ...(places.get(part) ?? { start: 0, end: 0 }) }]
  return [
    ...side(
      ratio.left,
      'numerator-not-named',
      'Say in words what is counted above the line of the fraction.',
    ),
    ...side(ratio.right, 'denominator-not-named', 'Say in words what it is divided by.'),
  ]
}

type Operation = Extract<Formula, { kind: 'operation' }>

function mainRatio(formula: Formula): Operation | null {
  if (formula.kind === 'of') return mainRatio(formula.part)
  if (formula.kind !== 'operation') return null
  const { operator, left, right } = formula
  if (operator === '*')
    return hasName(left) && hasName(right) ? null : mainRatio(hasName(left) ? left : right)
  if (operator !== '/') return null
  return (hasName(right) ? null : mainRatio(left)) ?? formula
}

function hasName(formula: Formula): boolean {
  switch (formula.kind) {
    case 'number':
      return false
    case 'operation':
      return hasName(formula.left) || hasName(formula.right)
    case 'name':
    case 'kpi':
    case 'of':
      return true
  }
}
