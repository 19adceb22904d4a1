import { Marked } from 'marked'

const marked = new Marked({ gfm: true, breaks: false })

/** Markdown as HTML for the editor's own parser, which keeps only what the schema knows; raw HTML in it is shown as text. */
export function markdownHtml(markdown: string): string {
  return marked.parse(markdown, { async: false })
}

const escapeText = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

marked.use({
  renderer: {
    html: token =>
      'block' in token && token.block ? `<p>${escapeText(token.text)}</p>` : escapeText(token.text),
    // Images are no part of an agreement's text: what they are called is.
    image: ({ text }) => escapeText(text),
  },
})
