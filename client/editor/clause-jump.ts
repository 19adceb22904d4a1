import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Selection } from '@tiptap/pm/state'
import { useSyncExternalStore } from 'react'

const FLASH_MS = 1600

/**
 * Shows a block: scrolls to it, puts the caret at its start and lets it glow for a moment. Also `@3.0` (first child of the
 * fourth block), which names blocks that have no id. False when the block is not in the text.
 */
export function jumpToBlock(editor: Editor, blockId: string): boolean {
  const pos = positionOf(editor.state.doc, blockId)
  if (pos === null) return false
  const { state, view } = editor
  view.dispatch(state.tr.setSelection(Selection.near(state.doc.resolve(pos + 1), 1)))
  const element = view.nodeDOM(pos)
  if (editor.isEditable) view.focus()
  if (element instanceof HTMLElement) {
    element.scrollIntoView({ block: 'center', behavior: isNear(element) ? 'smooth' : 'auto' })
    flash(element)
  }
  return true
}

/** Where a block stands, as `jumpToBlock` names it; null when it is not in the text. */
export function positionOf(doc: Node, blockId: string): number | null {
  const path = /^@(\d+(?:\.\d+)*)$/.exec(blockId)?.[1]?.split('.').map(Number)
  let found: number | null = null
  const visit = (parent: Node, start: number, place: readonly number[]): void => {
    let pos = start
    for (let index = 0; index < parent.childCount && found === null; index++) {
      const child = parent.child(index)
      const here = [...place, index]
      if (path ? here.join() === path.join() : child.attrs.id === blockId) found = pos
      else if (!child.isTextblock && !child.isLeaf) visit(child, pos + 1, here)
      pos += child.nodeSize
    }
  }
  visit(doc, 0, [])
  return found
}

/** The name under which the block at a position is found again: its id, or its place while it has none. */
export function nameOfBlock(doc: Node, pos: number): string {
  const id: unknown = doc.nodeAt(pos)?.attrs.id
  if (typeof id === 'string' && id !== '') return id
  const $pos = doc.resolve(pos)
  return `@${Array.from({ length: $pos.depth + 1 }, (_, depth) => $pos.index(depth)).join('.')}`
}

/** A long way is not scrolled through: it takes seconds, and the eye cannot follow. */
function isNear(element: HTMLElement): boolean {
  const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches
  return !calm && Math.abs(element.getBoundingClientRect().top) < 2 * window.innerHeight
}

/** An animation of its own, not a class: ProseMirror owns the attributes of what it renders. */
function flash(element: HTMLElement): void {
  const glow = getComputedStyle(element).getPropertyValue('--glow').trim()
  element.animate([{ backgroundColor: glow || 'transparent' }, { backgroundColor: 'transparent' }], {
    duration: FLASH_MS,
    easing: 'ease-out',
  })
}

/** The id of the clause (heading) that the caret is in; null before the first one, or while there is no editor. */
export function useCurrentClause(editor: Editor | null): string | null {
  return useSyncExternalStore(
    listener => {
      editor?.on('selectionUpdate', listener)
      return () => editor?.off('selectionUpdate', listener)
    },
    () => (editor && !editor.isDestroyed ? currentClause(editor) : null),
  )
}

function currentClause(editor: Editor): string | null {
  const { doc, selection } = editor.state
  for (let index = Math.min(selection.$head.index(0), doc.childCount - 1); index >= 0; index--) {
    const block = doc.child(index)
    if (block.type.name === 'heading') return block.attrs.id ?? `@${index}`
  }
  return null
}
