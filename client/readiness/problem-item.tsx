import { Button, Group, Textarea, UnstyledButton } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { Problem } from '../../shared/terms/readiness/problem.ts'
import { waiverKey } from '../../shared/terms/readiness/waiver-key.ts'
import type { ClauseTerm } from '../../shared/terms/terms.ts'
import classes from './readiness.module.css'
import { fixWords, reasonFor } from './readiness-groups.ts'
import type { ReadinessPanelProps } from './readiness-panel-props.ts'

interface ProblemItemProps extends Omit<ReadinessPanelProps, 'problems' | 'clauses'> {
  readonly problem: Problem
  readonly clause: ClauseTerm | null
  /** Whether what to do stands above the list already. */
  readonly advised: boolean
}

const REASON_CHARACTERS = 500

/** One problem: what and where, what to do about it, and the ways to do it. */
export function ProblemItem(props: ProblemItemProps) {
  const { problem, clause, advised, editable, reasons, onJump, onFix, onReason } = props
  const [waiving, setWaiving] = useState(false)
  const { blockId, fix, severity } = problem
  const reason = reasonFor(problem, reasons)
  const what = (
    <>
      <span className={classes.message}>{problem.message}</span>
      {clause && (
        <span className={classes.place}>
          {clause.number} {clause.title}
        </span>
      )}
    </>
  )
  return (
    <li className={classes.item}>
      {blockId === null ? (
        <div className={classes.what}>{what}</div>
      ) : (
        <UnstyledButton className={classes.what} onClick={() => onJump(blockId)}>
          {what}
        </UnstyledButton>
      )}
      {reason !== '' ? (
        <p className={classes.reason}>“{reason}”</p>
      ) : advised ? null : (
        <p className={classes.advice}>{problem.advice}</p>
      )}
      {waiving ? (
        <ReasonForm
          reason={reason}
          onDone={given => {
            setWaiving(false)
            if (given !== null) onReason(waiverKey(problem), given)
          }}
        />
      ) : (
        <div className={classes.actions}>
          {fix && editable && reason === '' && (
            <Button size="compact-xs" variant="default" onClick={() => onFix(fix)}>
              {fixWords(fix)}
            </Button>
          )}
          {editable && severity === 'error' && reason === '' && (
            <button type="button" className={classes.quiet} onClick={() => setWaiving(true)}>
              Let it stand…
            </button>
          )}
          {editable && reason !== '' && (
            <>
              <button type="button" className={classes.quiet} onClick={() => setWaiving(true)}>
                Change the reason
              </button>
              <button
                type="button"
                className={classes.quiet}
                onClick={() => onReason(waiverKey(problem), '')}
              >
                Take it back
              </button>
            </>
          )}
        </div>
      )}
    </li>
  )
}

interface ReasonFormProps {
  readonly reason: string
  /** Null when nothing is to change. */
  readonly onDone: (reason: string | null) => void
}

function ReasonForm({ reason, onDone }: ReasonFormProps) {
  const [text, setText] = useState(reason)
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (text.trim() !== '') onDone(text.trim())
  }
  return (
    <form
      className={classes.form}
      onSubmit={save}
      onKeyDown={event => event.key === 'Escape' && onDone(null)}
    >
      <Textarea
        label="Why it may stand"
        description="It becomes part of the sealed version, for everybody to read and sign."
        autosize
        minRows={2}
        maxLength={REASON_CHARACTERS}
        size="sm"
        data-autofocus
        autoFocus
        value={text}
        onChange={event => setText(event.currentTarget.value)}
      />
      <Group gap="xs">
        <Button type="submit" size="compact-sm" disabled={text.trim() === ''}>
          Keep the reason
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => onDone(null)}>
          Cancel
        </Button>
      </Group>
    </form>
  )
}
