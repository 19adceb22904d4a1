import { type Editor, Extension } from '@tiptap/core'
import { isInTable } from '@tiptap/pm/tables'

/** Raises or lowers the level of the clause that the caret is in, as Word's outline keys do; false outside of a heading. */
export function shiftClauseLevel(editor: Editor, by: 1 | -1): boolean {
  const { $from } = editor.state.selection
  if ($from.parent.type.name !== 'heading') return false
  const level = Math.min(6, Math.max(1, Number($from.parent.attrs.level ?? 1) + by))
  return editor.commands.updateAttributes('heading', { level })
}

/** Indents a list item or lowers a clause; false where there is nothing to indent. */
export const indent = (editor: Editor): boolean =>
  editor.commands.sinkListItem('listItem') || shiftClauseLevel(editor, 1)

export const outdent = (editor: Editor): boolean =>
  editor.commands.liftListItem('listItem') || shiftClauseLevel(editor, -1)

export const EditorShortcuts = Extension.create<{
  onEditLink: () => void
  onHelp: () => void
  onToolbar: () => void
}>({
  name: 'editorShortcuts',
  priority: 500,
  addOptions: () => ({ onEditLink: () => {}, onHelp: () => {}, onToolbar: () => {} }),
  addKeyboardShortcuts() {
    const { editor } = this
    const inList = () => editor.isActive('listItem')
    return {
      'Mod-k': () => {
        this.options.onEditLink()
        return true
      },
      'Mod-/': () => {
        this.options.onHelp()
        return true
      },
      'Alt-F10': () => {
        this.options.onToolbar()
        return true
      },
      // Tab that does nothing must still not throw the writer out of a list; elsewhere it leaves the editor.
      Tab: () => inList() && !isInTable(editor.state) && (editor.commands.sinkListItem('listItem') || true),
      'Shift-Tab': () =>
        inList() && !isInTable(editor.state) && (editor.commands.liftListItem('listItem') || true),
      'Mod-Shift-l': () => editor.commands.toggleBulletList(),
      'Alt-Shift-ArrowRight': () => indent(editor),
      'Alt-Shift-ArrowLeft': () => outdent(editor),
    }
  },
})
