import { Button, Group, Modal, Radio, Stack, Text } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import classes from './account.module.css'

interface SignOutDialogProps {
  readonly opened: boolean
  readonly onClose: () => void
  /** Changes on this device that the server does not have. */
  readonly waiting: number
  /** Ends the session, and removes this account's copies when asked to; what stopped it, or null. */
  readonly signOut: (removeCopies: boolean) => Promise<string | null>
}

function SignOutForm({ onClose, waiting, signOut }: SignOutDialogProps) {
  const [choice, setChoice] = useState('keep')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    const stopped = await signOut(choice === 'remove')
    setBusy(false)
    setProblem(stopped)
    if (stopped === null) onClose()
  }
  return (
    <form onSubmit={event => void submit(event)}>
      <Stack gap="lg">
        <Radio.Group
          value={choice}
          onChange={setChoice}
          label="What happens to your agreements on this device?"
        >
          <Stack gap="sm" mt="sm">
            <Radio
              value="keep"
              label="Keep them"
              description="They stay stored here, out of sight, and are back at once when you sign in again."
            />
            <Radio
              value="remove"
              label="Remove them"
              description="For a device that others use too. The server keeps its copies; you get them back when you sign in."
            />
          </Stack>
        </Radio.Group>
        {choice === 'remove' && waiting > 0 && (
          <p role="alert" className={classes.refusal}>
            {waiting === 1 ? '1 change has' : `${waiting} changes have`} not reached the server. If you remove
            the copies, {waiting === 1 ? 'it is' : 'they are'} gone for good.
          </p>
        )}
        {problem && (
          <Text role="alert" c="danger" size="sm">
            {problem}
          </Text>
        )}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            Stay signed in
          </Button>
          <Button
            type="submit"
            loading={busy}
            {...(choice === 'remove' && waiting > 0 ? { color: 'danger' } : {})}
          >
            Sign out
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

export const SignOutDialog = (props: SignOutDialogProps) => (
  <Modal opened={props.opened} onClose={props.onClose} title="Sign out">
    <SignOutForm {...props} />
  </Modal>
)
