import type { Editor } from '@tiptap/core'
import { useState } from 'react'
import type * as Y from 'yjs'
import { KpiWorkshop } from '../../../../client/editor/workshop/kpi-workshop.tsx'
import { useReading } from '../../../../client/terms/use-reading.ts'

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
  const { terms } = useReading(doc)
  if (!terms) return null
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
