import { Extension } from '@tiptap/core'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { cleanHtml } from './clean-html.ts'
import { looksLikeMarkdown } from './looks-like-markdown.ts'
import { markdownHtml } from './markdown-html.ts'

/** A code editor puts coloured lines on the clipboard; what was meant is their text. */
const HAS_STRUCTURE = /<(h[1-6]|p|li|td|th|table|blockquote)\b/i

/** What is pasted becomes what it means: Word and web pages by their structure, Markdown by its signs. */
export const CleanPaste = Extension.create({
  name: 'cleanPaste',
  addProseMirrorPlugins() {
    return [
      new Plugin({
        key: new PluginKey('cleanPaste'),
        props: {
          transformPastedHTML: html => (isOwn(html) ? html : cleanHtml(html)),
          handlePaste: (view, event) => {
            const html = event.clipboardData?.getData('text/html') ?? ''
            const text = event.clipboardData?.getData('text/plain') ?? ''
            if (HAS_STRUCTURE.test(html) || isOwn(html) || !looksLikeMarkdown(text)) return false
            if (view.state.selection.$from.parent.type.spec.code) return false
            view.pasteHTML(markdownHtml(text), event)
            return true
          },
        },
      }),
    ]
  },
})

/** ProseMirror marks its own clipboard: objects and ids are in it. */
const isOwn = (html: string) => html.includes('data-pm-slice')
