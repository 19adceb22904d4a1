import type { VersionSummary } from '../../shared/protocol/api.ts'
import type { Sitting } from '../../shared/record/history/sittings.ts'
import type { ClauseTerm } from '../../shared/terms/terms.ts'
import { nameOf } from '../record/people-of-record.ts'
import type { RecordOverview } from '../record/record-requests.ts'
import classes from './history.module.css'
import { clausesOf, dayWords, sealedSeq, spanWords, versionWords } from './moments.ts'
import type { VersionNames } from './version-names.ts'

export interface TimelineProps {
  readonly overview: RecordOverview
  readonly names: VersionNames
  readonly versions: readonly VersionSummary[]
  readonly clauses: readonly ClauseTerm[]
  readonly colorOf: (userId: string) => string
  readonly chosen: Sitting | null
  readonly onChoose: (sitting: Sitting) => void
}

/** The sittings, newest first, by day. */
export function Timeline(props: TimelineProps) {
  const days: { readonly day: string; readonly sittings: Sitting[] }[] = []
  for (const sitting of props.overview.sittings) {
    const day = dayWords(sitting.endedAt)
    if (days.at(-1)?.day === day) days.at(-1)?.sittings.push(sitting)
    else days.push({ day, sittings: [sitting] })
  }
  return days.map(({ day, sittings }) => (
    <section key={`${day}/${sittings[0]?.toSeq}`} aria-label={day}>
      <h2 className={classes.day}>{day}</h2>
      <ol className={classes.list}>
        {sittings.map(sitting => (
          <li key={sitting.toSeq}>
            <SittingEntry {...props} sitting={sitting} />
          </li>
        ))}
      </ol>
    </section>
  ))
}

function SittingEntry(props: TimelineProps & { readonly sitting: Sitting }) {
  const { overview, sitting, names, versions, colorOf, chosen, onChoose } = props
  const within = (seq: number) => seq >= sitting.fromSeq && seq <= sitting.toSeq
  const marks = [
    ...versions.filter(({ sealedAt }) => within(sealedSeq(overview, sealedAt))).map(versionWords),
    ...[...names]
      .filter(([seq]) => within(seq) && overview.authors[seq - 1] === sitting.authorId)
      .map(([, name]) => name),
  ]
  return (
    <button
      type="button"
      className={classes.entry}
      aria-current={chosen?.toSeq === sitting.toSeq ? true : undefined}
      onClick={() => onChoose(sitting)}
    >
      <span className={classes.who}>
        <span className={classes.dot} style={{ background: colorOf(sitting.authorId) }} aria-hidden />
        {nameOf(overview, sitting.authorId)}
        <span className={classes.when}>{spanWords(sitting)}</span>
      </span>
      <span className={classes.what}>{whatWords(props, sitting)}</span>
      {marks.map(mark => (
        <span key={mark} className={classes.mark}>
          {mark}
        </span>
      ))}
    </button>
  )
}

const MOST_NAMED = 3

function whatWords({ overview, clauses }: TimelineProps, sitting: Sitting): string {
  if (sitting.fromSeq === 1) return 'Began the text'
  const changed = clausesOf(overview, sitting, clauses)
  const named = changed.slice(0, MOST_NAMED).map(({ number, title }) => `${number} ${title}`.trim())
  const more = changed.length - named.length
  if (named.length === 0) return sitting.removed > 0 ? 'Removed text' : 'Small changes'
  return `${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}`
}
