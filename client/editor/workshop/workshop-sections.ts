import type { KpiPartName } from '../../../shared/document/node-types.ts'
import type { FieldSpec } from '../objects/field-spec.ts'
import { OBJECT_SPECS } from '../objects/object-specs.ts'

export interface PartQuestion {
  readonly part: KpiPartName
  readonly label: string
  readonly description: string
}

export interface WorkshopSection {
  readonly id: string
  readonly title: string
  readonly lead: string
  readonly parts: readonly PartQuestion[]
  readonly fields: readonly FieldSpec[]
  /** Kinds of problems (`kpi-baseline`) that are put right here. */
  readonly problems: readonly string[]
}

const fields = (...names: readonly string[]): FieldSpec[] =>
  names.flatMap(name => OBJECT_SPECS.kpi.tail.filter(spec => spec.name === name))

/** The questions of the workshop in their order: from the value that is served to the day on which it is looked at again. */
export const WORKSHOP_SECTIONS: readonly WorkshopSection[] = [
  {
    id: 'value',
    title: 'Which value, and for whom',
    lead: 'A figure is worth its work when somebody is better off by it. Begin with them, then name the KPI so that they would understand it.',
    parts: [
      {
        part: 'value',
        label: 'Value it serves',
        description: 'For whom, and what is better for them.',
      },
      { part: 'name', label: 'Name', description: 'Short, and in the words of those whom it serves.' },
    ],
    fields: [],
    problems: ['kpi-value', 'kpi-name'],
  },
  {
    id: 'measure',
    title: 'What is counted',
    lead: 'Two people who count the same month must come to the same figure.',
    parts: [
      {
        part: 'definition',
        label: 'Definition',
        description: 'What counts, and what does not. Say what happens in doubt.',
      },
      { part: 'formula', label: 'Formula', description: 'Numerator and denominator in words.' },
      {
        part: 'source',
        label: 'Source of data',
        description: 'Where each figure is taken from, and by whom.',
      },
    ],
    fields: fields('unit', 'direction', 'cadence'),
    problems: ['kpi-definition', 'kpi-formula', 'kpi-source', 'kpi-cadence'],
  },
  {
    id: 'aim',
    title: 'Where it stands, and where it should',
    lead: 'Without a baseline nobody can tell a success.',
    parts: [],
    fields: fields('baseline', 'baselineDate', 'target', 'targetDate'),
    problems: ['kpi-baseline', 'kpi-target'],
  },
  {
    id: 'people',
    title: 'Who answers for it',
    lead: 'One party owns it; another one looks whether the figure is right.',
    parts: [],
    fields: fields('ownerPartyId', 'verifierPartyId', 'stepId'),
    problems: ['kpi-owner', 'kpi-self-verified'],
  },
  {
    id: 'limits',
    title: 'What it cannot show',
    lead: 'Every figure can be reached without its value. Write how, while nobody is tempted.',
    parts: [
      {
        part: 'limits',
        label: 'Limits and gaming risk',
        description: 'What it leaves out, how it could be gamed, and what would show it.',
      },
    ],
    fields: [],
    problems: ['kpi-limits'],
  },
  {
    id: 'standing',
    title: 'How settled it is',
    lead: 'Try it before it binds anyone, and set the day on which you look whether it still serves its value.',
    parts: [],
    fields: fields('maturity', 'revisitOn'),
    problems: ['kpi-revisit'],
  },
]
