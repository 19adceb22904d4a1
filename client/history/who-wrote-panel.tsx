import { Switch } from '@mantine/core'
import { memo } from 'react'
import type { ClauseTerm } from '../../shared/terms/terms.ts'
import { authorOf, nameOf } from '../record/people-of-record.ts'
import type { RecordOverview } from '../record/record-requests.ts'
import type { RecordState } from '../record/record-source.ts'
import { TimeAgo } from '../shell/time-ago.tsx'
import classes from './history.module.css'

export interface WhoWrotePanelProps {
  readonly state: RecordState
  readonly clauses: readonly ClauseTerm[]
  readonly colorOf: (userId: string) => string
  /** Whether authors are shown in the text; null while there is no text to show them in. */
  readonly shown: boolean | null
  readonly onShow: (shown: boolean) => void
  readonly onJump: (blockId: string) => void
}

/** Who wrote what: in the text on demand, and for each clause who changed it last. */
export function WhoWrotePanel({ state, clauses, colorOf, shown, onShow, onJump }: WhoWrotePanelProps) {
  const { overview, loading } = state
  if (!overview)
    return (
      <p className={classes.panel}>
        {loading
          ? 'The record is being read.'
          : 'Who wrote what is read from the record on the server, which cannot be reached now or does not know this agreement yet.'}
      </p>
    )
  const people = [...new Set(overview.authors)]
  return (
    <div className={classes.panel}>
      <Switch
        label="Show authors in the text"
        checked={shown ?? false}
        disabled={shown === null}
        onChange={event => onShow(event.currentTarget.checked)}
      />
      <ul className={classes.people} aria-label="Who wrote">
        {people.map(id => (
          <li key={id} className={classes.who}>
            <span className={classes.dot} style={{ background: colorOf(id) }} aria-hidden />
            {nameOf(overview, id)}
          </li>
        ))}
      </ul>
      <h2>Last change of each clause</h2>
      <LastChanges overview={overview} clauses={clauses} onJump={onJump} />
      {clauses.length === 0 && <p className={classes.note}>The text has no clauses yet.</p>}
    </div>
  )
}

interface LastChangesProps extends Pick<WhoWrotePanelProps, 'clauses' | 'onJump'> {
  readonly overview: RecordOverview
}

/** As long as the agreement has clauses: the switch above is not to wait for it. */
const LastChanges = memo(({ overview, clauses, onJump }: LastChangesProps) => (
  <ol className={classes.list}>
    {clauses.map(({ id, number, title }) => {
      const last = authorOf(overview, overview.clauses.get(id)?.at(-1) ?? null)
      return (
        <li key={id}>
          <button type="button" className={classes.row} onClick={() => onJump(id)}>
            <span className={classes.rowMain}>
              {number} {title || 'Untitled clause'}
            </span>
            <span className={classes.what}>
              {last ? (
                <>
                  {last.name}, <TimeAgo iso={new Date(last.at).toISOString()} />
                </>
              ) : (
                'Not on the server yet'
              )}
            </span>
          </button>
        </li>
      )
    })}
  </ol>
))
