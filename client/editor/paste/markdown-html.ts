import { Marked } from 'marked'

const marked = new Marked({ gfm: true, breaks: false })

/**
 * Markdown as HTML for the editor's own parser, which keeps only what the schema knows. HTML in it means what it says where its
 * tag is one of HTML's; other words in angle brackets, such as a placeholder `<Customer>`, are words.
 */
export function markdownHtml(markdown: string): string {
  return marked.parse(markdown, { async: false })
}

const HTML_TAG =
  /^\s*(?:<!--|<\/?(?:a|abbr|b|blockquote|br|center|code|del|div|em|font|h[1-6]|hr|i|img|ins|kbd|li|mark|ol|p|pre|q|s|small|span|strong|sub|sup|table|tbody|td|tfoot|th|thead|tr|u|ul)\b)/i

const escapeText = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

marked.use({
  renderer: {
    html: token => {
      if (HTML_TAG.test(token.text)) return token.text
      return 'block' in token && token.block ? `<p>${escapeText(token.text)}</p>` : escapeText(token.text)
    },
    // Images are no part of an agreement's text: what they are called is.
    image: ({ text }) => escapeText(text),
  },
})
