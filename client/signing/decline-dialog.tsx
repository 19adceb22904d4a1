import { Button, Group, Modal, Stack, Textarea } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import classes from './version-page.module.css'

const REASON_CHARACTERS = 2000

const WORDS = {
  refuse: {
    title: 'Refuse to sign this version',
    text: 'The text then becomes a draft again for everybody, and signatures that others gave to this version come to nothing. Everybody sees your name and your reason.',
    label: 'What has to change before you sign?',
    confirm: 'Refuse to sign',
  },
  'take-back': {
    title: 'Take this version back',
    text: 'The text then becomes a draft again for everybody, and signatures that were given to this version come to nothing. Everybody sees your name and your reason.',
    label: 'Why do you take it back?',
    confirm: 'Take it back',
  },
} as const

interface DeclineDialogProps {
  /** Null while it is closed. */
  readonly kind: 'refuse' | 'take-back' | null
  readonly onClose: () => void
  /** What stopped it, in words; null when it is done. */
  readonly onDecline: (reason: string) => Promise<string | null>
}

function DeclineForm({ kind, onClose, onDecline }: DeclineDialogProps & { kind: 'refuse' | 'take-back' }) {
  const words = WORDS[kind]
  const [reason, setReason] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    if (reason.trim() === '') {
      setProblem('Write a reason: the others need to know what to change.')
      return
    }
    setBusy(true)
    setProblem(null)
    const refused = await onDecline(reason.trim())
    setBusy(false)
    if (refused === null) onClose()
    else setProblem(refused)
  }
  return (
    <form onSubmit={event => void submit(event)} noValidate>
      <Stack gap="lg">
        <p className={classes.plain}>{words.text}</p>
        <Textarea
          label={words.label}
          autosize
          minRows={3}
          maxRows={10}
          maxLength={REASON_CHARACTERS}
          value={reason}
          error={problem}
          data-autofocus
          onChange={event => setReason(event.currentTarget.value)}
        />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" color="danger" loading={busy}>
            {words.confirm}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

/** Declining a version is not undone, so it asks for the reason and says what follows. */
export const DeclineDialog = (props: DeclineDialogProps) => (
  <Modal
    opened={props.kind !== null}
    onClose={props.onClose}
    title={props.kind === null ? '' : WORDS[props.kind].title}
    size="lg"
  >
    {props.kind !== null && <DeclineForm {...props} kind={props.kind} />}
  </Modal>
)
