import type { Editor } from '@tiptap/core'
import { type RefObject, useEffect } from 'react'

/** Undo means the text here too: an input's own would give back letters that a partner has changed since. */
export function useUndoKeys(within: RefObject<HTMLElement | null>, editor: Editor): void {
  useEffect(() => {
    const element = within.current
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return
      const key = event.key.toLowerCase()
      const isRedo = key === 'y' || (key === 'z' && event.shiftKey)
      if (!isRedo && key !== 'z') return
      event.preventDefault()
      if (isRedo) editor.commands.redo()
      else editor.commands.undo()
    }
    element?.addEventListener('keydown', onKey)
    return () => element?.removeEventListener('keydown', onKey)
  }, [within, editor])
}
