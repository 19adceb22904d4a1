import type { Editor } from '@tiptap/core'
import { type EditorState, NodeSelection, TextSelection } from '@tiptap/pm/state'
import { BubbleMenu } from '@tiptap/react/menus'
import { termKindWords } from './text-nodes.ts'
import { ActionButton } from './toolbar/action-button.tsx'
import { TermMenuItems } from './toolbar/term-menu-items.tsx'
import toolbarClasses from './toolbar/toolbar.module.css'
import { type EditorAction, LINK_ICON, MARKS, TERM_ICON } from './toolbar/toolbar-actions.ts'
import { ToolbarMenu } from './toolbar/toolbar-menu.tsx'
import { useRovingFocus } from './toolbar/use-roving-focus.ts'
import { includes, useToolbarState } from './toolbar/use-toolbar-state.ts'

interface SelectionBubbleProps {
  readonly editor: Editor
  readonly onEditLink: () => void
}

/** What can be done with the selected words, next to them. Everything in it is also in the toolbar. */
export const SelectionBubble = (props: SelectionBubbleProps) => (
  <BubbleMenu
    editor={props.editor}
    pluginKey="selectionBubble"
    updateDelay={150}
    shouldShow={({ editor, state, element }) =>
      (editor.isFocused || hasKeyboard(element)) && editor.isEditable && isWords(state)
    }
    options={{ placement: 'top', offset: 8, flip: true, shift: { padding: 8 } }}
  >
    <Bubble {...props} />
  </BubbleMenu>
)

/** Its menu opens elsewhere on the page and takes the keyboard there: hiding the bubble then would take the menu away. */
const hasKeyboard = (bubble: HTMLElement): boolean =>
  bubble.contains(document.activeElement) || bubble.querySelector('[aria-expanded="true"]') !== null

function isWords(state: EditorState): boolean {
  const { selection } = state
  if (selection instanceof NodeSelection || !(selection instanceof TextSelection) || selection.empty)
    return false
  return (
    selection.$from.sameParent(selection.$to) &&
    state.doc.textBetween(selection.from, selection.to).trim() !== ''
  )
}

function Bubble({ editor, onEditLink }: SelectionBubbleProps) {
  const state = useToolbarState(editor)
  const roving = useRovingFocus<HTMLDivElement>()
  const link: EditorAction = {
    id: 'link',
    label: 'Link',
    icon: LINK_ICON,
    isActive: () => state.onLink,
    run: () => {
      onEditLink()
      return true
    },
  }
  return (
    <div className={toolbarClasses.bubble} role="toolbar" aria-label="Selected words" {...roving}>
      {MARKS.slice(0, 3).map(action => (
        <ActionButton
          key={action.id}
          editor={editor}
          action={action}
          active={includes(state.active, action)}
          enabled
        />
      ))}
      <ActionButton editor={editor} action={link} active={state.onLink} enabled />
      <ToolbarMenu
        name="Mark as a term"
        label={state.termKind === null ? 'Mark as …' : termKindWords(state.termKind)}
        icon={<TERM_ICON size={18} stroke={1.6} aria-hidden />}
        onClosed={() => editor.commands.focus()}
      >
        <TermMenuItems editor={editor} current={state.termKind} />
      </ToolbarMenu>
    </div>
  )
}
