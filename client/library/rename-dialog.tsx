import { Button, Group, Modal, Stack, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { LIMITS } from '../../shared/protocol/wire.ts'
import type { Result } from '../../shared/result.ts'
import type { LibraryRefusal } from '../local/library.ts'
import type { LibraryEntry } from '../local/library-entry.ts'
import { refusalWords } from './refusal-words.ts'

interface RenameDialogProps {
  readonly entry: LibraryEntry | null
  readonly onClose: () => void
  readonly onRename: (entry: LibraryEntry, title: string) => Promise<Result<unknown, LibraryRefusal>>
}

function RenameForm({ entry, onClose, onRename }: RenameDialogProps & { entry: LibraryEntry }) {
  const [title, setTitle] = useState(entry.title)
  const [problem, setProblem] = useState<string | null>(null)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (title.trim() === '') {
      setProblem('An agreement needs a title.')
      return
    }
    const renamed = await onRename(entry, title.trim())
    if (renamed.ok) onClose()
    else setProblem(refusalWords(renamed.error))
  }
  return (
    <form onSubmit={event => void submit(event)}>
      <Stack gap="lg">
        <TextInput
          label="Title"
          data-autofocus
          maxLength={LIMITS.titleCharacters}
          value={title}
          error={problem}
          onChange={event => setTitle(event.currentTarget.value)}
        />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit">Rename</Button>
        </Group>
      </Stack>
    </form>
  )
}

export const RenameDialog = ({ entry, onClose, onRename }: RenameDialogProps) => (
  <Modal opened={entry !== null} onClose={onClose} title="Rename the agreement">
    {entry && <RenameForm entry={entry} onClose={onClose} onRename={onRename} />}
  </Modal>
)
