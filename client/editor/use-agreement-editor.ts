import type { Editor } from '@tiptap/core'
import { useEditor } from '@tiptap/react'
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react'
import type { AgreementEditorProps } from './agreement-editor-props.ts'
import classes from './editor.module.css'
import { editorExtensions } from './editor-extensions.ts'
import type { ObjectMenuRequest } from './objects/object-tools.ts'
import { SuggestionStore } from './suggest/suggestion-store.ts'

export type EditorDialog = 'link' | 'help' | 'kpi-library' | null

export interface AgreementEditorState {
  readonly editor: Editor
  readonly suggestions: SuggestionStore
  readonly dialog: EditorDialog
  readonly setDialog: (dialog: EditorDialog) => void
  /** The object whose menu is open. */
  readonly objectMenu: ObjectMenuRequest | null
  readonly closeObjectMenu: () => void
  /** How often a change was refused because it touches a part that is kept. */
  readonly refusals: number
}

/** The editor of a session: made once for it, so that neither a new name nor a lost right takes the undo stack away. */
export function useAgreementEditor(
  { session, user, onReady, onOpenKpi }: AgreementEditorProps,
  mayWrite: boolean,
  frame: RefObject<HTMLElement | null>,
): AgreementEditorState {
  const [dialog, setDialog] = useState<EditorDialog>(null)
  const [refusals, setRefusals] = useState(0)
  const [objectMenu, setObjectMenu] = useState<ObjectMenuRequest | null>(null)
  const openKpi = useRef(onOpenKpi)
  openKpi.current = onOpenKpi
  const suggestions = useMemo(() => new SuggestionStore(), [])
  const extensions = useMemo(
    () =>
      editorExtensions({
        session,
        suggestions,
        onRefused: () => setRefusals(count => count + 1),
        onEditLink: () => setDialog('link'),
        onHelp: () => setDialog('help'),
        objectTools: {
          openMenu: setObjectMenu,
          openLibrary: () => setDialog('kpi-library'),
          openWorkshop: () => openKpi.current ?? null,
        },
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
  const closeObjectMenu = () => setObjectMenu(null)
  return { editor, suggestions, dialog, setDialog, objectMenu, closeObjectMenu, refusals }
}

const attributesOf = (mayWrite: boolean): Record<string, string> => ({
  class: classes.text ?? '',
  'aria-label': 'Text of the agreement',
  ...(mayWrite ? { role: 'textbox', 'aria-multiline': 'true' } : { role: 'document', tabindex: '0' }),
})
