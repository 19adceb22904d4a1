import { Button, Group, Modal } from '@mantine/core'
import { useState } from 'react'
import classes from './history.module.css'

interface RestoreDialogProps {
  readonly when: string
  readonly ready: boolean
  /** False when the text cannot be restored. */
  readonly onRestore: () => boolean
  readonly onClose: () => void
}

/** Asks before the text is put back as it stood. */
export function RestoreDialog({ when, ready, onRestore, onClose }: RestoreDialogProps) {
  const [failed, setFailed] = useState(false)
  const restore = () => {
    if (onRestore()) onClose()
    else setFailed(true)
  }
  return (
    <Modal opened onClose={onClose} title="Restore this text?">
      <div className={classes.form}>
        <p className={classes.note}>
          The text will read as it did on {when}, for everybody. It is a new change: blocks that are the same
          stay untouched, what was written since stays in the history, and undo takes the change back.
        </p>
        {failed && (
          <p className={classes.note} role="alert">
            This text cannot be restored here: it holds, or would replace, something that only a newer version
            of Parley can write. Nothing was changed.
          </p>
        )}
        <Group gap="xs" justify="flex-end">
          <Button variant="default" data-autofocus onClick={onClose}>
            Cancel
          </Button>
          <Button onClick={restore} disabled={!ready}>
            Restore the text
          </Button>
        </Group>
      </div>
    </Modal>
  )
}
