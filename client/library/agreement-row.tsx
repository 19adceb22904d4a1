import { IconCloudUp } from '@tabler/icons-react'
import { Link } from 'react-router'
import type { LibraryEntry } from '../local/library-entry.ts'
import { People } from '../shell/people.tsx'
import { StatusMark } from '../shell/status-mark.tsx'
import { TimeAgo } from '../shell/time-ago.tsx'
import classes from './library.module.css'
import { lastChange, partiesOf, partyWords, statusOf, waitingWords } from './library-model.ts'
import { type RowActions, RowMenu } from './row-menu.tsx'

interface AgreementRowProps {
  readonly entry: LibraryEntry
  /** The person who reads: not shown among those who are in it. */
  readonly myUserId: string | null
  readonly actions: RowActions
}

export function AgreementRow({ entry, myUserId, actions }: AgreementRowProps) {
  const change = lastChange(entry)
  const waiting = waitingWords(entry.waiting)
  const present = (entry.server?.present ?? [])
    .filter(person => person.userId !== myUserId)
    .map(person => ({ id: person.userId, name: person.name }))
  return (
    <li className={classes.row}>
      <div className={classes.what}>
        <Link to={`/agreements/${entry.id}`} className={classes.title} data-row-link={entry.id}>
          {entry.title}
        </Link>
        <p className={classes.parties}>{partyWords(partiesOf(entry))}</p>
      </div>
      <div className={classes.status}>
        <StatusMark status={statusOf(entry)} version={entry.server?.version ?? null} />
      </div>
      <div className={classes.when}>
        <span>
          Changed <TimeAgo iso={change.at} focusable />
        </span>
        {change.by && <span>by {change.by}</span>}
        {entry.server === null && <span>Only on this device</span>}
        {entry.left && <span>You no longer belong to it</span>}
        {entry.server !== null && waiting && (
          <span className={classes.waiting}>
            <IconCloudUp size={14} stroke={1.7} aria-hidden="true" />
            {waiting}
          </span>
        )}
      </div>
      <div className={classes.who}>
        <People people={present} label="In it now" />
      </div>
      <RowMenu entry={entry} actions={actions} />
    </li>
  )
}
