import { Extension } from '@tiptap/core'
import { Plugin, PluginKey } from '@tiptap/pm/state'

/**
 * What somebody types amid a proposed change is their own: with the marks around it, a partner would be named as its author, and
 * words typed amid a proposed deletion would vanish when that is accepted.
 */
export const TypedInChange = Extension.create({
  name: 'typedInChange',
  addProseMirrorPlugins: () => [
    new Plugin({
      key: new PluginKey('typedInChange'),
      props: {
        handleTextInput: (view, from, to, text) => {
          const { insertion, deletion } = view.state.schema.marks
          const { state } = view
          const marks = state.storedMarks ?? state.doc.resolve(from).marks()
          if (!insertion || !deletion || !marks.some(({ type }) => type === insertion || type === deletion))
            return false
          const tr = state.tr.insertText(text, from, to)
          tr.removeMark(from, from + text.length, insertion)
          tr.removeMark(from, from + text.length, deletion)
          view.dispatch(tr.scrollIntoView())
          return true
        },
      },
    }),
  ],
})
