import type { FindingKind, FindingValue } from '../../../../shared/terms/recognise/finding.ts'
import { NO_MODELS, recogniseWith } from '../../../../shared/terms/recognise/recognise-text.ts'

/** The values of one kind that a text is read for, without the trained model. */
export const found = (text: string, kind: FindingKind): FindingValue[] =>
  recogniseWith(text, NO_MODELS).findings.flatMap(finding => (finding.kind === kind ? [finding.value] : []))

const inShort = (value: FindingValue): string => {
  if (value.kind === 'date') return value.date
  if (value.kind === 'duration') return value.duration
  if (value.kind === 'money') return `${value.currency} ${value.amount}`
  if (value.kind === 'percent') return value.percent
  if (value.kind === 'text') return value.text
  if (value.kind === 'party') return `${value.name} [${value.shortNames.join(', ')}]`
  if (value.kind === 'dispute-step') return `${value.step} ${value.place ?? '-'}`
  if (value.kind === 'obligation') return `${value.who}: ${value.what} (${value.due ?? '-'})`
  if (value.kind === 'kpi')
    return `${value.name} ${value.baseline ?? '-'} > ${value.target ?? '-'} ${value.unit ?? '-'}`
  return value.kind
}
/** The same in a few characters each. */
export const shortly = (text: string, kind: FindingKind) => found(text, kind).map(inShort)
