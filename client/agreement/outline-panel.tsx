import { useLocalStorage } from '@mantine/hooks'
import type { Editor } from '@tiptap/core'
import { useCallback, useEffect, useState } from 'react'
import type { Terms } from '../../shared/terms/terms.ts'
import { useCurrentClause } from '../editor/clause-jump.ts'
import { ObjectList } from '../outline/object-list.tsx'
import { Outline } from '../outline/outline.tsx'
import { PanelTabs } from './frame/panel-tabs.tsx'

const NO_CLAUSES: Terms['clauses'] = []

interface OutlinePanelProps {
  readonly editor: Editor | null
  /** Null while they are read for the first time. */
  readonly terms: Terms | null
  readonly onJump: (blockId: string) => void
}

/** Where to go: the clauses, with that of the caret marked once it has been put anywhere, or the objects of the text. */
export function OutlinePanel({ editor, terms, onJump }: OutlinePanelProps) {
  const [openId, setOpenId] = useLocalStorage({
    key: 'parley-open-outline',
    defaultValue: 'clauses',
    getInitialValueInEffect: false,
  })
  const current = useCurrentClause(editor)
  const [placed, setPlaced] = useState(false)
  useEffect(() => {
    const place = () => setPlaced(true)
    editor?.on('focus', place)
    return () => {
      editor?.off('focus', place)
    }
  }, [editor])
  const jump = useCallback(
    (blockId: string) => {
      setPlaced(true)
      onJump(blockId)
    },
    [onJump],
  )
  const clauses = (
    <Outline clauses={terms?.clauses ?? NO_CLAUSES} currentId={placed ? current : null} onJump={jump} />
  )
  return (
    <PanelTabs
      name="Where to go"
      openId={openId}
      onOpen={setOpenId}
      tabs={[
        { id: 'clauses', label: 'Clauses', content: clauses },
        { id: 'objects', label: 'Objects', content: <ObjectList terms={terms} onJump={onJump} /> },
      ]}
    />
  )
}
