import type { RedlineLine } from '../../../shared/document/compare/compare-texts.ts'
import type { RedlineInput } from './redline-input.ts'

/** What the template `redline.typ` lays out: data only. */
export interface RedlineModel {
  readonly title: string
  readonly subtitle: string
  readonly terms: readonly string[]
  readonly date: { readonly year: number; readonly month: number; readonly day: number }
  readonly clauses: readonly {
    readonly name: string
    readonly counts: string
    readonly lines: readonly RedlineLineModel[]
  }[]
}

interface RedlineLineModel {
  readonly kind: string
  readonly level: number
  readonly label: string
  readonly note: string
  readonly parts: readonly { readonly kind: string; readonly text: string }[]
}

const NOTES: Partial<Record<RedlineLine['change'], string>> = {
  moved: 'moved here',
  departed: 'moved away',
  format: 'formatting changed',
}

/** Only the clauses that changed, whole. `print` says how a text is printed: with breaks, and without what no font holds. */
export function redlineModel(input: RedlineInput, print: (text: string) => string): RedlineModel {
  const { comparison, from, to, date } = input
  const day = new Date(date)
  return {
    title: print(comparison.after.title),
    subtitle: print(`Changes from ${from} to ${to}`),
    terms: comparison.terms.map(({ sentence }) => print(sentence)),
    date: { year: day.getUTCFullYear(), month: day.getUTCMonth() + 1, day: day.getUTCDate() },
    clauses: comparison.clauses
      .filter(({ change }) => change !== 'same')
      .map(({ clause, lines, added, removed }) => ({
        name: print(clause ? `${clause.number} ${clause.title}` : 'Before the first clause'),
        counts: `+${added} −${removed} words`,
        lines: lines.map(({ kind, level, label, change, parts }) => ({
          kind,
          level,
          label: print(label),
          note: NOTES[change] ?? '',
          parts: parts.map(part => ({ kind: part.kind, text: print(part.text) })),
        })),
      })),
  }
}
