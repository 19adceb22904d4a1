import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { Result } from '../../shared/result.ts'
import type { LibraryRefusal } from '../local/library.ts'
import type { LibraryEntry } from '../local/library-entry.ts'
import { focusContentIfLost } from '../shell/use-page.ts'
import { refusalWords } from './refusal-words.ts'
import { removalLoss } from './removal-loss.ts'

interface RemoveDialogProps {
  readonly entry: LibraryEntry | null
  readonly onClose: () => void
  readonly onRemove: (entry: LibraryEntry) => Promise<Result<unknown, LibraryRefusal>>
}

function RemoveQuestion({ entry, onClose, onRemove }: RemoveDialogProps & { entry: LibraryEntry }) {
  const [refusal, setRefusal] = useState<LibraryRefusal | null>(null)
  const loss = removalLoss(entry)
  const remove = async () => {
    const removed = await onRemove(entry)
    if (removed.ok) onClose()
    else setRefusal(removed.error)
  }
  return (
    <Stack gap="md">
      <Text fw={500}>{entry.title}</Text>
      <Text>{loss.what}</Text>
      {refusal && (
        <Text role="alert" c="danger">
          {refusalWords(refusal)}
        </Text>
      )}
      <Group justify="flex-end" gap="sm">
        <Button variant="default" data-autofocus onClick={onClose}>
          Keep it
        </Button>
        <Button color="danger" onClick={() => void remove()}>
          {loss.final ? 'Delete for good' : 'Remove from this device'}
        </Button>
      </Group>
    </Stack>
  )
}

export const RemoveDialog = ({ entry, onClose, onRemove }: RemoveDialogProps) => (
  <Modal
    opened={entry !== null}
    onClose={onClose}
    title="Remove from this device?"
    onExitTransitionEnd={focusContentIfLost}
  >
    {entry && <RemoveQuestion entry={entry} onClose={onClose} onRemove={onRemove} />}
  </Modal>
)
