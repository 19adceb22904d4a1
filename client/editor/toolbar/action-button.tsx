import { ActionIcon, Tooltip } from '@mantine/core'
import type { Editor } from '@tiptap/core'
import type { MouseEvent } from 'react'
import { ariaShortcut, shortcutInWords } from './shortcut-words.ts'
import type { EditorAction } from './toolbar-actions.ts'

interface ActionButtonProps {
  readonly editor: Editor
  readonly action: EditorAction
  readonly active: boolean
  readonly enabled: boolean
}

/** A press must not take the selection out of the text. */
export const keepSelection = (event: MouseEvent) => event.preventDefault()

export function ActionButton({ editor, action, active, enabled }: ActionButtonProps) {
  const Icon = action.icon
  const keys = action.shortcut ? ` (${shortcutInWords(action.shortcut)})` : ''
  return (
    <Tooltip label={`${action.label}${keys}`}>
      <ActionIcon
        data-toolbar-item
        tabIndex={-1}
        variant={active ? 'light' : 'subtle'}
        color={active ? 'accent' : 'gray'}
        size="lg"
        aria-label={action.label}
        // Undo is no state of the text; what can be on or off says which it is.
        {...(action.isActive ? { 'aria-pressed': active } : {})}
        {...(action.shortcut ? { 'aria-keyshortcuts': ariaShortcut(action.shortcut) } : {})}
        // A disabled button would take the keyboard's place in the toolbar away.
        aria-disabled={!enabled}
        {...(enabled ? {} : { 'data-dimmed': true })}
        onMouseDown={keepSelection}
        onClick={() => enabled && action.run(editor)}
      >
        <Icon size={18} stroke={1.6} aria-hidden />
      </ActionIcon>
    </Tooltip>
  )
}
