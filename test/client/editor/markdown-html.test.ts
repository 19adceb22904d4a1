import { describe, expect, it } from 'vitest'
import { markdownHtml } from '../../../client/editor/paste/markdown-html.ts'

const line = (markdown: string) => markdownHtml(markdown).trim()

describe('HTML in pasted Markdown', () => {
  it.each([
    ['<span class="link">Customer</span> pays', '<p><span class="link">Customer</span> pays</p>'],
    ['one<br>two', '<p>one<br>two</p>'],
    ['<Customer> pays <amount>', '<p>&lt;Customer&gt; pays &lt;amount&gt;</p>'],
    ['a < b and c > d', '<p>a &lt; b and c &gt; d</p>'],
    ['<table><tr><td>cell</td></tr></table>', '<table><tr><td>cell</td></tr></table>'],
    ['<Provider>\nline', '<p>&lt;Provider&gt;\nline</p>'],
  ])('reads %j as it is meant', (markdown, html) => {
    expect(line(markdown)).toBe(html)
  })
})
