import { Button, Group, Modal, Stack, TextInput } from '@mantine/core'
import type { Editor } from '@tiptap/core'
import { type FormEvent, useState } from 'react'
import { safeHref } from '../../shared/document/safe-href.ts'

interface LinkDialogProps {
  readonly editor: Editor
  readonly opened: boolean
  readonly onClose: () => void
}

export const LinkDialog = (props: LinkDialogProps) => (
  <Modal opened={props.opened} onClose={props.onClose} title="Link" returnFocus={false}>
    {props.opened && <LinkForm {...props} />}
  </Modal>
)

function LinkForm({ editor, onClose }: LinkDialogProps) {
  const before = String(editor.getAttributes('link').href ?? '')
  const [address, setAddress] = useState(before)
  const [refused, setRefused] = useState(false)
  const close = () => {
    onClose()
    editor.commands.focus()
  }
  const save = (event: FormEvent) => {
    event.preventDefault()
    const href = hrefOf(address)
    if (!href) return setRefused(true)
    setLink(editor, href)
    close()
  }
  return (
    <form onSubmit={save} noValidate>
      <Stack>
        <TextInput
          label="Address"
          description="A web page or an e-mail address"
          value={address}
          onChange={event => {
            setAddress(event.currentTarget.value)
            setRefused(false)
          }}
          error={
            refused &&
            'This is no address of a web page or a mailbox. Write it like https://example.org or ada@example.org.'
          }
          data-autofocus
        />
        <Group justify="space-between">
          {before ? (
            <Button
              variant="subtle"
              color="danger"
              onClick={() => {
                editor.chain().extendMarkRange('link').unsetLink().run()
                close()
              }}
            >
              Remove the link
            </Button>
          ) : (
            <span />
          )}
          <Group gap="xs">
            <Button variant="default" onClick={close}>
              Cancel
            </Button>
            <Button type="submit">{before ? 'Save' : 'Set the link'}</Button>
          </Group>
        </Group>
      </Stack>
    </form>
  )
}

/** `example.org` and `ada@example.org` are what people type; null for what leads nowhere. */
export function hrefOf(typed: string): string | null {
  const text = typed.trim()
  if (/^[^\s@:/]+@[^\s@:/]+\.[^\s@:/]+$/.test(text)) return safeHref(`mailto:${text}`)
  return safeHref(text) ?? (/^[^\s:/]+\.[^\s:]{2,}$/.test(text) ? safeHref(`https://${text}`) : null)
}

function setLink(editor: Editor, href: string): void {
  if (editor.state.selection.empty && !editor.isActive('link')) {
    editor.commands.insertContent({ type: 'text', text: href, marks: [{ type: 'link', attrs: { href } }] })
  } else editor.chain().extendMarkRange('link').setLink({ href }).run()
}
