import { Extension } from '@tiptap/core'
import { Plugin, PluginKey, TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'

/**
 * The browser moves the caret at once and tells of it later, on a busy page only after the next key: that key would act where the
 * caret was. ProseMirror looks again when it is told.
 */
export function readCaret(view: EditorView): void {
  if (view.hasFocus() && !view.composing) view.dom.ownerDocument.dispatchEvent(new Event('selectionchange'))
}

/**
 * Reads where the caret is before each key, and keeps it behind what is typed: on a busy page Chromium now and then leaves it before
 * the first letter of an empty line, and the next letters would stand before that one.
 */
export const UnreadCaret = Extension.create({
  name: 'unreadCaret',
  // After whatever else wants a letter that was typed.
  priority: 1,
  addProseMirrorPlugins: () => [
    new Plugin({
      key: new PluginKey('unreadCaret'),
      props: {
        handleDOMEvents: {
          keydown: view => {
            readCaret(view)
            return false
          },
        },
        handleTextInput: (view, from, to, text, insert) => {
          if (from !== to || view.composing) return false
          const tr = insert()
          if (!tr.selection.empty || tr.selection.head !== from) return false
          view.dispatch(tr.setSelection(TextSelection.create(tr.doc, from + text.length)))
          return true
        },
      },
    }),
  ],
})

/**
 * Shows a partner's change, after which ProseMirror puts the caret where it knows it: back, when it was moved a moment ago. Where
 * the text that it stands in is still the same, it stays. Reading it first could write into the text while a change comes in.
 */
export function besideCaret(view: EditorView, show: () => void): void {
  const selection = view.hasFocus() && !view.composing ? view.dom.ownerDocument.getSelection() : null
  const { anchorNode, anchorOffset, focusNode, focusOffset } = selection ?? {}
  const texts = [anchorNode?.nodeValue, focusNode?.nodeValue]
  show()
  if (!selection || !anchorNode || !focusNode || anchorOffset === undefined || focusOffset === undefined)
    return
  if (!(anchorNode instanceof Text && focusNode instanceof Text)) return
  if (!view.dom.contains(anchorNode) || !view.dom.contains(focusNode)) return
  if (anchorNode.nodeValue !== texts[0] || focusNode.nodeValue !== texts[1]) return
  if (selection.focusNode === focusNode && selection.focusOffset === focusOffset) return
  selection.setBaseAndExtent(anchorNode, anchorOffset, focusNode, focusOffset)
}
