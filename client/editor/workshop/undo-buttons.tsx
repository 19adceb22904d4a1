import { Button } from '@mantine/core'
import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react'
import type { Editor } from '@tiptap/core'
import { useSyncExternalStore } from 'react'
import { REDO, UNDO } from '../toolbar/toolbar-actions.ts'

const icon = { size: 17, stroke: 1.6, 'aria-hidden': true } as const
const STEPS = [
  { name: 'Undo', action: UNDO, Icon: IconArrowBackUp, run: (editor: Editor) => editor.commands.undo() },
  { name: 'Redo', action: REDO, Icon: IconArrowForwardUp, run: (editor: Editor) => editor.commands.redo() },
]

/** The text's own undo, where the text is out of sight. */
export function UndoButtons({ editor }: { readonly editor: Editor }) {
  const possible = useSyncExternalStore(
    listener => {
      editor.on('transaction', listener)
      return () => editor.off('transaction', listener)
    },
    () => STEPS.map(({ action }) => action.isEnabled?.(editor) === true).join(),
  ).split(',')
  return STEPS.map(({ name, Icon, run }, index) => (
    <Button
      key={name}
      variant="subtle"
      color="gray"
      size="sm"
      disabled={possible[index] !== 'true'}
      leftSection={<Icon {...icon} />}
      onClick={() => run(editor)}
    >
      {name}
    </Button>
  ))
}
