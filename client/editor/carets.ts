import { Extension } from '@tiptap/core'
import { yCursorPlugin } from '@tiptap/y-tiptap'
import type { Awareness } from 'y-protocols/awareness'
import { createRelativePositionFromJSON } from 'yjs'
import type { BodyBinding } from './body/body-binding.ts'

export interface CaretUser {
  readonly id: string
  readonly name: string
  readonly color: string
}

export interface CaretOptions {
  readonly awareness: Awareness | null
}

const COLOR = /^#[0-9a-f]{6}$/i
const NAME_CHARACTERS = 60

/** Where the others are, with their names. What a peer says of itself is checked: an odd one is not shown, never an error. */
export const Carets = Extension.create<CaretOptions>({
  name: 'carets',
  priority: 990,
  addOptions: () => ({ awareness: null }),
  addProseMirrorPlugins() {
    const { awareness } = this.options
    if (!awareness) return []
    return [
      yCursorPlugin(awareness, {
        awarenessStateFilter: (own: number, other: number, state: unknown) =>
          // A closed editor has no storage left, and awareness speaks once more after that.
          own !== other && isShown(state, this.editor.storage.bodySync?.binding ?? null),
        cursorBuilder: (peer: unknown) => caretOf(readUser(peer)),
        selectionBuilder: (peer: unknown) => ({
          style: `background-color: color-mix(in srgb, ${readUser(peer).color} 20%, transparent)`,
        }),
      }),
    ]
  },
})

function isShown(state: unknown, binding: BodyBinding | null): boolean {
  if (typeof state !== 'object' || state === null || !('cursor' in state)) return false
  const { cursor, user } = state as { cursor: unknown; user?: unknown }
  if (typeof user !== 'object' || user === null || typeof cursor !== 'object' || cursor === null) return false
  try {
    const { anchor, head } = cursor as { anchor: unknown; head: unknown }
    const places = [anchor, head].map(
      place => binding?.resolve(createRelativePositionFromJSON(place)) ?? null,
    )
    return !places.includes(null) && COLOR.test((user as CaretUser).color)
  } catch {
    return false
  }
}

function readUser(peer: unknown): { name: string; color: string } {
  const { name, color } = (peer ?? {}) as { name?: unknown; color?: unknown }
  return {
    name: typeof name === 'string' && name.trim() ? name.trim().slice(0, NAME_CHARACTERS) : 'Someone',
    color: typeof color === 'string' && COLOR.test(color) ? color : '#565b66',
  }
}

function caretOf({ name, color }: { name: string; color: string }): HTMLElement {
  const caret = document.createElement('span')
  caret.className = 'parley-caret'
  caret.style.setProperty('--person', color)
  const label = document.createElement('span')
  label.className = 'parley-caret-name'
  label.textContent = name
  // The word joiners keep the caret from being a place where the browser breaks the line.
  caret.append('\u2060', label, '\u2060')
  return caret
}
