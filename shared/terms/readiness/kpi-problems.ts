import type { KpiPartName } from '../../document/node-types.ts'
import { must } from '../../result.ts'
import { formulaProblems } from '../formula/formula-problems.ts'
import type { KpiTerm, Terms } from '../terms.ts'
import { type Problem, problem } from './problem.ts'

const NEEDED: readonly (readonly [
  part: KpiPartName,
  severity: Problem['severity'],
  lack: string,
  advice: string,
])[] = [
  ['name', 'error', 'has no name', 'Give it a name that a client would understand.'],
  ['value', 'error', 'does not say which value it serves', 'Write the value that it serves, and for whom.'],
  ['definition', 'error', 'has no definition', 'Write what counts and what does not.'],
  ['formula', 'warning', 'has no formula', 'Write how the figure is calculated.'],
  ['source', 'warning', 'does not say where its figures come from', 'Write the source of the data.'],
  ['limits', 'warning', 'does not say what it cannot show', 'Write its limits and how it could be gamed.'],
]

/** KPIs without value, baseline, target or owner, and KPIs that nobody will look at again. */
export function kpiProblems(terms: Terms): readonly Problem[] {
  const kpis = terms.kpis.filter(kpi => kpi.maturity !== 'retired')
  if (kpis.length === 0) {
    return [
      problem('no-kpis', null, {
        severity: 'warning',
        topic: 'kpis',
        message: 'No KPI is defined.',
        advice: 'Define at least one that shows whether the clients get what this agreement is for.',
        fix: { kind: 'insert-kpi' },
      }),
    ]
  }
  return [
    ...kpis.flatMap(kpi => [
      ...missingParts(kpi),
      ...missingFields(kpi),
      ...ownerProblems(terms, kpi),
      ...verifierProblems(terms, kpi),
    ]),
    ...formulas(kpis),
  ]
}

const nameOf = (kpi: KpiTerm) =>
  kpi.parts.name.trim() === '' ? 'A KPI' : `The KPI “${kpi.parts.name.trim()}”`

const missingParts = (kpi: KpiTerm): readonly Problem[] =>
  NEEDED.filter(([part]) => kpi.parts[part].trim() === '').map(([part, severity, lack, advice]) =>
    problem(`kpi-${part}`, kpi.id, { severity, topic: 'kpis', message: `${nameOf(kpi)} ${lack}.`, advice }),
  )

function missingFields(kpi: KpiTerm): readonly Problem[] {
  const say = (kind: string, severity: Problem['severity'], lack: string, advice: string) =>
    problem(kind, kpi.id, { severity, topic: 'kpis', message: `${nameOf(kpi)} ${lack}.`, advice })
  const out: Problem[] = []
  if (!kpi.baseline)
    out.push(
      say(
        'kpi-baseline',
        'error',
        'has no baseline',
        'Write where it stands now; without it nobody can tell a success.',
      ),
    )
  if (!kpi.target)
    out.push(say('kpi-target', 'warning', 'has no target', 'Write where it should stand, and by when.'))
  if (!kpi.cadence)
    out.push(say('kpi-cadence', 'warning', 'does not say how often it is measured', 'Choose how often.'))
  if (!kpi.revisitOn)
    out.push(
      say(
        'kpi-revisit',
        'warning',
        'has no date on which it is looked at again',
        'Set a revisit date: a KPI that nobody revisits stops serving its value.',
      ),
    )
  return out
}

function verifierProblems({ parties }: Terms, kpi: KpiTerm): readonly Problem[] {
  if (kpi.verifierPartyId === null || parties.some(party => party.id === kpi.verifierPartyId)) return []
  return [
    problem('kpi-verifier', kpi.id, {
      severity: 'error',
      topic: 'kpis',
      message: `${nameOf(kpi)} is verified by a party that is not in the text.`,
      advice: 'Choose another party, or none.',
    }),
  ]
}

/** A formula that is no formula, or does not name its parts, may still be read by people; what refers to nothing cannot be. */
const FORMULA_ERRORS: readonly string[] = ['unknown-kpi', 'refers-to-itself', 'cycle']

const formulas = (kpis: readonly KpiTerm[]): readonly Problem[] =>
  formulaProblems(kpis.map(({ id, parts }) => ({ id, name: parts.name, formula: parts.formula }))).map(
    found =>
      problem(`formula-${found.kind}`, found.kpiId, {
        severity: FORMULA_ERRORS.includes(found.kind) ? 'error' : 'warning',
        topic: 'kpis',
        message: `The formula of ${nameOf(
          must(
            kpis.find(({ id }) => id === found.kpiId),
            'a formula has its KPI',
          ),
        ).replace(/^The /, 'the ')}: ${found.message}`,
        advice: 'Correct the formula.',
      }),
  )

function ownerProblems(terms: Terms, kpi: KpiTerm): readonly Problem[] {
  const known = terms.parties.some(party => party.id === kpi.ownerPartyId)
  if (!known)
    return [
      problem('kpi-owner', kpi.id, {
        severity: 'error',
        topic: 'kpis',
        message: `${nameOf(kpi)} has no owner.`,
        advice: 'Choose the party that answers for it.',
      }),
    ]
  if (kpi.verifierPartyId !== kpi.ownerPartyId) return []
  return [
    problem('kpi-self-verified', kpi.id, {
      severity: 'warning',
      topic: 'kpis',
      message: `${nameOf(kpi)} is verified by the party that owns it.`,
      advice: 'Let another party, or the commissioner, verify it.',
    }),
  ]
}
