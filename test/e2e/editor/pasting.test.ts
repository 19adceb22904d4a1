import { describe, expect, it } from 'vitest'
import { type DocumentJson, textOf } from '../../../shared/document/document-json.ts'
import { doc, type EditorStory, p, withEditor } from './editor-story.ts'

const openEditor = withEditor()
let ada: EditorStory
const open = async (body: DocumentJson) => {
  ada = await openEditor(body)
}
const first = async () => (await ada.blocks())[0]

describe('pasting', () => {
  it('makes structure of Markdown', async () => {
    await open(doc(p('')))
    await ada.text.click()
    await ada.paste({
      'text/plain':
        '## 1. Fees\n\nThe **fee** is [here](https://example.org).\n\n- one\n- two\n  - deep\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\nFor <Customer> only.\n\n<img src=x onerror=alert(1)>',
    })
    expect(await ada.types()).toEqual(['heading', 'paragraph', 'bulletList', 'table', 'paragraph'])
    const [heading, text] = await ada.blocks()
    expect(heading && textOf(heading)).toBe('Fees')
    expect(text?.content?.map(node => node.marks?.[0]?.type ?? null)).toEqual([
      null,
      'bold',
      null,
      'link',
      null,
    ])
    expect((await ada.texts())[4]).toBe('For <Customer> only.')
    expect(await ada.page.locator('.ProseMirror img').count()).toBe(0)
  })

  it('keeps prose that only looks a little like Markdown as prose', async () => {
    await open(doc(p('')))
    await ada.text.click()
    await ada.paste({ 'text/plain': 'Price * quantity, under_score and #1 of 3.\nNext line' })
    expect(await ada.texts()).toEqual(['Price * quantity, under_score and #1 of 3.', 'Next line'])
  })

  it('reads Word: headings without their numbers, lists from its list paragraphs', async () => {
    await open(doc(p('')))
    await ada.text.click()
    await ada.paste({
      'text/html': `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p{color:red}</style></head><body>
        <!--StartFragment--><h1><span style='mso-list:Ignore'>1.<span>&nbsp;&nbsp;</span></span>Parties<o:p></o:p></h1>
        <p class=MsoNormal style='margin:0'><b>Bold</b> and <i style='mso-bidi-font-style:normal'>italic</i><o:p></o:p></p>
        <p class=MsoListParagraphCxSpFirst style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·<span> </span></span>first</p>
        <p class=MsoListParagraphCxSpMiddle style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>o<span> </span></span>inner</p>
        <p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·<span> </span></span>second</p>
        <p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>a)<span> </span></span>lettered</p>
        <!--EndFragment--></body></html>`,
      'text/plain': 'x',
    })
    const content = await ada.blocks()
    expect(content.map(node => node.type)).toEqual(['heading', 'paragraph', 'bulletList', 'orderedList'])
    expect(content.map(textOf)).toEqual(['Parties', 'Bold and italic', 'firstinnersecond', 'lettered'])
    expect(content[2]?.content?.[0]?.content?.map(node => node.type)).toEqual(['paragraph', 'bulletList'])
    expect(content[1]?.content?.map(node => node.marks?.[0]?.type ?? null)).toEqual(['bold', null, 'italic'])
  })

  it('reads Google Docs without turning all of it bold', async () => {
    await open(doc(p('')))
    await ada.text.click()
    await ada.paste({
      'text/html':
        '<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1"><h2 dir="ltr"><span style="font-size:16pt">Term</span></h2><p dir="ltr"><span style="font-weight:400">plain </span><span style="font-weight:700">strong</span></p></b>',
    })
    const content = await ada.blocks()
    expect(content.map(node => node.type)).toEqual(['heading', 'paragraph'])
    expect(content[1]?.content?.map(node => node.marks?.[0]?.type ?? null)).toEqual([null, 'bold'])
  })

  it('makes clauses of the numbered paragraphs of Word, as the import of its file does', async () => {
    await open(doc(p('')))
    await ada.text.click()
    const item = (level: number, marker: string, words: string) =>
      `<p class=MsoNormal style='margin-left:.5in;text-indent:-.5in;mso-list:l3 level${level} lfo2'><![if !supportLists]><b style='mso-bidi-font-weight:normal'><span style='mso-fareast-font-family:Calibri'><span style='mso-list:Ignore'>${marker}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span></b><![endif]>${words}<o:p></o:p></p>`
    await ada.paste({
      'text/html': `<html xmlns:w="urn:schemas-microsoft-com:office:word"><body lang=EN-GB><!--StartFragment-->
        <p class=MsoTitle>Harbour Agreement<o:p></o:p></p>
        ${item(1, '1.', '<b>Definitions</b>')}
        ${item(2, '1.1', 'Words have their usual meaning.')}
        ${item(3, '(a)', 'also in annexes;')}${item(3, '(b)', 'and in notices.')}
        ${item(1, '2.', '<b>Fees.</b> The fee is due <i>monthly</i>.')}
        <p class=MsoNormal>&nbsp;<o:p></o:p></p>
        <!--EndFragment--></body></html>`,
      'text/plain': 'x',
    })
    const content = await ada.blocks()
    expect(content.map(({ type, attrs }) => [type, attrs?.level ?? null])).toEqual([
      ['paragraph', null],
      ['heading', 1],
      ['heading', 2],
      ['orderedList', null],
      ['heading', 1],
      ['paragraph', null],
    ])
    expect(content.map(textOf).slice(0, 5)).toEqual([
      'Harbour Agreement',
      'Definitions',
      'Words have their usual meaning.',
      'also in annexes;and in notices.',
      'Fees.',
    ])
    expect(content[3]?.attrs?.type).toBe('a')
    expect(content[5]?.content?.map(node => node.marks?.[0]?.type ?? null)).toEqual([null, 'italic', null])
  })

  it('makes clauses of the items of Google Docs and of Word for the web, and leaves a plain list a list', async () => {
    const li = (style: string, level: number, words: string, inside = '') =>
      `<li dir="ltr" style="list-style-type:${style};font-weight:400" aria-level="${level}"><p dir="ltr" role="presentation"><span style="font-weight:400">${words}</span></p>${inside}</li>`
    await open(doc(p('')))
    await ada.text.click()
    const pasted = async (html: string) => {
      const before = (await ada.blocks()).length
      await ada.paste({ 'text/html': html, 'text/plain': 'x' })
      const added = (await ada.blocks()).slice(before - 1)
      await ada.caretAtEnd()
      await ada.press('Enter')
      return added.map(node => `${node.type}${node.attrs?.level ?? ''} ${textOf(node)}`)
    }
    const docs = (html: string) =>
      `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-2">${html}</b>`
    expect(
      await pasted(
        docs(
          `<ol>${li('decimal', 1, 'Term')}<ol>${li('decimal', 2, 'It lasts two years.')}</ol></ol><table><tbody><tr><td><p>cell</p></td></tr></tbody></table><ol start="2">${li('decimal', 1, 'Law')}</ol>`,
        ),
      ),
    ).toEqual(['heading1 Term', 'heading2 It lasts two years.', 'table cell', 'heading1 Law'])
    expect(
      await pasted(
        docs(
          `<ol>${li('decimal', 1, 'Term')}</ol><p dir="ltr">It lasts two years.</p><br /><ol start="2">${li('decimal', 1, 'Law')}</ol><p dir="ltr">That of Norway.</p>`,
        ),
      ),
    ).toEqual(['heading1 Term', 'paragraph It lasts two years.', 'heading1 Law', 'paragraph That of Norway.'])
    const web = (level: number, pattern: string, words: string) =>
      `<div class="ListContainerWrapper"><ol class="NumberListStyle1" start="1"><li data-leveltext="${pattern}" data-listid="7" data-aria-level="${level}" role="listitem"><p class="Paragraph"><span class="TextRun"><span>${words}</span></span></p></li></ol></div>`
    expect(
      await pasted(
        `<body>${web(1, '%1.', 'Term')}${web(2, '%1.%2', 'It lasts two years.')}${web(1, '%1.', 'Law')}</body>`,
      ),
    ).toEqual(['heading1 Term', 'heading2 It lasts two years.', 'heading1 Law'])
    expect(
      await pasted(docs(`<p>Bring:</p><ol>${li('decimal', 1, 'a pen;')}${li('decimal', 1, 'a seal.')}</ol>`)),
    ).toEqual(['paragraph Bring:', 'orderedList a pen;a seal.'])
  })

  it('takes 300 kB of Markdown in pieces and stays one undo', async () => {
    await open(doc(p('')))
    await ada.text.click()
    const clause = (n: number) =>
      `## Clause ${n}\n\n${'The parties agree on the following terms. '.repeat(12)}\n\n- one\n- two`
    const markdown = Array.from({ length: 520 }, (_, n) => clause(n)).join('\n\n')
    expect(markdown.length).toBeGreaterThan(250_000)
    await ada.paste({ 'text/plain': markdown })
    await expect.poll(async () => (await ada.types()).length, { timeout: 30_000 }).toBe(1560)
    expect((await ada.sent()).length).toBeGreaterThan(10)
    await ada.type('!')
    expect((await ada.texts()).at(-1)).toBe('onetwo!')
    await ada.press('Control+z')
    await ada.press('Control+z')
    expect(await ada.types()).toEqual(['paragraph'])
  })

  it('moves a block with its id by cut and paste, and gives a copy a new one', async () => {
    await open(doc(p('alpha'), p('beta'), p('')))
    await ada.caretAfter('alpha')
    await ada.type('.')
    const before = (await first())?.attrs?.id
    await ada.press('Control+a')
    await ada.page.evaluate(() => window.lab.editor()?.commands.setNodeSelection(0))
    await ada.press('Control+x')
    await ada.caretAtEnd()
    await ada.press('Control+v')
    await ada.press('Control+v')
    const content = await ada.blocks()
    const ids = content.filter(node => textOf(node) === 'alpha.').map(node => node.attrs?.id)
    expect(ids.length).toBe(2)
    expect(ids).toContain(before)
    expect(new Set(ids).size).toBe(2)
  })
})
