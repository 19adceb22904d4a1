import { compareDecimals } from '../decimal.ts'
import type { Source, Terms } from '../terms.ts'
import { diffTerms, type FieldChange, type TermChange } from './diff-terms.ts'
import { entryName, type Names, namesOf, valueInWords, withComma } from './entry-words.ts'
import { subjectOf } from './subject-words.ts'
import type { TermEntry } from './term-entries.ts'

/** A change in a sentence, and where it stands: in the terms after, or before where it is gone; null for the title. */
export interface ChangeInWords {
  readonly kind: TermChange['kind']
  readonly sentence: string
  readonly source: Source | null
}

/** What changed from one state of the terms to another, a sentence for each field, in the order of `diffTerms`. */
export function diffInWords(before: Terms, after: Terms): readonly ChangeInWords[] {
  const names = namesOf([after, before])
  return diffTerms(before, after).flatMap(change => changeInWords(change, names))
}

function changeInWords(change: TermChange, names: Names): ChangeInWords[] {
  const { kind } = change
  if (change.kind === 'title') {
    const sentence = `The agreement is now called “${change.after}” instead of “${change.before}”.`
    return [{ kind, sentence, source: null }]
  }
  if (change.kind === 'changed') {
    const { after, fields } = change
    return fields.map(field => ({
      kind,
      sentence: fieldSentence(change.before, after, field, names),
      source: sourceOf(after),
    }))
  }
  const { entry } = change
  const sentence = change.kind === 'added' ? addedSentence(entry, names) : removedSentence(entry, names)
  return [{ kind, sentence, source: sourceOf(entry) }]
}

const sourceOf = ({ blockId, clauseId }: TermEntry): Source => ({ blockId, clauseId })

function addedSentence(entry: TermEntry, names: Names): string {
  if (entry.list === 'shares') return `${capital(entryName(entry, names))} are now stated.`
  if (entry.list !== 'shareRows') return `${entryName(entry, names).replace(/^the /, 'A new ')}.`
  return `${capital(subjectOf(entry, 'percent', names))} is now stated: ${shareInWords(entry, names)}.`
}

function removedSentence(entry: TermEntry, names: Names): string {
  if (entry.list === 'shares') return `${capital(entryName(entry, names))} are no longer stated.`
  if (entry.list !== 'shareRows') return `${capital(withComma(entryName(entry, names)))} is gone.`
  return `${capital(subjectOf(entry, 'percent', names))} is no longer stated; it was ${shareInWords(entry, names)}.`
}

function shareInWords(entry: TermEntry, names: Names): string {
  const figures = ['percent', 'amount'].flatMap(field => {
    const value = entry.fields[field]
    return value ? [valueInWords(entry, field, value, names)] : []
  })
  return figures.join(', ') || 'left open'
}

/** What a term is called by is said of what it was called before. */
const NAMING = new Set(['name', 'shortName', 'title', 'basis', 'scope', 'kind', 'holder'])

function fieldSentence(before: TermEntry, entry: TermEntry, field: FieldChange, names: Names): string {
  const subject = capital(subjectOf(NAMING.has(field.name) ? before : entry, field.name, names))
  const say = (value: string) => valueInWords(entry, field.name, value, names)
  if (field.before === null) return `${subject} is now ${say(field.after ?? '')}; nothing was stated before.`
  if (field.after === null) return `${subject} is no longer stated; it was ${say(field.before)}.`
  const way = compareDecimals(field.before, field.after)
  if (way === null) return `${subject} is now ${say(field.after)} instead of ${say(field.before)}.`
  return `${subject} ${way < 0 ? 'rises' : 'falls'} from ${say(field.before)} to ${say(field.after)}.`
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
