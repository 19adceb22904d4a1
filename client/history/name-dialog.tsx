import { Button, Group, Modal, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import classes from './history.module.css'
import { NAME_CHARACTERS } from './version-names.ts'

interface NameDialogProps {
  readonly name: string
  /** Null when nothing is to change; an empty name takes it away. */
  readonly onDone: (name: string | null) => void
}

/** Gives a moment of the text a name that everybody on the agreement sees. */
export function NameDialog({ name, onDone }: NameDialogProps) {
  const [text, setText] = useState(name)
  const save = (event: FormEvent) => {
    event.preventDefault()
    onDone(text)
  }
  return (
    <Modal opened onClose={() => onDone(null)} title="Name this moment">
      <form className={classes.form} onSubmit={save}>
        <TextInput
          label="Name"
          description="Everybody on the agreement sees it, such as “Sent to the council”."
          maxLength={NAME_CHARACTERS}
          value={text}
          onChange={event => setText(event.currentTarget.value)}
          data-autofocus
        />
        <Group gap="xs" justify="flex-end">
          <Button variant="default" onClick={() => onDone(null)}>
            Cancel
          </Button>
          <Button type="submit" disabled={text.trim() === '' && name === ''}>
            {text.trim() === '' && name !== '' ? 'Take the name away' : 'Keep the name'}
          </Button>
        </Group>
      </form>
    </Modal>
  )
}
