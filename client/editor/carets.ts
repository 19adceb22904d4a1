import { Extension } from '@tiptap/core'
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state'
import { DecorationSet, type EditorView } from '@tiptap/pm/view'
import { absolutePositionToRelativePosition, createDecorations } from '@tiptap/y-tiptap'
import type { Awareness } from 'y-protocols/awareness'
import { createRelativePositionFromJSON } from 'yjs'
import type { BodyBinding } from './body/body-binding.ts'
import { isFromSharedText } from './local-tidy.ts'
import { readCaret } from './unread-caret.ts'

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

/** The field of the awareness state in which carets travel; the same as stock TipTap's. */
const CURSOR = 'cursor'
/** A caret is told at most this often; never within the work of a key. */
const PUBLISH_MS = 80

const caretsKey = new PluginKey<DecorationSet>('carets')

/** Where the others are, with their names. What a peer says of itself is checked: an odd one is not shown, never an error. */
export const Carets = Extension.create<CaretOptions>({
  name: 'carets',
  priority: 990,
  addOptions: () => ({ awareness: null }),
  addProseMirrorPlugins() {
    const { awareness } = this.options
    const { binding } = this.editor.storage.bodySync
    if (!awareness || !binding) return []
    const draw = (state: EditorState): DecorationSet =>
      createDecorations(
        state,
        awareness,
        (own: number, other: number, peer: unknown) => own !== other && isShown(peer, binding),
        (peer: unknown) => caretOf(readUser(peer)),
        (peer: unknown) => ({
          style: `background-color: color-mix(in srgb, ${readUser(peer).color} 20%, transparent)`,
        }),
      )
    return [
      new Plugin<DecorationSet>({
        key: caretsKey,
        state: {
          init: () => DecorationSet.empty,
          apply: (tr, carets, _before, state) => {
            if (tr.getMeta(caretsKey) || isFromSharedText(tr)) return draw(state)
            return tr.docChanged ? carets.map(tr.mapping, tr.doc) : carets
          },
        },
        props: { decorations: state => caretsKey.getState(state) },
        view: view => new CaretTraffic(view, awareness, binding),
      }),
    ]
  },
})

/** Tells the others where the caret is, and has theirs drawn when they move. */
class CaretTraffic {
  readonly #view: EditorView
  readonly #awareness: Awareness
  readonly #binding: BodyBinding
  #publishing: ReturnType<typeof setTimeout> | null = null
  #drawing: number | null = null
  #told = ''

  constructor(view: EditorView, awareness: Awareness, binding: BodyBinding) {
    this.#view = view
    this.#awareness = awareness
    this.#binding = binding
    awareness.on('change', this.#onChange)
    view.dom.addEventListener('focus', this.#plan)
    view.dom.addEventListener('blur', this.#plan)
    this.#draw()
  }

  update(view: EditorView, before: EditorState): void {
    if (view.state.doc !== before.doc || !view.state.selection.eq(before.selection)) this.#plan()
  }

  destroy(): void {
    this.#awareness.off('change', this.#onChange)
    this.#view.dom.removeEventListener('focus', this.#plan)
    this.#view.dom.removeEventListener('blur', this.#plan)
    if (this.#publishing !== null) clearTimeout(this.#publishing)
    if (this.#drawing !== null) cancelAnimationFrame(this.#drawing)
    this.#awareness.setLocalStateField(CURSOR, null)
  }

  readonly #onChange = (changes: { added: number[]; updated: number[]; removed: number[] }) => {
    const clients = [...changes.added, ...changes.updated, ...changes.removed]
    if (clients.some(client => client !== this.#awareness.clientID)) this.#draw()
  }

  /** Once per frame, whoever moves. */
  #draw(): void {
    this.#drawing ??= requestAnimationFrame(() => {
      this.#drawing = null
      if (this.#view.isDestroyed) return
      readCaret(this.#view)
      this.#view.dispatch(this.#view.state.tr.setMeta(caretsKey, true))
    })
  }

  readonly #plan = () => {
    this.#publishing ??= setTimeout(() => {
      this.#publishing = null
      if (!this.#view.isDestroyed) this.#publish()
    }, PUBLISH_MS)
  }

  #publish(): void {
    const place = this.#view.hasFocus() ? this.#place() : null
    const told = JSON.stringify(place)
    if (told === this.#told) return
    this.#told = told
    this.#awareness.setLocalStateField(CURSOR, place)
  }

  #place(): { anchor: unknown; head: unknown } | null {
    const { anchor, head } = this.#view.state.selection
    const { type, mapping } = this.#binding
    try {
      return {
        anchor: absolutePositionToRelativePosition(anchor, type, mapping as Mapping),
        head: absolutePositionToRelativePosition(head, type, mapping as Mapping),
      }
    } catch {
      // Content that y-tiptap cannot count: the others see no caret of ours for now.
      return null
    }
  }
}

type Mapping = Parameters<typeof absolutePositionToRelativePosition>[2]

function isShown(state: unknown, binding: BodyBinding): boolean {
  if (typeof state !== 'object' || state === null || !('cursor' in state)) return false
  const { cursor, user } = state as { cursor: unknown; user?: unknown }
  if (typeof user !== 'object' || user === null || typeof cursor !== 'object' || cursor === null) return false
  try {
    const { anchor, head } = cursor as { anchor: unknown; head: unknown }
    const places = [anchor, head].map(place => binding.resolve(createRelativePositionFromJSON(place)))
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
