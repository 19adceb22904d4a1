import type { Editor } from '@tiptap/core'
import { Fragment } from '@tiptap/pm/model'
import { useState } from 'react'
import { META_MAP, META_SCHEMA_VERSION, SCHEMA_VERSION } from '../../shared/document/node-types.ts'
import { keepThreads } from '../../shared/document/threads.ts'
import { readSchemaVersion } from '../../shared/document/yjs-body.ts'
import type { ImportedFile } from '../../shared/word/imported-file.ts'
import { withIds } from '../../shared/word/with-ids.ts'
import { newId } from '../editor/new-id.ts'
import type { AgreementSession } from '../session/agreement-session.ts'

/** A file on its way into this text. */
export interface Import {
  readonly opened: boolean
  readonly file: File | null
  readonly choose: () => void
  readonly take: (file: File) => void
  readonly close: () => void
  readonly carryOut: (imported: ImportedFile) => string | null
}

/** The way for a file into a text that is there: its blocks go behind the one with the caret, as one step that can be undone. */
export function useImport(
  editor: Editor | null,
  session: AgreementSession,
  openPanel: (panelId: string) => void,
): Import {
  const [wish, setWish] = useState<{ file: File | null } | null>(null)
  return {
    opened: wish !== null,
    file: wish?.file ?? null,
    choose: () => setWish({ file: null }),
    take: file => setWish({ file }),
    close: () => setWish(null),
    carryOut: imported => {
      if (!editor?.isEditable) return 'The text cannot be changed now.'
      insert(editor, imported)
      if ((readSchemaVersion(session.body) ?? 0) < SCHEMA_VERSION)
        session.body.getMap(META_MAP).set(META_SCHEMA_VERSION, SCHEMA_VERSION)
      keepThreads(session.discussion, imported.threads)
      if (imported.counts.changes + imported.counts.comments > 0) openPanel('changes')
      return null
    },
  }
}

function insert(editor: Editor, { body }: ImportedFile): void {
  const { state, view } = editor
  const taken = new Set<string>()
  state.doc.descendants(node => {
    if (typeof node.attrs.id === 'string') taken.add(node.attrs.id)
    return !node.isTextblock
  })
  const blocks = withIds(body.content ?? [], newId, taken)
  const { $to } = state.selection
  const at = $to.depth === 0 ? $to.pos : $to.after(1)
  const nodes = Fragment.from(blocks.map(block => state.schema.nodeFromJSON(block)))
  view.dispatch(state.tr.insert(at, nodes))
}
