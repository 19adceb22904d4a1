import { Button, Group, Modal, Stack, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { MODEL_MEANING, MODELS, type Model } from '../../shared/agreement/models.ts'
import { LIMITS } from '../../shared/protocol/wire.ts'
import type { Result } from '../../shared/result.ts'
import type { LibraryRefusal } from '../local/library.ts'
import classes from './create-dialog.module.css'
import { refusalWords } from './refusal-words.ts'

interface CreateDialogProps {
  readonly opened: boolean
  readonly onClose: () => void
  /** Leads into the new agreement, or says why there is none. */
  readonly onCreate: (wish: { title: string; model: Model }) => Promise<Result<string, LibraryRefusal>>
}

/** What an agreement is called until somebody gives it a name. */
export const defaultTitle = (model: Model): string =>
  model === 'blank' ? 'Untitled agreement' : `${MODEL_MEANING[model].title} agreement`

function CreateForm({ onClose, onCreate }: Omit<CreateDialogProps, 'opened'>) {
  const [model, setModel] = useState<Model>('consortium')
  const [title, setTitle] = useState('')
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<LibraryRefusal | null>(null)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    setRefusal(null)
    const created = await onCreate({ title: title.trim() || defaultTitle(model), model })
    setBusy(false)
    if (!created.ok) setRefusal(created.error)
  }
  return (
    <form onSubmit={event => void submit(event)}>
      <Stack gap="lg">
        <fieldset className={classes.models}>
          <legend>How do you work together?</legend>
          {MODELS.map(value => (
            <label key={value} className={classes.model}>
              <input
                type="radio"
                name="model"
                value={value}
                checked={model === value}
                data-autofocus={model === value || undefined}
                onChange={() => setModel(value)}
              />
              <span>
                <strong>{MODEL_MEANING[value].title}</strong>
                <span>{MODEL_MEANING[value].meaning}</span>
              </span>
            </label>
          ))}
        </fieldset>
        <TextInput
          label="Title"
          description="You can change it at any time."
          placeholder={defaultTitle(model)}
          maxLength={LIMITS.titleCharacters}
          value={title}
          onChange={event => setTitle(event.currentTarget.value)}
        />
        {refusal && (
          <p role="alert" className={classes.refusal}>
            {refusalWords(refusal)}
          </p>
        )}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={busy}>
            Start writing
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

export const CreateDialog = ({ opened, onClose, onCreate }: CreateDialogProps) => (
  <Modal opened={opened} onClose={onClose} title="Start an agreement" size="lg">
    <CreateForm onClose={onClose} onCreate={onCreate} />
  </Modal>
)
