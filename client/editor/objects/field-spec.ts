import { isDecimal } from '../../../shared/terms/decimal.ts'
import { parseDate } from '../../../shared/terms/parse/date.ts'
import { parseDuration } from '../../../shared/terms/parse/duration.ts'
import {
  amountInWords,
  cadenceInWords,
  dateInWords,
  figureInWords,
  whenInWords,
} from '../../../shared/terms/words.ts'
import type { ObjectDirectory } from './object-directory.ts'

/**
 * How a field is shown and typed. `figure` is an amount, shown with its thousands set apart. `when` is a date or a period, `cadence` a period that repeats, `receiver` a party or the
 * clients.
 */
export type FieldKind =
  | 'text'
  | 'number'
  | 'figure'
  | 'percent'
  | 'date'
  | 'when'
  | 'cadence'
  | 'choice'
  | 'party'
  | 'receiver'
  | 'step'

export interface FieldSpec {
  /** The attribute of the node that holds the value. */
  readonly name: string
  readonly label: string
  readonly kind: FieldKind
  /** Stands in the place of an empty value while editing. */
  readonly hint: string
  readonly before?: string
  readonly after?: string
  /** Whether the label is shown in front of the value; a field in a sentence needs none. */
  readonly labelled?: boolean
  readonly choices?: Readonly<Record<string, string>>
  /** A word of running text: no button to the ear, and a single click only puts the caret there. */
  readonly inline?: boolean
  /** What an unset choice means, where that is an answer of its own. */
  readonly none?: string
}

export interface Option {
  readonly value: string
  readonly text: string
}

const CADENCES = ['P1W', 'P1M', 'P3M', 'P6M', 'P1Y', 'P2Y']

/** The options of a field that is picked rather than typed, without the empty one; null for a field that is typed. */
export function optionsOf(
  spec: FieldSpec,
  value: string | null,
  directory: ObjectDirectory,
): Option[] | null {
  const options = listed(spec, directory)
  if (!options) return null
  const isListed = value === null || options.some(option => option.value === value)
  return isListed ? options : [...options, { value, text: valueInWords(spec, value, directory) }]
}

function listed(spec: FieldSpec, directory: ObjectDirectory): Option[] | null {
  switch (spec.kind) {
    case 'choice':
      return Object.entries(spec.choices ?? {}).map(([value, text]) => ({ value, text }))
    case 'cadence':
      return CADENCES.map(value => ({ value, text: cadenceInWords(value) }))
    case 'party':
      return partyOptions(directory)
    case 'receiver':
      return [{ value: 'clients', text: 'the clients' }, ...partyOptions(directory)]
    case 'step':
      return directory.steps.map(step => ({
        value: step.id,
        text: step.text ? `${step.name}: ${step.text}` : step.name,
      }))
    default:
      return null
  }
}

const partyOptions = (directory: ObjectDirectory): Option[] =>
  directory.parties.map(party => ({ value: party.id, text: party.called || 'A party without a name' }))

/** The value as it reads in the text. */
export function valueInWords(spec: FieldSpec, value: string, directory: ObjectDirectory): string {
  switch (spec.kind) {
    case 'percent':
      return `${value}%`
    case 'figure':
      return amountInWords(value)
    case 'date':
      return dateInWords(value)
    case 'when':
      return whenInWords(value)
    case 'cadence':
      return cadenceInWords(value)
    case 'choice':
      return spec.choices?.[value] ?? value
    case 'receiver':
      return value === 'clients' ? 'the clients' : directory.nameOf(value)
    case 'party':
      return directory.nameOf(value)
    case 'step':
      return directory.steps.find(step => step.id === value)?.name ?? 'a step that is no longer in the text'
    case 'number':
      return figureInWords(value)
    case 'text':
      return value
  }
}

/** What is typed as the shared text stores it; what cannot be read is kept as it was typed, never dropped. */
export function parseTyped(spec: FieldSpec, typed: string): string | null {
  const text = typed.trim()
  if (text === '') return null
  switch (spec.kind) {
    case 'number':
    case 'figure':
    case 'percent':
      return plainDecimal(text.replace(/%$/, '')) ?? text
    case 'date':
      return parseDate(text) ?? text
    case 'when':
      return parseDate(text) ?? parseDuration(text) ?? text
    default:
      return text
  }
}

/** `48 000,5` and `48,000.50` as a decimal with a point; null where the text is no plain number. */
function plainDecimal(text: string): string | null {
  const compact = text.replace(/[\s'’]/g, '')
  const grouped = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(compact)
    ? compact.replaceAll(',', '')
    : compact.replace(/,(\d+)$/, '.$1')
  return isDecimal(grouped) ? grouped : null
}

/** Whether a stored value is of the form that its kind promises; where not, the field says so quietly. */
export function isReadable(spec: FieldSpec, value: string): boolean {
  switch (spec.kind) {
    case 'number':
    case 'figure':
    case 'percent':
      return isDecimal(value)
    case 'date':
      return dateInWords(value) !== value
    case 'when':
      return whenInWords(value) !== value
    default:
      return true
  }
}
