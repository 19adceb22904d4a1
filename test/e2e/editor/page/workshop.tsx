import type { Editor } from '@tiptap/core'
import { useEffect, useState } from 'react'
import type * as Y from 'yjs'
import { KpiWorkshop } from '../../../../client/editor/workshop/kpi-workshop.tsx'
import { readBody } from '../../../../shared/document/yjs-body.ts'
import { extractTerms } from '../../../../shared/terms/extract-terms.ts'

interface WorkshopProps {
  readonly editor: Editor
  readonly doc: Y.Doc
  readonly editable: boolean
  readonly first: string | null
  readonly onJump: (blockId: string) => void
}

/** The workshop in front of the editor, as on the page of an agreement. */
export function Workshop({ editor, doc, editable, first, onJump }: WorkshopProps) {
  const [selected, setSelected] = useState(first)
  const [terms, setTerms] = useState(() => extractTerms(readBody(doc), 'Test'))
  useEffect(() => {
    const read = () => setTerms(extractTerms(readBody(doc), 'Test'))
    doc.on('update', read)
    return () => doc.off('update', read)
  }, [doc])
  return (
    <KpiWorkshop
      editor={editor}
      terms={terms}
      editable={editable}
      model="value-added-alliance"
      selected={selected}
      onSelect={setSelected}
      onJump={onJump}
      today="2026-11-25"
    />
  )
}
