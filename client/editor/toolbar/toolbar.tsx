import { ActionIcon, Menu, Tooltip } from '@mantine/core'
import { IconKeyboard, IconPlus, IconTable } from '@tabler/icons-react'
import type { Editor } from '@tiptap/core'
import { ActionButton, keepSelection } from './action-button.tsx'
import { TABLE_ACTIONS } from './table-actions.ts'
import { TermMenuItems } from './term-menu-items.tsx'
import classes from './toolbar.module.css'
import {
  BLOCKS,
  type EditorAction,
  LINK_ICON,
  MARKS,
  OBJECTS,
  PARTY_REFERENCE,
  REDO,
  RULE,
  STYLES,
  TABLE,
  TERM_ICON,
  UNDO,
} from './toolbar-actions.ts'
import { ToolbarMenu } from './toolbar-menu.tsx'
import { useRovingFocus } from './use-roving-focus.ts'
import { includes, useToolbarState } from './use-toolbar-state.ts'

interface ToolbarProps {
  readonly editor: Editor
  readonly onEditLink: () => void
  readonly onHelp: () => void
}

const menuIcon = { size: 18, stroke: 1.6, 'aria-hidden': true } as const

export function Toolbar({ editor, onEditLink, onHelp }: ToolbarProps) {
  const state = useToolbarState(editor)
  const roving = useRovingFocus<HTMLDivElement>()
  const toText = () => editor.commands.focus()
  const buttons = (actions: readonly EditorAction[]) =>
    actions.map(action => (
      <ActionButton
        key={action.id}
        editor={editor}
        action={action}
        active={includes(state.active, action)}
        enabled={includes(state.enabled, action)}
      />
    ))
  const link: EditorAction = {
    id: 'link',
    label: 'Link',
    icon: LINK_ICON,
    shortcut: 'Mod-K',
    isActive: () => state.onLink,
    run: () => {
      onEditLink()
      return true
    },
  }
  return (
    <div
      className={classes.toolbar}
      role="toolbar"
      aria-label="Editing"
      aria-orientation="horizontal"
      {...roving}
    >
      <div className={classes.group}>{buttons([UNDO, REDO])}</div>
      <div className={classes.group}>
        <ToolbarMenu name="Style of the paragraph" isChoice label={state.style} onClosed={toText}>
          <ActionItems editor={editor} actions={STYLES} />
        </ToolbarMenu>
      </div>
      <div className={classes.group}>
        {buttons(MARKS)}
        <ActionButton editor={editor} action={link} active={state.onLink} enabled />
      </div>
      <div className={classes.group}>{buttons(BLOCKS)}</div>
      <div className={classes.group}>
        <ToolbarMenu name="Insert" label="Insert" icon={<IconPlus {...menuIcon} />} onClosed={toText}>
          <ActionItems editor={editor} actions={[...OBJECTS, PARTY_REFERENCE]} />
          <Menu.Divider />
          <ActionItems editor={editor} actions={[TABLE, RULE]} />
        </ToolbarMenu>
        <ToolbarMenu name="Mark as a term" label="Term" icon={<TERM_ICON {...menuIcon} />} onClosed={toText}>
          <TermMenuItems editor={editor} current={state.termKind} />
        </ToolbarMenu>
        {state.inTable && (
          <ToolbarMenu name="Table" label="Table" icon={<IconTable {...menuIcon} />} onClosed={toText}>
            {TABLE_ACTIONS.map(action => (
              <Menu.Item
                key={action.id}
                onClick={() => action.run(editor)}
                {...(action.isDangerous ? { color: 'danger' } : {})}
              >
                {action.label}
              </Menu.Item>
            ))}
          </ToolbarMenu>
        )}
      </div>
      <div className={classes.group}>
        <Tooltip label="Keyboard (Ctrl+/)">
          <ActionIcon
            data-toolbar-item
            tabIndex={-1}
            variant="subtle"
            color="gray"
            size="lg"
            aria-label="Keyboard shortcuts"
            onMouseDown={keepSelection}
            onClick={onHelp}
          >
            <IconKeyboard size={18} stroke={1.6} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </div>
    </div>
  )
}

const ActionItems = ({ editor, actions }: { editor: Editor; actions: readonly EditorAction[] }) =>
  actions.map(action => (
    <Menu.Item
      key={action.id}
      leftSection={<action.icon size={17} stroke={1.6} aria-hidden />}
      onClick={() => action.run(editor)}
    >
      {action.label}
    </Menu.Item>
  ))
