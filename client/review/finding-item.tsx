import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Settlement } from '../../shared/record/merge/merge-rooms.ts'
import { TimeAgo } from '../shell/time-ago.tsx'
import classes from './review.module.css'
import { settledInWords } from './review-words.ts'

export interface FindingAction {
  readonly label: string
  readonly main?: boolean
  readonly run: () => void
}

interface FindingItemProps {
  readonly words: ReactNode
  readonly settled: Settlement | null
  readonly actions: readonly FindingAction[]
  /** Null for who may not decide. */
  readonly reopen: (() => void) | null
  readonly show: (() => void) | null
}

/** One finding with what can be done about it, or with who settled it and how. */
export const FindingItem = ({ words, settled, actions, reopen, show }: FindingItemProps) => (
  <li className={classes.finding} data-settled={settled !== null || undefined}>
    <div className={classes.what}>{words}</div>
    <div className={classes.actions}>
      {settled ? (
        <>
          <span className={classes.settled}>
            {settledInWords(settled.how, settled.by.name)}, <TimeAgo iso={settled.at} />
          </span>
          {reopen && (
            <Button size="compact-sm" variant="subtle" color="gray" onClick={reopen}>
              Open again
            </Button>
          )}
        </>
      ) : (
        actions.map(({ label, main, run }) => (
          <Button key={label} size="compact-sm" variant={main ? 'filled' : 'default'} onClick={run}>
            {label}
          </Button>
        ))
      )}
      {show && (
        <Button size="compact-sm" variant="subtle" color="gray" onClick={show}>
          Show in the text
        </Button>
      )}
    </div>
  </li>
)
