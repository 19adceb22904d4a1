import { EditorContent } from '@tiptap/react'
import { useRef } from 'react'
import { libraryKpiNode } from '../../shared/agreement/kpi-library/library-kpi-node.ts'
import type { AgreementEditorProps } from './agreement-editor-props.ts'
import classes from './editor.module.css'
import { EditorNotice } from './editor-notice.tsx'
import { LibraryPicker } from './kpi-library/library-picker.tsx'
import { LinkDialog } from './link-dialog.tsx'
import { insertBlock } from './objects/object-content.ts'
import { ObjectMenu } from './objects/object-menu.tsx'
import { SelectionBubble } from './selection-bubble.tsx'
import { ShortcutHelp } from './shortcut-help.tsx'
import { SuggestionMenu } from './suggest/suggestion-menu.tsx'
import { Toolbar } from './toolbar/toolbar.tsx'
import { useAgreementEditor } from './use-agreement-editor.ts'
import { useIsNewer, useTitle } from './use-meta.ts'

/** The agreement's text on its page, with everything that one needs to write it. */
export function AgreementEditor(props: AgreementEditorProps) {
  const { session, editable } = props
  const isNewer = useIsNewer(session)
  const mayWrite = editable && !isNewer
  const frame = useRef<HTMLDivElement>(null)
  const { editor, suggestions, dialog, setDialog, objectMenu, closeObjectMenu, refusals } =
    useAgreementEditor(props, mayWrite, frame)
  const title = useTitle(session.body)
  const editLink = () => setDialog('link')
  return (
    <div ref={frame} className={classes.frame}>
      {mayWrite && (
        <div className={classes.bar}>
          <Toolbar editor={editor} onEditLink={editLink} onHelp={() => setDialog('help')} />
        </div>
      )}
      <div className={classes.desk}>
        <div className={classes.paper}>
          <div className={classes.title} aria-hidden>
            {title}
          </div>
          <EditorContent editor={editor} />
        </div>
      </div>
      {mayWrite && <SelectionBubble editor={editor} onEditLink={editLink} />}
      <SuggestionMenu store={suggestions} editor={editor} />
      <ObjectMenu editor={editor} request={objectMenu} onClose={closeObjectMenu} />
      <LinkDialog editor={editor} opened={dialog === 'link'} onClose={() => setDialog(null)} />
      <LibraryPicker
        opened={dialog === 'kpi-library'}
        model={props.model ?? 'blank'}
        onClose={() => {
          setDialog(null)
          editor.commands.focus()
        }}
        onPick={kpi => {
          setDialog(null)
          insertBlock(editor, libraryKpiNode(kpi))
        }}
      />
      <ShortcutHelp opened={dialog === 'help'} onClose={() => setDialog(null)} />
      <EditorNotice count={refusals}>
        This part was written with a newer version of Parley, so it cannot be changed or deleted here. Nothing
        was lost.
      </EditorNotice>
    </div>
  )
}
