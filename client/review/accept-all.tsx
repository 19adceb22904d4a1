import { Button, Group, Modal } from '@mantine/core'
import { useState } from 'react'
import type { BlockFinding } from '../../shared/record/merge/merge-finding.ts'
import { acceptRestInWords } from './accept-rest.ts'
import classes from './review.module.css'

interface AcceptAllProps {
  /** What is open; one point is settled where it stands. */
  readonly findings: readonly BlockFinding[]
  /** How many changed terms stay open, to be acknowledged one by one. */
  readonly others: number
  readonly onAccept: (findings: readonly BlockFinding[]) => void
}

/** Settles all open points of a merge as the text stands, after saying what that means. */
export function AcceptAll({ findings, others, onAccept }: AcceptAllProps) {
  const [asking, setAsking] = useState(false)
  if (findings.length < 2) return null
  return (
    <>
      <Button size="compact-sm" variant="default" onClick={() => setAsking(true)}>
        Accept all as it stands…
      </Button>
      <Modal opened={asking} onClose={() => setAsking(false)} title={`Accept all ${findings.length} points?`}>
        <p className={classes.ask}>{acceptRestInWords(findings, others)}</p>
        <Group gap="xs" justify="flex-end">
          <Button variant="default" data-autofocus onClick={() => setAsking(false)}>
            Cancel
          </Button>
          <Button
            onClick={() => {
              setAsking(false)
              onAccept(findings)
            }}
          >
            Accept them
          </Button>
        </Group>
      </Modal>
    </>
  )
}
