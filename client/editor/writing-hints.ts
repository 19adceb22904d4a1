import { Extension } from '@tiptap/core'
import { Plugin, PluginKey, TextSelection } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'

/**
 * A hint in the empty paragraph that the caret is in, and what makes an empty text writable: the schema allows a text without
 * a single block, and only the user's own key may put the first one there.
 */
export const WritingHints = Extension.create({
  name: 'writingHints',
  addProseMirrorPlugins() {
    return [
      new Plugin({
        key: new PluginKey('writingHints'),
        props: {
          decorations: state => {
            const { selection, doc } = state
            if (!this.editor.isEditable || !(selection instanceof TextSelection) || !selection.empty)
              return null
            const { $head } = selection
            if ($head.parent.type.name !== 'paragraph' || $head.parent.content.size > 0 || $head.depth !== 1)
              return null
            const hint =
              doc.childCount === 1
                ? 'Write here, or press / for clauses, parties, KPIs and tables'
                : 'Write, or press / to insert'
            return DecorationSet.create(doc, [
              Decoration.node($head.before(), $head.after(), { 'data-hint': hint, 'data-empty': '' }),
            ])
          },
          handleTextInput: (view, _from, _to, text) => {
            const { state } = view
            const { paragraph } = state.schema.nodes
            if (state.doc.childCount > 0 || !paragraph) return false
            const tr = state.tr.insert(0, paragraph.create(null, state.schema.text(text)))
            view.dispatch(tr.setSelection(TextSelection.create(tr.doc, 1 + text.length)))
            return true
          },
          handleClick: (view, _pos, event) => {
            const { state } = view
            const { paragraph } = state.schema.nodes
            const last = state.doc.lastChild
            if (!view.editable || !paragraph || event.target !== view.dom) return false
            const lowest = view.dom.lastElementChild?.getBoundingClientRect().bottom ?? 0
            if (event.clientY <= lowest || (last?.isTextblock && last.type.name === 'paragraph')) return false
            const tr = state.tr.insert(state.doc.content.size, paragraph.create())
            view.dispatch(tr.setSelection(TextSelection.create(tr.doc, tr.doc.content.size - 1)))
            return true
          },
        },
      }),
    ]
  },
})
