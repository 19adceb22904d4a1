import { Loader } from '@mantine/core'
import { type RefObject, useCallback } from 'react'
import type { Comparison } from '../../shared/record/history/compare-states.ts'
import { authorOf } from '../record/people-of-record.ts'
import type { RecordOverview } from '../record/record-requests.ts'
import type { RecordSource } from '../record/record-source.ts'
import { RedlineView } from '../redline/redline-view.tsx'
import classes from './history.module.css'
import { timeWords } from './moments.ts'
import { useAnswer } from './use-answer.ts'

interface ComparisonViewProps {
  readonly source: RecordSource
  readonly overview: RecordOverview
  readonly from: number
  readonly to: number
  readonly whole: boolean
  readonly onJump: ((blockId: string) => void) | null
  readonly frame?: RefObject<HTMLElement | null>
}

/** What changed between two moments: the terms in words, then the text by clause and word. */
export function ComparisonView({ source, overview, from, to, whole, onJump, frame }: ComparisonViewProps) {
  const { answer, failed } = useAnswer(source, `${from}-${to}`, thread =>
    thread.ask({ kind: 'compare', from, to }),
  )
  const sayWho = useCallback(
    (seq: number | null) => {
      const author = authorOf(overview, seq)
      return author ? `${author.name}, ${timeWords(author.at)}` : ''
    },
    [overview],
  )
  if (failed)
    return (
      <p className={classes.note}>These two states could not be compared. Reload this page and try again.</p>
    )
  if (!answer) return <Loader size="sm" aria-label="Comparing" />
  const isSame = answer.clauses.every(({ change }) => change === 'same')
  return (
    <>
      {from > 0 && <TermChanges comparison={answer} />}
      {isSame && !whole ? (
        <p className={classes.note}>No word of the text is different.</p>
      ) : (
        <RedlineView
          clauses={answer.clauses}
          whole={whole}
          sayWho={sayWho}
          onJump={onJump}
          {...(frame && { frame })}
        />
      )}
    </>
  )
}

function TermChanges({ comparison: { terms } }: { comparison: Comparison }) {
  if (terms.length === 0) return null
  return (
    <section className={classes.terms} aria-label="Changed terms">
      <h2>{terms.length === 1 ? 'One term changed' : `${terms.length} changes to the terms`}</h2>
      <ul>
        {terms.map(({ sentence }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two changes may read the same
          <li key={index}>{sentence}</li>
        ))}
      </ul>
    </section>
  )
}
