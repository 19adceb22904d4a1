import { agreementDates } from '../../shared/terms/dates/agreement-dates.ts'
import { partyNames } from '../../shared/terms/readable-text.ts'
import type { Terms } from '../../shared/terms/terms.ts'
import {
  cadenceInWords,
  DUTY_WORDS,
  dateInWords,
  REVIEW_SCOPE_WORDS,
  SHARE_BASIS_WORDS,
  whenInWords,
} from '../../shared/terms/words.ts'

/** An object of the text in two lines. */
export interface ObjectEntry {
  /** No two entries of one group share it. */
  readonly key: string
  readonly blockId: string
  readonly name: string
  readonly about: string
}

/** The objects of one kind, in the order of the text; dates in their own order. */
export interface ObjectGroup {
  readonly title: string
  readonly entries: readonly ObjectEntry[]
}

const joined = (...parts: readonly (string | null | false | undefined)[]) => parts.filter(Boolean).join(' · ')

/** All objects of the text by kind; kinds of which there are none are left out. */
export function objectGroups(terms: Terms): readonly ObjectGroup[] {
  const nameOf = partyNames(terms.parties)
  const who = (partyId: string | null) => (partyId === null ? null : nameOf(partyId))
  const groups: readonly ObjectGroup[] = [
    group('Parties', terms.parties, party => [party.name || 'A party without a name', party.shortName ?? '']),
    group('Shares', terms.shares, table => [
      table.basis ? SHARE_BASIS_WORDS[table.basis] : 'Shares',
      joined(...table.rows.map(row => row.percent && `${who(row.partyId) ?? '?'} ${row.percent}%`)),
    ]),
    group('Chain of service', terms.steps, step => [
      `${who(step.providerPartyId) ?? 'nobody yet'} → ${step.receiver === 'clients' ? 'the clients' : (who(step.receiver) ?? 'nobody yet')}`,
      joined(step.handOver, step.due && `due ${whenInWords(step.due)}`),
    ]),
    group('Roles', terms.roles, role => [
      role.kind ? DUTY_WORDS[role.kind] : 'Role',
      joined(role.holder ?? 'nobody yet', who(role.partyId)),
    ]),
    group('KPIs', terms.kpis, kpi => [
      kpi.parts.name || 'A KPI without a name',
      joined(who(kpi.ownerPartyId), kpi.revisitOn && `revisited on ${dateInWords(kpi.revisitOn)}`),
    ]),
    group('Obligations', terms.obligations, obligation => [
      obligation.text || 'An obligation without words',
      joined(
        who(obligation.partyId),
        obligation.due && whenInWords(obligation.due),
        obligation.recurrence && cadenceInWords(obligation.recurrence),
      ),
    ]),
    group('Reviews', terms.reviews, review => [
      review.scope ? REVIEW_SCOPE_WORDS[review.scope] : 'Review',
      joined(review.nextOn && dateInWords(review.nextOn), review.cadence && cadenceInWords(review.cadence)),
    ]),
    group('Dates', agreementDates(terms), date => [
      date.title,
      joined(dateInWords(date.date), date.repeats && cadenceInWords(date.repeats)),
    ]),
  ]
  return groups.filter(({ entries }) => entries.length > 0)
}

function group<T extends { readonly id: string; readonly blockId: string }>(
  title: string,
  list: readonly T[],
  say: (item: T) => readonly [name: string, about: string],
): ObjectGroup {
  return {
    title,
    entries: list.map((item, index) => {
      const [name, about] = say(item)
      return { key: `${index}-${item.id}`, blockId: item.blockId, name, about }
    }),
  }
}

/** The groups with the entries that hold every word; a word may also be the title of the group. */
export function filterGroups(groups: readonly ObjectGroup[], words: string): readonly ObjectGroup[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean)
  if (wanted.length === 0) return groups
  return groups
    .map(({ title, entries }) => ({
      title,
      entries: entries.filter(({ name, about }) => {
        const text = `${title} ${name} ${about}`.toLowerCase()
        return wanted.every(word => text.includes(word))
      }),
    }))
    .filter(({ entries }) => entries.length > 0)
}
