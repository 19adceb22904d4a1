import { type Editor, Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey, TextSelection } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import type { Suggestion } from '../../../shared/terms/suggest/suggestions.ts'
import { changedRanges } from '../changed-ranges.ts'
import { newId } from '../new-id.ts'
import { readCaret } from '../unread-caret.ts'
import { textRange } from './text-range.ts'

interface Proposed {
  readonly decorations: DecorationSet
  /** The suggestion whose words the caret is in. */
  readonly active: Suggestion | null
}

/** What a decoration of this plugin carries. */
interface Spec {
  readonly suggestion: Suggestion
}

export interface ProposedTermsStorage {
  /** Dismisses for everyone; set by the page. */
  dismiss: (suggestion: Suggestion) => void
  /** Called when the caret moved to a suggestion by keyboard, with its number and how many there are. */
  reached: (suggestion: Suggestion, number: number, count: number) => void
}

declare module '@tiptap/core' {
  interface Storage {
    proposedTerms: ProposedTermsStorage
  }
}

const key = new PluginKey<Proposed>('proposedTerms')

/**
 * Words that seem to state a term are underlined. Alt-F8 and Alt-Shift-F8 go from one to the next; with the caret in one, Alt-Enter
 * confirms it and Alt-Shift-Enter dismisses it for everyone.
 */
export const ProposedTerms = Extension.create<object, ProposedTermsStorage>({
  name: 'proposedTerms',
  // Before the keys of objects: with the caret in a suggestion within an object, Alt-Enter means the suggestion.
  priority: 810,
  addStorage: () => ({ dismiss: () => {}, reached: () => {} }),
  addKeyboardShortcuts() {
    const { editor, storage } = this
    return {
      'Alt-F8': () => goToProposed(editor, 1),
      'Alt-Shift-F8': () => goToProposed(editor, -1),
      'Alt-Enter': () => {
        const active = underCaret(editor)
        return active !== null && confirmProposed(editor, active)
      },
      'Alt-Shift-Enter': () => {
        const active = underCaret(editor)
        if (active === null) return false
        storage.dismiss(active)
        return true
      },
    }
  },
  addProseMirrorPlugins() {
    return [
      new Plugin<Proposed>({
        key,
        state: {
          init: () => ({ decorations: DecorationSet.empty, active: null }),
          apply: (tr, before, _old, state) => {
            const list: readonly Suggestion[] | undefined = tr.getMeta(key)
            const decorations = list
              ? DecorationSet.create(tr.doc, decorationsOf(tr.doc, list))
              : tr.docChanged
                ? followed(before.decorations.map(tr.mapping, tr.doc), tr.doc, changedRanges([tr]))
                : before.decorations
            if (decorations === before.decorations && !tr.selectionSet) return before
            return { decorations, active: atCaret(decorations, state) }
          },
        },
        props: { decorations: state => key.getState(state)?.decorations },
      }),
    ]
  },
})

/** Shows these suggestions in the text; those whose words have changed meanwhile are left out. */
export function showProposed(editor: Editor, suggestions: readonly Suggestion[]): void {
  readCaret(editor.view)
  editor.view.dispatch(editor.state.tr.setMeta(key, suggestions).setMeta('addToHistory', false))
}

/** The suggestion that the caret is in. */
export const activeProposal = (state: EditorState): Suggestion | null => key.getState(state)?.active ?? null

/** The same, unless the keys go to something else in the text, as a field of an object. */
const underCaret = (editor: Editor) => (editor.view.hasFocus() ? activeProposal(editor.state) : null)

/** Marks exactly the words of a suggestion as its term: one step that can be undone. False when they are gone. */
export function confirmProposed(editor: Editor, suggestion: Suggestion): boolean {
  const found = find(editor.state, suggestion.id)
  if (!found || !editor.isEditable) return false
  const { tr, schema } = editor.state
  const term = schema.marks.term?.create({ kind: suggestion.kind, id: newId() })
  if (!term) return false
  editor.view.dispatch(tr.addMark(found.from, found.to, term))
  return true
}

/** Puts the caret into the words of a suggestion and shows them. False when they are gone. */
export function goTo(editor: Editor, suggestionId: string): boolean {
  const found = find(editor.state, suggestionId)
  if (!found) return false
  const { state, view } = editor
  view.dispatch(state.tr.setSelection(TextSelection.create(state.doc, found.from)).scrollIntoView())
  view.focus()
  return true
}

/** Goes to the next suggestion behind the caret, or before it, and round at the end. */
function goToProposed(editor: Editor, by: 1 | -1): boolean {
  const { state, storage } = editor
  const all =
    key
      .getState(state)
      ?.decorations.find()
      .toSorted((a, b) => a.from - b.from) ?? []
  if (all.length === 0) return false
  const caret = state.selection.from
  const active = activeProposal(state)
  const others = active ? all.filter(one => specOf(one).suggestion.id !== active.id) : all
  const target =
    by === 1
      ? (others.find(one => one.from >= caret) ?? all[0])
      : (others.findLast(one => one.to <= caret) ?? all.at(-1))
  if (!target) return false
  const { suggestion } = specOf(target)
  goTo(editor, suggestion.id)
  storage.proposedTerms.reached(suggestion, all.indexOf(target) + 1, all.length)
  return true
}

const specOf = (decoration: Decoration) => decoration.spec as Spec

const find = (state: EditorState, id: string): Decoration | undefined =>
  key.getState(state)?.decorations.find(undefined, undefined, spec => spec.suggestion.id === id)[0]

function atCaret(decorations: DecorationSet, { selection }: EditorState): Suggestion | null {
  if (!selection.empty) return null
  const at = decorations.find(selection.from, selection.from)[0]
  return at ? specOf(at).suggestion : null
}

function decorationsOf(doc: Node, suggestions: readonly Suggestion[]): Decoration[] {
  const byBlock = new Map<string, Suggestion[]>()
  for (const suggestion of suggestions) {
    const known = byBlock.get(suggestion.blockId)
    if (known) known.push(suggestion)
    else byBlock.set(suggestion.blockId, [suggestion])
  }
  const made: Decoration[] = []
  if (byBlock.size === 0) return made
  doc.descendants((node, pos) => {
    if (!node.isTextblock) return true
    for (const suggestion of byBlock.get(node.attrs.id) ?? []) {
      const range = textRange(node, suggestion)
      if (range === null) continue
      made.push(
        Decoration.inline(
          pos + 1 + range.from,
          pos + 1 + range.to,
          { 'data-proposed': suggestion.kind },
          { suggestion, inclusiveStart: false, inclusiveEnd: false },
        ),
      )
    }
    return false
  })
  return made
}

/** Those in lines that a change touched stay only while their words are the same. */
function followed(
  decorations: DecorationSet,
  doc: Node,
  changed: readonly { readonly from: number; readonly to: number }[],
): DecorationSet {
  const stale = changed.flatMap(({ from, to }) =>
    decorations
      .find(Math.max(0, from), Math.min(doc.content.size, to))
      .filter(one => doc.textBetween(one.from, one.to, '', '\n') !== specOf(one).suggestion.text),
  )
  return stale.length === 0 ? decorations : decorations.remove(stale)
}
