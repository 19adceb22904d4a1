import {
  DIRECTION_WORDS,
  DUTY_WORDS,
  MATURITY_WORDS,
  REVIEW_SCOPE_WORDS,
  SHARE_BASIS_WORDS,
  SHARE_RULE_WORDS,
} from '../../../shared/terms/words.ts'
import type { FieldSpec } from './field-spec.ts'

/** How an object stands in the text: fields above its prose, the prose (or its lines), fields below. */
export interface ObjectSpec {
  /** What it is called in the margin. */
  readonly label: string
  readonly head: readonly FieldSpec[]
  readonly tail: readonly FieldSpec[]
  /** Stands in the place of empty prose while editing. */
  readonly hint: string
}

const labelled = (
  name: string,
  label: string,
  kind: FieldSpec['kind'],
  hint: string,
  more: Partial<FieldSpec> = {},
): FieldSpec => ({ name, label, kind, hint, labelled: true, ...more })

export const OBJECT_SPECS = {
  party: {
    label: 'Party',
    head: [
      { name: 'name', label: 'Name of the organisation', kind: 'text', hint: 'Name of the organisation' },
      { name: 'shortName', label: 'Short name', kind: 'text', hint: 'short name', before: '(“', after: '”)' },
    ],
    tail: [
      labelled('kind', 'Kind', 'text', 'such as registered co-operative'),
      labelled('registration', 'Registration', 'text', 'register and number'),
      labelled('address', 'Address', 'text', 'street, postcode, place'),
      labelled('contact', 'Contact', 'text', 'name and e-mail'),
    ],
    hint: 'What this party brings to the partnership',
  },
  serviceStep: {
    label: 'Step',
    head: [
      { name: 'providerPartyId', label: 'Provider', kind: 'party', hint: 'who provides' },
      {
        name: 'receiver',
        label: 'Receiver',
        kind: 'receiver',
        hint: 'who receives',
        before: 'hands over to',
      },
    ],
    tail: [labelled('due', 'Due', 'when', 'a date, or within 5 days')],
    hint: 'What is handed over',
  },
  role: {
    label: 'Role',
    head: [
      { name: 'kind', label: 'Role', kind: 'choice', hint: 'which role', choices: DUTY_WORDS },
      { name: 'holder', label: 'Holder', kind: 'text', hint: 'name of the person', before: '—' },
    ],
    tail: [labelled('partyId', 'Belongs to', 'party', 'no party (neutral)', { none: 'no party (neutral)' })],
    hint: 'What this person shall do',
  },
  obligation: {
    label: 'Obligation',
    head: [{ name: 'partyId', label: 'Who', kind: 'party', hint: 'which party' }],
    tail: [
      labelled('due', 'Due', 'when', 'a date, or within 30 days'),
      labelled('recurrence', 'Repeated', 'cadence', 'once', { none: 'once' }),
    ],
    hint: 'Does what, for whom',
  },
  review: {
    label: 'Review',
    head: [
      { name: 'scope', label: 'What is reviewed', kind: 'choice', hint: 'what', choices: REVIEW_SCOPE_WORDS },
      { name: 'cadence', label: 'How often', kind: 'cadence', hint: 'how often', before: ': reviewed' },
      { name: 'nextOn', label: 'Next review', kind: 'date', hint: 'date', before: ', next on' },
    ],
    tail: [],
    hint: 'What is looked at, and who takes part',
  },
  kpi: {
    label: 'KPI',
    head: [],
    tail: [
      labelled('unit', 'Unit', 'text', 'such as %'),
      labelled('direction', 'Direction', 'choice', 'which way is better', { choices: DIRECTION_WORDS }),
      labelled('baseline', 'Baseline', 'number', 'figure today'),
      { name: 'baselineDate', label: 'Baseline measured on', kind: 'date', hint: 'date', before: 'on' },
      labelled('target', 'Target', 'number', 'figure to reach'),
      { name: 'targetDate', label: 'Target to be reached by', kind: 'date', hint: 'date', before: 'by' },
      labelled('cadence', 'Measured', 'cadence', 'how often'),
      labelled('ownerPartyId', 'Owner', 'party', 'which party'),
      labelled('verifierPartyId', 'Verified by', 'party', 'which party'),
      labelled('stepId', 'Step', 'step', 'of the chain of service'),
      labelled('maturity', 'Standing', 'choice', 'how far it is agreed', { choices: MATURITY_WORDS }),
      labelled('revisitOn', 'Revisited on', 'date', 'date'),
    ],
    hint: '',
  },
  shareTable: {
    label: 'Shares',
    head: [
      {
        name: 'basis',
        label: 'What is shared',
        kind: 'choice',
        hint: 'Shares of what',
        choices: SHARE_BASIS_WORDS,
      },
      {
        name: 'rule',
        label: 'Rule',
        kind: 'choice',
        hint: 'by which rule',
        choices: SHARE_RULE_WORDS,
        before: ',',
      },
    ],
    tail: [
      labelled('total', 'Amount to divide', 'figure', 'amount'),
      labelled('currency', 'Currency', 'text', 'such as EUR'),
    ],
    hint: '',
  },
} as const satisfies Record<string, ObjectSpec>

export type ObjectType = keyof typeof OBJECT_SPECS

export const SHARE_ROW_FIELDS = {
  partyId: { name: 'partyId', label: 'Party', kind: 'party', hint: 'which party' },
  percent: { name: 'percent', label: 'Share in percent', kind: 'percent', hint: '%' },
  amount: { name: 'amount', label: 'Amount', kind: 'figure', hint: 'amount' },
} as const satisfies Record<string, FieldSpec>

/** What each line of a KPI asks for. */
export const KPI_PART_HINTS: Readonly<Record<string, string>> = {
  name: 'Name of the KPI',
  value: 'Which value it serves, and for whom',
  definition: 'What counts, and what does not',
  formula: 'Numerator divided by denominator',
  source: 'Where the figures come from',
  limits: 'What it does not show, and how it could be gamed',
}
