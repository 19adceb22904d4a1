import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { useCallback, useRef, useSyncExternalStore } from 'react'
import { positionOf } from './clause-jump.ts'

/** Where a block is now; found again from where it was last, so that a key elsewhere costs no search. */
export interface LiveBlock {
  readonly node: Node | null
  readonly pos: () => number | null
}

/** A block of the text as it is now, whoever changes it, by the name that `jumpToBlock` takes. Renders again only when this block changes. */
export function useLiveBlock(editor: Editor, blockId: string): LiveBlock {
  const last = useRef(-1)
  const pos = useCallback((): number | null => {
    const { doc } = editor.state
    const isThere = last.current >= 0 && last.current < doc.content.size
    if (isThere && doc.nodeAt(last.current)?.attrs.id === blockId) return last.current
    const found = positionOf(doc, blockId)
    last.current = found ?? -1
    return found
  }, [editor, blockId])
  const node = useSyncExternalStore(
    useCallback(
      (listener: () => void) => {
        editor.on('update', listener)
        return () => editor.off('update', listener)
      },
      [editor],
    ),
    () => {
      const at = pos()
      return at === null ? null : editor.state.doc.nodeAt(at)
    },
  )
  return { node, pos }
}
