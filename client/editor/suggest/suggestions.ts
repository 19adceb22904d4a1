import { IconBuilding } from '@tabler/icons-react'
import { type Editor, Extension, type Range } from '@tiptap/core'
import { PluginKey } from '@tiptap/pm/state'
import { Suggestion } from '@tiptap/suggestion'
import { isFromSharedText } from '../local-tidy.ts'
import { type EditorAction, INSERTABLE } from '../toolbar/toolbar-actions.ts'
import { type SuggestionItem, SuggestionStore } from './suggestion-store.ts'

interface Offer {
  readonly name: string
  readonly title: string
  readonly sign: string
  readonly find: (editor: Editor, query: string) => readonly SuggestionItem[]
  readonly take: (editor: Editor, range: Range, item: SuggestionItem) => void
}

interface Shown {
  readonly items: readonly SuggestionItem[]
  readonly clientRect?: (() => DOMRect | null) | null
  readonly command: (item: SuggestionItem) => void
}

const offer = (options: Offer) =>
  Extension.create<{ store: SuggestionStore }>({
    name: options.name,
    // Enter and Tab are the list's own while it is open.
    priority: 1100,
    addOptions: () => ({ store: new SuggestionStore() }),
    addProseMirrorPlugins() {
      const { editor } = this
      const { store } = this.options
      const show = ({ items, clientRect, command }: Shown) =>
        store.show({
          title: options.title,
          items,
          selected: 0,
          caret: () => clientRect?.() ?? null,
          choose: command,
        })
      return [
        Suggestion<SuggestionItem, SuggestionItem>({
          pluginKey: new PluginKey(options.name),
          editor,
          char: options.sign,
          items: ({ query }) => [...options.find(editor, query.toLowerCase())],
          allow: ({ state, range }) =>
            editor.isEditable && !state.doc.resolve(range.from).parent.type.spec.code,
          // A sign that a partner types must not open a list here.
          shouldShow: ({ transaction }) => !isFromSharedText(transaction),
          command: ({ editor: target, range, props }) => options.take(target, range, props),
          render: () => ({
            onStart: show,
            onUpdate: show,
            onExit: () => store.show(null),
            onKeyDown: ({ event }) => store.press(event.key),
          }),
        }),
      ]
    },
  })

/** What is called by the query first, then what has it somewhere in its name, then what is found by other words. */
function ranked(query: string): EditorAction[] {
  const rank = ({ label, keywords = '' }: EditorAction) => {
    const place = label.toLowerCase().indexOf(query)
    return place === 0 ? 0 : place > 0 ? 1 : keywords.includes(query) ? 2 : 3
  }
  return INSERTABLE.filter(action => rank(action) < 3).sort((a, b) => rank(a) - rank(b))
}

/** `/` offers everything that can be put into the text. */
export const SlashMenu = offer({
  name: 'slashMenu',
  title: 'Insert',
  sign: '/',
  find: (_editor, query) => ranked(query),
  take: (editor, range, item) => {
    editor.chain().focus().deleteRange(range).run()
    INSERTABLE.find(({ id }) => id === item.id)?.run(editor)
  },
})

/** `@` offers the parties of the agreement. */
export const PartyMention = offer({
  name: 'partyMention',
  title: 'Parties',
  sign: '@',
  find: (editor, query) =>
    editor.storage.objectDirectory.directory.parties
      .filter(party => `${party.called} ${party.name}`.toLowerCase().includes(query))
      .map(party => ({ id: party.id, label: party.called || 'A party without a name', icon: IconBuilding })),
  take: (editor, range, item) => {
    editor
      .chain()
      .focus()
      .insertContentAt(range, { type: 'partyRef', attrs: { partyId: item.id } })
      .run()
  },
})
