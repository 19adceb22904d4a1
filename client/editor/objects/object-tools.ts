import { Extension } from '@tiptap/core'
import { NodeSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { duplicateBlock, moveBlock } from '../block-actions.ts'

/** The menu of one object: which, what it is called, and what it hangs on. */
export interface ObjectMenuRequest {
  /** As `jumpToBlock` takes it: while a menu is open, partners write, and positions move. */
  readonly blockId: string
  readonly type: string
  readonly label: string
  readonly anchor: Element
}

/** What objects in the text ask of the editor around them. */
export interface ObjectTools {
  readonly openMenu: (request: ObjectMenuRequest) => void
  readonly openLibrary: () => void
  /** Shows a KPI in the workshop; null where there is none to go to. */
  readonly openWorkshop: () => ((kpiId: string) => void) | null
}

declare module '@tiptap/core' {
  interface Storage {
    objectTools: { tools: ObjectTools }
  }
}

const NO_TOOLS: ObjectTools = { openMenu: () => {}, openLibrary: () => {}, openWorkshop: () => null }

export const ObjectToolsExtension = Extension.create<ObjectTools, { tools: ObjectTools }>({
  name: 'objectTools',
  addOptions: () => NO_TOOLS,
  addStorage() {
    return { tools: this.options }
  },
})

/**
 * Keys that mean the object also while the keyboard is on one of its fields: there, the caret may be anywhere in the text.
 * False for a key that means nothing here.
 */
export function runObjectKey(
  event: KeyboardEvent,
  view: EditorView,
  pos: number,
  openMenu: () => void,
): boolean {
  const { altKey, shiftKey, key } = event
  const way = key === 'ArrowUp' ? 'up' : key === 'ArrowDown' ? 'down' : null
  const act =
    altKey && shiftKey && way
      ? () => moveBlock(view, pos, way)
      : (event.ctrlKey || event.metaKey) && shiftKey && key.toLowerCase() === 'd'
        ? () => duplicateBlock(view, pos)
        : null
  if (act) onSelected(view, pos, act)
  else if (altKey && key === 'Enter') openMenu()
  else return false
  return true
}

/** Selects an object before something is done with it: one sees which, and the keyboard goes on there. */
export function onSelected(view: EditorView, pos: number, act: () => unknown): void {
  const { state } = view
  view.dispatch(state.tr.setSelection(NodeSelection.create(state.doc, pos)))
  act()
  view.focus()
}
