import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { BLOCKS, type EditorAction, MARKS, REDO, STYLES, UNDO } from './toolbar-actions.ts'

const SHOWN: readonly EditorAction[] = [UNDO, REDO, ...STYLES, ...MARKS, ...BLOCKS]

export interface ToolbarState {
  /** Ids of the actions that are on at the selection, and of those that can run, as text: compared on every key. */
  readonly active: string
  readonly enabled: string
  readonly inTable: boolean
  readonly onLink: boolean
  readonly style: string
  readonly termKind: string | null
  readonly hasSelection: boolean
}

/** What the toolbar shows for the selection; the component renders again only when one of these changes. */
export function useToolbarState(editor: Editor): ToolbarState {
  return useEditorState({
    editor,
    selector: ({ editor: current }): ToolbarState => ({
      active: ids(action => action.isActive?.(current) === true),
      enabled: ids(action => action.isEnabled?.(current) !== false),
      inTable: current.isActive('table'),
      onLink: current.isActive('link'),
      style: styleOf(current),
      termKind: current.isActive('term') ? String(current.getAttributes('term').kind ?? '') : null,
      hasSelection: !current.state.selection.empty,
    }),
  })
}

const ids = (holds: (action: EditorAction) => boolean): string =>
  `|${SHOWN.filter(holds)
    .map(({ id }) => id)
    .join('|')}|`

export const includes = (list: string, action: EditorAction): boolean => list.includes(`|${action.id}|`)

function styleOf(editor: Editor): string {
  const { parent } = editor.state.selection.$from
  if (parent.type.name === 'heading') {
    const level = Number(parent.attrs.level)
    return STYLES[level]?.label ?? `Clause, level ${level}`
  }
  return STYLES[0]?.label ?? ''
}
