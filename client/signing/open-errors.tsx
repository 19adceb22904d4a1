import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { OpenError } from './open-error.ts'
import classes from './seal.module.css'

interface OpenErrorsProps {
  readonly errors: readonly OpenError[]
  readonly onGoTo: (blockId: string) => void
  readonly onReason: (id: string, reason: string) => void
  /** Leads to the panel in which each can be settled or get a reason of its own. */
  readonly onReadiness: () => void
}

/** As many as one reads before one presses on; the panel has them all. */
const SHOWN = 8

/** What keeps the text from being sealed: to be settled in the text, or let stand with a reason that becomes part of it. */
export function OpenErrors({ errors, onGoTo, onReason, onReadiness }: OpenErrorsProps) {
  const open = errors.filter(({ reason }) => reason === '')
  const waived = errors.filter(({ reason }) => reason !== '')
  return (
    <>
      {open.length > 0 && (
        <section className={classes.open} aria-labelledby="seal-open">
          <h3 id="seal-open" className={classes.pointsTitle}>
            {open.length === 1 ? 'One point is not settled' : `${open.length} points are not settled`}
          </h3>
          <ul className={classes.points}>
            {open.slice(0, SHOWN).map(({ id, message, blockId }) => (
              <li key={id}>
                {message} <ShowIt blockId={blockId} onGoTo={onGoTo} />
              </li>
            ))}
            {open.length > SHOWN && <li>And {open.length - SHOWN} more.</li>}
          </ul>
          <button type="button" className={classes.goTo} onClick={onReadiness}>
            Settle them beside the text
          </button>
          <ReasonForAll
            count={open.length}
            onReason={reason => {
              for (const { id } of open) onReason(id, reason)
            }}
          />
        </section>
      )}
      {waived.length > 0 && (
        <section aria-labelledby="seal-waived">
          <h3 id="seal-waived" className={classes.pointsTitle}>
            Let stand, with a reason ({waived.length})
          </h3>
          <ul className={classes.points}>
            {waived.map(({ id, message, reason }) => (
              <li key={id}>
                {message} <em className={classes.reason}>“{reason}”</em>{' '}
                <button type="button" className={classes.goTo} onClick={() => onReason(id, '')}>
                  Take it back
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

interface ShowItProps {
  readonly blockId: string | null
  readonly onGoTo: (blockId: string) => void
}

const ShowIt = ({ blockId, onGoTo }: ShowItProps) =>
  blockId === null ? null : (
    <button type="button" className={classes.goTo} onClick={() => onGoTo(blockId)}>
      Show it
    </button>
  )

function ReasonForAll({
  count,
  onReason,
}: {
  readonly count: number
  readonly onReason: (reason: string) => void
}) {
  const [reason, setReason] = useState('')
  const give = () => {
    onReason(reason.trim())
    setReason('')
  }
  return (
    <div className={classes.reasonForAll}>
      <Textarea
        label={count === 1 ? 'Or say why it may stand' : 'Or say why they may all stand'}
        description="Everybody reads and signs the reason with the text."
        autosize
        minRows={2}
        maxLength={500}
        value={reason}
        onChange={event => setReason(event.currentTarget.value)}
      />
      <Button variant="default" size="xs" disabled={reason.trim() === ''} onClick={give}>
        {count === 1 ? 'Let it stand' : `Let all ${count} stand`}
      </Button>
    </div>
  )
}
