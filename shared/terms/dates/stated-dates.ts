import type { KpiTerm, ObligationTerm, ReviewTerm, Source, StepTerm, Terms } from '../terms.ts'
import { cadenceInWords, dateInWords, REVIEW_SCOPE_WORDS } from '../words.ts'
import type { AgreementDate } from './agreement-date.ts'
import { isDay, periodOf, shiftDay } from './periods.ts'

/** When the agreement begins and ends, where that is known. */
interface Life {
  readonly effective: string | null
  readonly end: string | null
}

/** The dates of reviews, obligations, steps due on a day, and KPIs. */
export const statedDates = (terms: Terms, life: Life): AgreementDate[] => [
  ...terms.reviews.flatMap(review => reviewDate(review, life)),
  ...terms.obligations.flatMap(obligation => obligationDate(obligation, life)),
  ...terms.steps.flatMap(stepDate),
  ...terms.kpis.filter(kpi => kpi.maturity !== 'retired').flatMap(kpiDates),
]

const placed = ({ blockId, clauseId }: Source) => ({ blockId, clauseId })

/** Something that is repeated and names no first day is counted from the day on which the agreement takes effect. */
function clock(day: string | null, cadence: string | null, { effective, end }: Life) {
  const period = cadence === null ? null : periodOf(cadence)
  const repeating = { repeats: period && cadence, until: period && end }
  if (isDay(day)) return { date: day, computedFrom: null, ...repeating }
  // A due date of its own (`P30D` after something else happened, or words) says that it is not counted from the beginning.
  if (day !== null || !period || cadence === null || effective === null) return null
  const date = shiftDay(effective, period, 1)
  if (date === null || (end !== null && date > end)) return null
  return {
    date,
    computedFrom: `${cadenceInWords(cadence)} from ${dateInWords(effective)}`,
    ...repeating,
  }
}

function reviewDate(review: ReviewTerm, life: Life): AgreementDate[] {
  const when = clock(review.nextOn, review.cadence, life)
  const scope = review.scope && REVIEW_SCOPE_WORDS[review.scope].replace(/^The/, 'the')
  const entry = {
    id: `${review.id}:review`,
    ...placed(review),
    kind: 'review' as const,
    title: scope ? `Review of ${scope}` : 'Review',
    detail: review.note,
    partyId: null,
  }
  return when ? [{ ...entry, ...when }] : []
}

function obligationDate(obligation: ObligationTerm, life: Life): AgreementDate[] {
  const when = clock(obligation.due, obligation.recurrence, life)
  const entry = {
    id: `${obligation.id}:obligation`,
    ...placed(obligation),
    kind: 'obligation' as const,
    title: obligation.text || 'An obligation is due',
    detail: '',
    partyId: obligation.partyId,
  }
  return when ? [{ ...entry, ...when }] : []
}

const ONCE = { repeats: null, until: null, computedFrom: null }

function stepDate(step: StepTerm): AgreementDate[] {
  if (!isDay(step.due)) return []
  return [
    {
      id: `${step.id}:step`,
      ...placed(step),
      kind: 'obligation',
      date: step.due,
      title: step.handOver || 'A step is due',
      detail: '',
      partyId: step.providerPartyId,
      ...ONCE,
    },
  ]
}

function kpiDates(kpi: KpiTerm): AgreementDate[] {
  const name = kpi.parts.name ? `“${kpi.parts.name}”` : 'a KPI'
  const entry = { ...placed(kpi), partyId: kpi.ownerPartyId, ...ONCE }
  const figure = [kpi.target, kpi.unit].filter(Boolean).join(' ')
  const dates: AgreementDate[] = []
  if (isDay(kpi.targetDate))
    dates.push({
      ...entry,
      id: `${kpi.id}:kpi-target`,
      kind: 'kpi-target',
      date: kpi.targetDate,
      title: `Target of ${name}${kpi.target ? `: ${figure}` : ''}`,
      detail: kpi.parts.value,
    })
  if (isDay(kpi.revisitOn))
    dates.push({
      ...entry,
      id: `${kpi.id}:kpi-revisit`,
      kind: 'kpi-revisit',
      date: kpi.revisitOn,
      title: `Revisit ${name}`,
      detail: kpi.parts.value,
    })
  return dates
}
