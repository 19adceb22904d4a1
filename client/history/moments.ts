import type { VersionSummary } from '../../shared/protocol/api.ts'
import type { Sitting } from '../../shared/record/history/sittings.ts'
import type { ClauseTerm } from '../../shared/terms/terms.ts'
import { nameOf } from '../record/people-of-record.ts'
import type { RecordOverview } from '../record/record-requests.ts'
import type { VersionNames } from './version-names.ts'

/** A moment of the text that can be looked at: after entry `seq` of the record. */
export interface Moment {
  readonly seq: number
  readonly kind: 'now' | 'sealed' | 'named' | 'sitting'
  readonly label: string
  /** Epoch ms. */
  readonly at: number
}

const TIME = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' })
const HOUR = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short' })
const DAY = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
})

/** A time to the minute, in the reader's zone. */
export const timeWords = (at: number): string => TIME.format(at)
export const dayWords = (at: number): string => DAY.format(at)

/** From when to when, on one day or across several. */
export function spanWords({ startedAt, endedAt }: Pick<Sitting, 'startedAt' | 'endedAt'>): string {
  if (endedAt - startedAt < 60_000) return HOUR.format(endedAt)
  const sameDay = dayWords(startedAt) === dayWords(endedAt)
  return `${sameDay ? HOUR.format(startedAt) : timeWords(startedAt)} to ${HOUR.format(endedAt)}`
}

/** The entry after which the text was sealed: nothing is written while a version waits. */
export const sealedSeq = (overview: RecordOverview, sealedAt: string): number =>
  overview.times.filter(at => at <= Date.parse(sealedAt)).length

export const versionWords = ({ number, status }: Pick<VersionSummary, 'number' | 'status'>): string =>
  `Version ${number}, ${status}`

/** Every moment worth choosing, the newest first; one for each entry, the one that says most. */
export function momentsOf(
  overview: RecordOverview,
  names: VersionNames,
  versions: readonly VersionSummary[],
): readonly Moment[] {
  const at = (seq: number) => overview.times[seq - 1] ?? 0
  const found = new Map<number, Moment>()
  for (const { toSeq: seq, authorId } of overview.sittings)
    found.set(seq, {
      seq,
      kind: 'sitting',
      at: at(seq),
      label: `${nameOf(overview, authorId)}, ${timeWords(at(seq))}`,
    })
  for (const [seq, name] of names)
    if (seq <= overview.head)
      found.set(seq, { seq, kind: 'named', at: at(seq), label: `${name} (${timeWords(at(seq))})` })
  for (const version of versions) {
    const seq = sealedSeq(overview, version.sealedAt)
    const named = names.get(seq)
    const label = named === undefined ? versionWords(version) : `${versionWords(version)}: ${named}`
    if (seq > 0) found.set(seq, { seq, kind: 'sealed', at: at(seq), label })
  }
  const moments = [...found.values()].filter(({ seq }) => seq !== overview.head)
  const now: Moment = { seq: overview.head, kind: 'now', at: at(overview.head), label: 'Now' }
  return [now, ...moments.sort((a, b) => b.seq - a.seq)]
}

/** The clauses that a sitting changed, as they stand now, in their order. */
export function clausesOf(
  overview: RecordOverview,
  sitting: Sitting,
  clauses: readonly ClauseTerm[],
): readonly ClauseTerm[] {
  return clauses.filter(({ id }) =>
    overview.clauses
      .get(id)
      ?.some(
        seq =>
          seq >= sitting.fromSeq && seq <= sitting.toSeq && overview.authors[seq - 1] === sitting.authorId,
      ),
  )
}
