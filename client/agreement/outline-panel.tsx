import type { Editor } from '@tiptap/core'
import { useEffect, useState } from 'react'
import type { ClauseTerm } from '../../shared/terms/terms.ts'
import { useCurrentClause } from '../editor/clause-jump.ts'
import { Outline } from '../outline/outline.tsx'

interface OutlinePanelProps {
  readonly editor: Editor | null
  readonly clauses: readonly ClauseTerm[]
  readonly onJump: (blockId: string) => void
}

/** The outline with the clause of the caret marked, once the caret has been put anywhere. */
export function OutlinePanel({ editor, clauses, onJump }: OutlinePanelProps) {
  const current = useCurrentClause(editor)
  const [placed, setPlaced] = useState(false)
  useEffect(() => {
    const place = () => setPlaced(true)
    editor?.on('focus', place)
    return () => {
      editor?.off('focus', place)
    }
  }, [editor])
  const jump = (blockId: string) => {
    setPlaced(true)
    onJump(blockId)
  }
  return <Outline clauses={clauses} currentId={placed ? current : null} onJump={jump} />
}
