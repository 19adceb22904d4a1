import type { Editor } from '@tiptap/core'
import { useEditor } from '@tiptap/react'
import { type RefObject, useEffect, useMemo, useState } from 'react'
import type { AgreementEditorProps } from './agreement-editor-props.ts'
import classes from './editor.module.css'
import { editorExtensions } from './editor-extensions.ts'
import { SuggestionStore } from './suggest/suggestion-store.ts'

export type EditorDialog = 'link' | 'help' | null

export interface AgreementEditorState {
  readonly editor: Editor
  readonly suggestions: SuggestionStore
  readonly dialog: EditorDialog
  readonly setDialog: (dialog: EditorDialog) => void
  /** How often a change was refused because it touches a part that is kept. */
  readonly refusals: number
}

/** The editor of a session: made once for it, so that neither a new name nor a lost right takes the undo stack away. */
export function useAgreementEditor(
  { session, user, onReady }: AgreementEditorProps,
  mayWrite: boolean,
  frame: RefObject<HTMLElement | null>,
): AgreementEditorState {
  const [dialog, setDialog] = useState<EditorDialog>(null)
  const [refusals, setRefusals] = useState(0)
  const suggestions = useMemo(() => new SuggestionStore(), [])
  const extensions = useMemo(
    () =>
      editorExtensions({
        session,
        suggestions,
        onRefused: () => setRefusals(count => count + 1),
        onEditLink: () => setDialog('link'),
        onHelp: () => setDialog('help'),
        onToolbar: () => frame.current?.querySelector<HTMLElement>('[role=toolbar] [tabindex="0"]')?.focus(),
      }),
    [session, suggestions, frame],
  )
  const editor = useEditor(
    {
      extensions,
      editable: mayWrite,
      injectCSS: false,
      shouldRerenderOnTransaction: false,
      editorProps: { attributes: attributesOf(mayWrite) },
    },
    [extensions],
  )
  useEffect(() => {
    editor.setEditable(mayWrite, false)
    editor.setOptions({ editorProps: { attributes: attributesOf(mayWrite) } })
  }, [editor, mayWrite])
  useEffect(() => session.awareness.setLocalStateField('user', user), [session, user])
  useEffect(() => onReady?.(editor), [editor, onReady])
  return { editor, suggestions, dialog, setDialog, refusals }
}

const attributesOf = (mayWrite: boolean): Record<string, string> => ({
  class: classes.text ?? '',
  'aria-label': 'Text of the agreement',
  ...(mayWrite ? { role: 'textbox', 'aria-multiline': 'true' } : { role: 'document', tabindex: '0' }),
})
