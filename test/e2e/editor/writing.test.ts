import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type DocumentJson, textOf } from '../../../shared/document/document-json.ts'
import { EditorBench, toBase64 } from './editor-page.ts'
import { doc, EditorStory, p } from './editor-story.ts'

let bench: EditorBench
let ada: EditorStory

beforeAll(async () => {
  bench = await EditorBench.start()
}, 120_000)
afterAll(() => bench?.stop(), 60_000)
afterEach(() => ada.close())

const open = async (body: DocumentJson) => {
  ada = await EditorStory.open(bench, body)
}
const first = async () => (await ada.blocks())[0]

describe('writing', () => {
  it('types into a blank agreement, gives every block an id and writes nothing before the first key', async () => {
    await open(doc(p('')))
    expect(await ada.sent()).toEqual([])
    await ada.text.click()
    await ada.type('One')
    await ada.press('Enter')
    await ada.type('Two')
    expect(await ada.texts()).toEqual(['One', 'Two'])
    const ids = (await ada.blocks()).map(node => node.attrs?.id)
    expect(new Set(ids).size).toBe(2)
    for (const id of ids) expect(id).toMatch(/^[a-z0-9-]{16,40}$/)
  })

  it('does not replace the text when one clicks below it and types', async () => {
    await open(doc(p('one two')))
    await ada.text.click()
    await ada.type('!')
    expect(await ada.texts()).toEqual(['one two!'])
  })

  it('writes into a text without a single block', async () => {
    await open(doc())
    await ada.text.click()
    await ada.type('First words')
    expect(await ada.texts()).toEqual(['First words'])
  })

  it('follows the shortcuts of Word', async () => {
    await open(doc(p('The fee is due'), p('second')))
    await ada.select('fee')
    await ada.press('Control+b')
    await ada.press('Control+i')
    await ada.press('Control+u')
    const marks = (await first())?.content?.[1]?.marks?.map(mark => mark.type)
    expect(marks).toEqual(['bold', 'italic', 'underline'])
    await ada.caretAfter('second')
    await ada.press('Control+Alt+2')
    expect((await ada.blocks())[1]).toMatchObject({ type: 'heading', attrs: { level: 2 } })
    await ada.press('Alt+Shift+ArrowRight')
    expect((await ada.blocks())[1]?.attrs?.level).toBe(3)
    await ada.press('Control+Alt+0')
    await ada.press('Control+Shift+l')
    expect(await ada.types()).toEqual(['paragraph', 'bulletList'])
    await ada.press('Control+z')
    await ada.press('Control+z')
    expect((await ada.types())[1]).toBe('heading')
    await ada.press('Control+y')
  })

  it('indents with Tab in a list and leaves the list with Enter on an empty item', async () => {
    await open(doc(p('')))
    await ada.text.click()
    await ada.press('Control+Shift+l')
    await ada.type('one')
    await ada.press('Enter')
    await ada.press('Tab')
    await ada.type('nested')
    const list = await first()
    expect(list?.content?.[0]?.content?.[1]?.type).toBe('bulletList')
    await ada.press('Enter')
    await ada.press('Enter')
    await ada.press('Enter')
    await ada.type('out')
    expect(await ada.types()).toEqual(['bulletList', 'paragraph'])
  })

  it('moves a block with Alt+Shift+arrow and keeps its id', async () => {
    await open(doc(p('one'), p('two'), { ...p('three'), attrs: { id: 'third-block-of-all' } }))
    const before = (await ada.blocks())[2]?.attrs?.id ?? null
    await ada.caretAfter('thr')
    await ada.press('Alt+Shift+ArrowUp')
    await ada.press('Alt+Shift+ArrowUp')
    await ada.type('X')
    expect(await ada.texts()).toEqual(['thrXee', 'one', 'two'])
    expect((await first())?.attrs?.id ?? null).toBe(before)
  })

  it('makes a table that can be written in, row by row with Tab', async () => {
    await open(doc(p('')))
    await ada.text.click()
    await ada.type('/table')
    await ada.press('Enter')
    for (const word of ['a', 'b', 'c', 'd']) {
      await ada.type(word)
      await ada.press('Tab')
    }
    const rows = (await first())?.content ?? []
    expect(rows.map(row => (row.content ?? []).map(textOf))).toEqual([
      ['a', 'b', 'c'],
      ['d', '', ''],
      ['', '', ''],
    ])
    await ada.page.getByRole('button', { name: 'Table', exact: true }).click()
    await ada.page.getByRole('menuitem', { name: 'Row below' }).click()
    await expect.poll(async () => (await first())?.content?.length).toBe(4)
    const cells = (await first())?.content?.[2]?.content ?? []
    expect(cells.map(cell => cell.content?.[0]?.type)).toEqual(['paragraph', 'paragraph', 'paragraph'])
  })

  it('marks selected words as a term from the bubble and takes the mark off', async () => {
    await open(doc(p('It begins on 1 April 2027.')))
    await ada.select('1 April 2027')
    await ada.page
      .getByRole('toolbar', { name: 'Selected words' })
      .getByRole('button', { name: /Mark as a term/ })
      .click()
    await ada.page.getByRole('menuitem', { name: 'Effective date' }).click()
    await expect
      .poll(async () => (await first())?.content?.[1]?.marks)
      .toMatchObject([{ type: 'term', attrs: { kind: 'effective-date' } }])
    expect(await ada.page.locator('[data-mark=term]').getAttribute('title')).toBe('Effective date')
    await ada.caretAfter('April')
    await ada.page
      .getByRole('button', { name: /Mark as a term/ })
      .first()
      .click()
    await ada.page.getByRole('menuitem', { name: 'Take the mark off' }).click()
    await expect.poll(async () => (await first())?.content?.length).toBe(1)
  })

  it('sets a link with Ctrl+K and refuses what is no address', async () => {
    await open(doc(p('See the register')))
    await ada.select('register')
    await ada.press('Control+k')
    const field = ada.page.getByLabel('Address')
    await field.fill('javascript:alert(1)')
    await ada.press('Enter')
    expect(await ada.page.getByText('This is no address').isVisible()).toBe(true)
    await field.fill('example.org/register')
    await ada.press('Enter')
    await expect
      .poll(async () => (await first())?.content?.[1]?.marks)
      .toMatchObject([{ type: 'link', attrs: { href: 'https://example.org/register' } }])
  })

  it('shows the shortcuts with Ctrl+/', async () => {
    await open(doc(p('text')))
    await ada.text.click()
    await ada.press('Control+/')
    expect(await ada.page.getByRole('dialog', { name: 'Keyboard' }).isVisible()).toBe(true)
  })

  it('is one stop in the tab order, with arrow keys from button to button', async () => {
    await open(doc(p('text')))
    await ada.text.click()
    await ada.press('Alt+F10')
    expect(await ada.page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
      'Undo my last change',
    )
    await ada.press('ArrowRight')
    await ada.press('ArrowRight')
    await ada.press('ArrowRight')
    expect(await ada.page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Bold')
    expect(await ada.page.locator('[role=toolbar] [tabindex="0"]').count()).toBe(1)
  })
})

describe('writing together', () => {
  it('takes back only my own words', async () => {
    await open(doc(p('The fee'), p('second')))
    await ada.caretAfter('fee')
    await ada.type(' is mine')
    const bob = ada.partner()
    bob.edit(tr => tr.insertText('Hers: ', 1))
    await ada.exchange(bob)
    await ada.undoAll()
    expect(await ada.texts()).toEqual(['Hers: The fee', 'second'])
    await ada.redoAll()
    expect(await ada.texts()).toEqual(['Hers: The fee is mine', 'second'])
  })

  it('does not take a partner’s words along when the block that they stand in was mine', async () => {
    await open(doc(p('start')))
    await ada.caretAfter('start')
    await ada.press('Enter')
    await ada.type('new')
    const bob = ada.partner()
    await ada.exchange(bob)
    bob.edit(tr => tr.insertText(' and hers', bob.node.content.size - 1))
    await ada.exchange(bob)
    await ada.undoAll()
    expect((await ada.texts()).join('|')).toContain(' and hers')
  })

  it('keeps my caret and my bold while a partner types before me in the same line', async () => {
    await open(doc(p('one two')))
    await ada.caretAfter('one')
    await ada.press('Control+b')
    const bob = ada.partner()
    bob.edit(tr => tr.insertText('zero ', 1))
    await ada.exchange(bob)
    await ada.type('X')
    const line = await first()
    expect(line && textOf(line)).toBe('zero oneX two')
    expect(line?.content?.[1]).toMatchObject({ text: 'X', marks: [{ type: 'bold' }] })
  })

  it('acts where the caret has gone, though the browser tells of the move only after the next key', async () => {
    await open(doc(p('one'), p('two')))
    await ada.caretAfter('two')
    await ada.page.evaluate(() => {
      const text = document.querySelector('.ProseMirror')
      const line = text?.querySelector('p')?.firstChild
      if (!text || !line) throw new Error('no text')
      getSelection()?.collapse(line, 2)
      text.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }))
    })
    expect(await ada.texts()).toEqual(['on', 'e', 'two'])
  })

  it('leaves the caret where it has gone, though a partner’s words come before the browser tells of the move', async () => {
    await open(doc(p('one'), p('two'), p('three')))
    await ada.caretAfter('two')
    const bob = ada.partner()
    bob.edit(tr => tr.insertText('!', 1 + 'one'.length))
    const [update] = bob.takeSent()
    if (!update) throw new Error('nothing sent')
    await ada.page.evaluate(bytes => {
      const line = document.querySelector('.ProseMirror')?.lastElementChild?.firstChild
      if (!line) throw new Error('no text')
      getSelection()?.collapse(line, 5)
      window.lab.receive(bytes)
    }, toBase64(update))
    await ada.type('X')
    expect(await ada.texts()).toEqual(['one!', 'two', 'threeX'])
  })

  it('shows where a partner is, by name, and ignores an odd peer', async () => {
    await open(doc(p('one two')))
    await ada.page.evaluate(() => {
      const { awareness, doc: shared } = window.lab
      const text = shared.getXmlFragment('body').toDOM()
      if (!text) throw new Error('no text')
      const states = awareness.getStates()
      states.set(5, { user: { name: 'Odd', color: 'url(x)' }, cursor: { anchor: 1, head: {} } })
      awareness.emit('change', [{ added: [5], updated: [], removed: [] }, 'test'])
    })
    await ada.text.click()
    await ada.type('a')
    expect(await ada.texts()).toEqual(['one twoa'])
    expect(await ada.page.locator('.parley-caret').count()).toBe(0)
    await ada.page.evaluate(() => {
      const { awareness } = window.lab
      const own = awareness.getLocalState()
      awareness
        .getStates()
        .set(6, { user: { id: 'b', name: 'Ben Aas', color: '#2f7f4f' }, cursor: own?.cursor })
      awareness.emit('change', [{ added: [6], updated: [], removed: [] }, 'test'])
    })
    await ada.page.locator('.parley-caret-name', { hasText: 'Ben Aas' }).waitFor()
  })
})

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
