import { Extension } from '@tiptap/core'
import { type Schema, DOMParser as StructureParser } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { cleanHtml, linesOf } from './clean-html.ts'
import { looksLikeMarkdown } from './looks-like-markdown.ts'
import { markdownHtml } from './markdown-html.ts'

const HAS_STRUCTURE = /<(h[1-6]|p|li|td|th|table|blockquote)\b/i

/** What is pasted becomes what it means: Word and web pages by their structure, Markdown by its signs. */
export const CleanPaste = Extension.create({
  name: 'cleanPaste',
  addProseMirrorPlugins() {
    const { schema } = this.editor
    return [
      new Plugin({
        key: new PluginKey('cleanPaste'),
        props: {
          transformPastedHTML: html => (isOwn(html) ? html : meantHtml(html, schema)),
          clipboardTextParser: (text, $context, plain, view) => {
            // "Paste without formatting" is a wish for the very characters.
            if (plain || !looksLikeMarkdown(text)) return noSlice
            const holder = document.implementation.createHTMLDocument().createElement('div')
            holder.innerHTML = cleanHtml(markdownHtml(text))
            return StructureParser.fromSchema(view.state.schema).parseSlice(holder, { context: $context })
          },
        },
      }),
    ]
  },
})

/** The type asks for a slice; ProseMirror takes anything falsy as "not mine". */
const noSlice = null as unknown as ReturnType<StructureParser['parseSlice']>

/** ProseMirror marks its own clipboard: objects and ids are in it. */
const isOwn = (html: string) => html.includes('data-pm-slice')

/** A code editor puts coloured lines on the clipboard; what was meant is their text. */
function meantHtml(html: string, schema: Schema): string {
  if (HAS_STRUCTURE.test(html)) return cleanHtml(html, schema)
  const text = linesOf(html)
  return cleanHtml(looksLikeMarkdown(text) ? markdownHtml(text) : html)
}
