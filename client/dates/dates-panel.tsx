import { UnstyledButton } from '@mantine/core'
import { type ReactNode, useMemo } from 'react'
import { agreementDates } from '../../shared/terms/dates/agreement-dates.ts'
import { partyNames } from '../../shared/terms/readable-text.ts'
import type { Terms } from '../../shared/terms/terms.ts'
import { cadenceInWords, dateInWords } from '../../shared/terms/words.ts'
import classes from './dates.module.css'
import { type DatedEntry, dateGroups } from './upcoming.ts'

interface DatesPanelProps {
  /** Null while they are read for the first time. */
  readonly terms: Terms | null
  /** ISO day. */
  readonly today: string
  readonly onJump: (blockId: string) => void
  /** The ways to take the dates along. */
  readonly calendar: ReactNode
}

/** What is due when: expiry, notice, reviews, obligations and KPIs, soonest first. */
export function DatesPanel({ terms, today, onJump, calendar }: DatesPanelProps) {
  const groups = useMemo(
    () => (terms === null ? [] : dateGroups(agreementDates(terms), today)),
    [terms, today],
  )
  const nameOf = useMemo(() => partyNames(terms?.parties ?? []), [terms])
  if (terms === null) return null
  if (groups.length === 0)
    return (
      <p className={classes.empty}>
        No date follows from the text yet. Mark the date on which it takes effect and its length as terms, and
        give obligations, reviews and KPIs a day or a rhythm: what is due when then stands here.
      </p>
    )
  return (
    <div className={classes.panel}>
      {calendar}
      {groups.map(({ title, entries }) => (
        <section key={title} aria-label={title} data-past={title === 'Past' || undefined}>
          <h2 className={classes.month}>{title}</h2>
          <ul className={classes.list}>
            {entries.map(dated => (
              <li key={dated.entry.id}>
                <UnstyledButton className={classes.entry} onClick={() => onJump(dated.entry.blockId)}>
                  <Entry dated={dated} nameOf={nameOf} />
                </UnstyledButton>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

function Entry({
  dated: { entry, day },
  nameOf,
}: {
  readonly dated: DatedEntry
  readonly nameOf: (id: string) => string
}) {
  const more = [
    entry.partyId && nameOf(entry.partyId),
    entry.repeats && cadenceInWords(entry.repeats),
    entry.computedFrom && `counted: ${entry.computedFrom}`,
  ].filter(Boolean)
  return (
    <>
      <span className={classes.day}>{dateInWords(day).replace(/ \d{4}$/, '')}</span>
      <span className={classes.what}>
        <span className={classes.title}>{entry.title}</span>
        {more.length > 0 && <span className={classes.more}>{more.join(' · ')}</span>}
      </span>
    </>
  )
}
