import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { DocumentJson, NodeJson } from '../../../shared/document/document-json.ts'
import { textOf } from '../../../shared/document/document-json.ts'
import { seedUpdate } from '../../../shared/document/yjs-body.ts'
import { EditorBench, toBase64 } from './editor-page.ts'
import { HeadlessBody } from './headless-body.ts'

let bench: EditorBench
let page: Awaited<ReturnType<EditorBench['page']>>

beforeAll(async () => {
  bench = await EditorBench.start()
}, 120_000)
afterAll(() => bench?.stop(), 60_000)
beforeEach(async () => {
  await page?.context().close()
  page = await bench.page()
})

const p = (text: string): NodeJson => ({
  type: 'paragraph',
  ...(text ? { content: [{ type: 'text', text }] } : {}),
})
const doc = (...content: NodeJson[]): DocumentJson => ({ type: 'doc', content })

async function open(body: DocumentJson, options: { editable?: boolean } = {}): Promise<string> {
  const update = toBase64(seedUpdate({ title: 'Test', body }, 7))
  await page.evaluate(([bytes, given]) => window.lab.open(bytes, given), [update, options] as const)
  await page.locator('.ProseMirror').waitFor()
  return update
}

const json = () => page.evaluate(() => window.lab.json())
const texts = async () => ((await json()).content ?? []).map(textOf)
const types = async () => ((await json()).content ?? []).map(node => node.type)
const editor = () => page.locator('.ProseMirror')

/** Puts the caret behind the given words. */
async function caretAfter(words: string): Promise<void> {
  await page.evaluate(text => {
    const view = window.lab.editor()?.view
    let at = -1
    view?.state.doc.descendants((node, pos) => {
      const place = node.isText ? (node.text ?? '').indexOf(text) : -1
      if (place >= 0 && at < 0) at = pos + place + text.length
    })
    window.lab.editor()?.chain().setTextSelection(at).focus().run()
  }, words)
  await page.waitForFunction(() => window.lab.editor()?.isFocused)
}

async function select(words: string): Promise<void> {
  await caretAfter(words)
  for (let n = 0; n < words.length; n++) await page.keyboard.press('Shift+ArrowLeft')
}

async function paste(data: Record<string, string>): Promise<void> {
  await page.evaluate(entries => {
    const clipboard = new DataTransfer()
    for (const [type, text] of Object.entries(entries)) clipboard.setData(type, text)
    const event = new ClipboardEvent('paste', { clipboardData: clipboard, bubbles: true, cancelable: true })
    document.querySelector('.ProseMirror')?.dispatchEvent(event)
  }, data)
}

describe('writing', () => {
  it('types into a blank agreement, gives every block an id and writes nothing before the first key', async () => {
    await open(doc(p('')))
    expect(await page.evaluate(() => window.lab.takeUpdates())).toEqual([])
    await editor().click()
    await page.keyboard.type('One')
    await page.keyboard.press('Enter')
    await page.keyboard.type('Two')
    expect(await texts()).toEqual(['One', 'Two'])
    const ids = ((await json()).content ?? []).map(node => node.attrs?.id)
    expect(new Set(ids).size).toBe(2)
    for (const id of ids) expect(id).toMatch(/^[a-z0-9-]{16,40}$/)
    expect(page.problems).toEqual([])
  })

  it('does not replace the text when one clicks below it and types', async () => {
    await open(doc(p('one two')))
    await editor().click()
    await page.keyboard.type('!')
    expect(await texts()).toEqual(['one two!'])
  })

  it('writes into a text without a single block', async () => {
    await open(doc())
    await editor().click()
    await page.keyboard.type('First words')
    expect(await texts()).toEqual(['First words'])
  })

  it('follows the shortcuts of Word', async () => {
    await open(doc(p('The fee is due'), p('second')))
    await select('fee')
    await page.keyboard.press('Control+b')
    await page.keyboard.press('Control+i')
    await page.keyboard.press('Control+u')
    const marks = (await json()).content?.[0]?.content?.[1]?.marks?.map(mark => mark.type)
    expect(marks).toEqual(['bold', 'italic', 'underline'])
    await caretAfter('second')
    await page.keyboard.press('Control+Alt+2')
    expect((await json()).content?.[1]).toMatchObject({ type: 'heading', attrs: { level: 2 } })
    await page.keyboard.press('Alt+Shift+ArrowRight')
    expect((await json()).content?.[1]?.attrs?.level).toBe(3)
    await page.keyboard.press('Control+Alt+0')
    await page.keyboard.press('Control+Shift+l')
    expect(await types()).toEqual(['paragraph', 'bulletList'])
    await page.keyboard.press('Control+z')
    await page.keyboard.press('Control+z')
    expect((await types())[1]).toBe('heading')
    await page.keyboard.press('Control+y')
    expect(page.problems).toEqual([])
  })

  it('indents with Tab in a list and leaves the list with Enter on an empty item', async () => {
    await open(doc(p('')))
    await editor().click()
    await page.keyboard.press('Control+Shift+l')
    await page.keyboard.type('one')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await page.keyboard.type('nested')
    const list = (await json()).content?.[0]
    expect(list?.content?.[0]?.content?.[1]?.type).toBe('bulletList')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await page.keyboard.type('out')
    expect(await types()).toEqual(['bulletList', 'paragraph'])
  })

  it('moves a block with Alt+Shift+arrow and keeps its id', async () => {
    await open(doc(p('one'), p('two'), { ...p('three'), attrs: { id: 'third-block-of-all' } }))
    const before = (await json()).content?.[2]?.attrs?.id ?? null
    await caretAfter('thr')
    await page.keyboard.press('Alt+Shift+ArrowUp')
    await page.keyboard.press('Alt+Shift+ArrowUp')
    await page.keyboard.type('X')
    expect(await texts()).toEqual(['thrXee', 'one', 'two'])
    expect((await json()).content?.[0]?.attrs?.id ?? null).toBe(before)
  })

  it('makes a table that can be written in, row by row with Tab', async () => {
    await open(doc(p('')))
    await editor().click()
    await page.keyboard.type('/table')
    await page.keyboard.press('Enter')
    for (const word of ['a', 'b', 'c', 'd']) {
      await page.keyboard.type(word)
      await page.keyboard.press('Tab')
    }
    const rows = (await json()).content?.[0]?.content ?? []
    expect(rows.map(row => (row.content ?? []).map(textOf))).toEqual([
      ['a', 'b', 'c'],
      ['d', '', ''],
      ['', '', ''],
    ])
    await page.getByRole('button', { name: 'Table', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Row below' }).click()
    await expect.poll(async () => (await json()).content?.[0]?.content?.length).toBe(4)
    const cells = (await json()).content?.[0]?.content?.[2]?.content ?? []
    expect(cells.map(cell => cell.content?.[0]?.type)).toEqual(['paragraph', 'paragraph', 'paragraph'])
  })

  it('marks selected words as a term from the bubble and takes the mark off', async () => {
    await open(doc(p('It begins on 1 April 2027.')))
    await select('1 April 2027')
    await page
      .getByRole('toolbar', { name: 'Selected words' })
      .getByRole('button', { name: /Mark as a term/ })
      .click()
    await page.getByRole('menuitem', { name: 'Effective date' }).click()
    await expect
      .poll(async () => (await json()).content?.[0]?.content?.[1]?.marks)
      .toMatchObject([{ type: 'term', attrs: { kind: 'effective-date' } }])
    expect(await page.locator('[data-mark=term]').getAttribute('title')).toBe('Effective date')
    await caretAfter('April')
    await page
      .getByRole('button', { name: /Mark as a term/ })
      .first()
      .click()
    await page.getByRole('menuitem', { name: 'Take the mark off' }).click()
    await expect.poll(async () => (await json()).content?.[0]?.content?.length).toBe(1)
  })

  it('sets a link with Ctrl+K and refuses what is no address', async () => {
    await open(doc(p('See the register')))
    await select('register')
    await page.keyboard.press('Control+k')
    const field = page.getByLabel('Address')
    await field.fill('javascript:alert(1)')
    await page.keyboard.press('Enter')
    expect(await page.getByText('This is no address').isVisible()).toBe(true)
    await field.fill('example.org/register')
    await page.keyboard.press('Enter')
    await expect
      .poll(async () => (await json()).content?.[0]?.content?.[1]?.marks)
      .toMatchObject([{ type: 'link', attrs: { href: 'https://example.org/register' } }])
  })

  it('shows the shortcuts with Ctrl+/', async () => {
    await open(doc(p('text')))
    await editor().click()
    await page.keyboard.press('Control+/')
    expect(await page.getByRole('dialog', { name: 'Keyboard' }).isVisible()).toBe(true)
  })

  it('is one stop in the tab order, with arrow keys from button to button', async () => {
    await open(doc(p('text')))
    await editor().click()
    await page.keyboard.press('Alt+F10')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
      'Undo my last change',
    )
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Bold')
    expect(await page.locator('[role=toolbar] [tabindex="0"]').count()).toBe(1)
  })
})

describe('writing together', () => {
  async function partner(update: string): Promise<HeadlessBody> {
    return new HeadlessBody(99, new Uint8Array(Buffer.from(update, 'base64')))
  }
  async function send(person: HeadlessBody): Promise<void> {
    for (const update of person.takeSent())
      await page.evaluate(bytes => window.lab.receive(bytes), toBase64(update))
  }

  it('takes back only my own words', async () => {
    const update = await open(doc(p('The fee'), p('second')))
    await caretAfter('fee')
    await page.keyboard.type(' is mine')
    const bob = await partner(update)
    bob.edit(tr => tr.insertText('Hers: ', 1))
    await send(bob)
    await page.keyboard.press('Control+z')
    expect(await texts()).toEqual(['Hers: The fee', 'second'])
    await page.keyboard.press('Control+y')
    expect(await texts()).toEqual(['Hers: The fee is mine', 'second'])
  })

  it('does not take a partner’s words along when the block that they stand in was mine', async () => {
    const update = await open(doc(p('start')))
    await caretAfter('start')
    await page.keyboard.press('Enter')
    await page.keyboard.type('new')
    const bob = await partner(update)
    for (const mine of await page.evaluate(() => window.lab.takeUpdates())) {
      bob.receive(new Uint8Array(Buffer.from(mine, 'base64')))
    }
    bob.edit(tr => tr.insertText(' and hers', bob.node.content.size - 1))
    await send(bob)
    await page.keyboard.press('Control+z')
    await page.keyboard.press('Control+z')
    expect((await texts()).join('|')).toContain(' and hers')
  })

  it('keeps my caret and my bold while a partner types before me in the same line', async () => {
    const update = await open(doc(p('one two')))
    await caretAfter('one')
    await page.keyboard.press('Control+b')
    const bob = await partner(update)
    bob.edit(tr => tr.insertText('zero ', 1))
    await send(bob)
    await page.keyboard.type('X')
    const line = (await json()).content?.[0]
    expect(line && textOf(line)).toBe('zero oneX two')
    expect(line?.content?.[1]).toMatchObject({ text: 'X', marks: [{ type: 'bold' }] })
  })

  it('shows where a partner is, by name, and ignores an odd peer', async () => {
    await open(doc(p('one two')))
    await page.evaluate(() => {
      const { awareness, doc: shared } = window.lab
      const text = shared.getXmlFragment('body').toDOM()
      if (!text) throw new Error('no text')
      const states = awareness.getStates()
      states.set(5, { user: { name: 'Odd', color: 'url(x)' }, cursor: { anchor: 1, head: {} } })
      awareness.emit('change', [{ added: [5], updated: [], removed: [] }, 'test'])
    })
    await editor().click()
    await page.keyboard.type('a')
    expect(await texts()).toEqual(['one twoa'])
    expect(await page.locator('.parley-caret').count()).toBe(0)
    await page.evaluate(() => {
      const { awareness } = window.lab
      const own = awareness.getLocalState()
      awareness
        .getStates()
        .set(6, { user: { id: 'b', name: 'Ben Aas', color: '#2f7f4f' }, cursor: own?.cursor })
      awareness.emit('change', [{ added: [6], updated: [], removed: [] }, 'test'])
    })
    await page.locator('.parley-caret-name', { hasText: 'Ben Aas' }).waitFor()
    expect(page.problems).toEqual([])
  })
})

describe('pasting', () => {
  it('makes structure of Markdown', async () => {
    await open(doc(p('')))
    await editor().click()
    await paste({
      'text/plain':
        '## 1. Fees\n\nThe **fee** is [here](https://example.org).\n\n- one\n- two\n  - deep\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n<img src=x onerror=alert(1)>',
    })
    expect(await types()).toEqual(['heading', 'paragraph', 'bulletList', 'table', 'paragraph'])
    const [heading, text] = (await json()).content ?? []
    expect(heading && textOf(heading)).toBe('Fees')
    expect(text?.content?.map(node => node.marks?.[0]?.type ?? null)).toEqual([
      null,
      'bold',
      null,
      'link',
      null,
    ])
    expect((await texts())[4]).toBe('<img src=x onerror=alert(1)>')
    expect(await page.locator('.ProseMirror img').count()).toBe(0)
  })

  it('keeps prose that only looks a little like Markdown as prose', async () => {
    await open(doc(p('')))
    await editor().click()
    await paste({ 'text/plain': 'Price * quantity, under_score and #1 of 3.\nNext line' })
    expect(await texts()).toEqual(['Price * quantity, under_score and #1 of 3.', 'Next line'])
  })

  it('reads Word: headings without their numbers, lists from its list paragraphs', async () => {
    await open(doc(p('')))
    await editor().click()
    await paste({
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
    const content = (await json()).content ?? []
    expect(content.map(node => node.type)).toEqual(['heading', 'paragraph', 'bulletList', 'orderedList'])
    expect(content.map(textOf)).toEqual(['Parties', 'Bold and italic', 'firstinnersecond', 'lettered'])
    expect(content[2]?.content?.[0]?.content?.map(node => node.type)).toEqual(['paragraph', 'bulletList'])
    expect(content[1]?.content?.map(node => node.marks?.[0]?.type ?? null)).toEqual(['bold', null, 'italic'])
  })

  it('reads Google Docs without turning all of it bold', async () => {
    await open(doc(p('')))
    await editor().click()
    await paste({
      'text/html':
        '<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1"><h2 dir="ltr"><span style="font-size:16pt">Term</span></h2><p dir="ltr"><span style="font-weight:400">plain </span><span style="font-weight:700">strong</span></p></b>',
    })
    const content = (await json()).content ?? []
    expect(content.map(node => node.type)).toEqual(['heading', 'paragraph'])
    expect(content[1]?.content?.map(node => node.marks?.[0]?.type ?? null)).toEqual([null, 'bold'])
  })

  it('takes 300 kB of Markdown in pieces and stays one undo', async () => {
    await open(doc(p('')))
    await editor().click()
    const clause = (n: number) =>
      `## Clause ${n}\n\n${'The parties agree on the following terms. '.repeat(12)}\n\n- one\n- two`
    const markdown = Array.from({ length: 520 }, (_, n) => clause(n)).join('\n\n')
    expect(markdown.length).toBeGreaterThan(250_000)
    const started = Date.now()
    await paste({ 'text/plain': markdown })
    await expect.poll(async () => (await types()).length, { timeout: 10_000 }).toBe(1560)
    expect(Date.now() - started).toBeLessThan(8000)
    expect((await page.evaluate(() => window.lab.takeUpdates())).length).toBeGreaterThan(10)
    await page.keyboard.type('!')
    expect((await texts()).at(-1)).toBe('onetwo!')
    await page.keyboard.press('Control+z')
    await page.keyboard.press('Control+z')
    expect(await types()).toEqual(['paragraph'])
    expect(page.problems).toEqual([])
  })

  it('moves a block with its id by cut and paste, and gives a copy a new one', async () => {
    await open(doc(p('alpha'), p('beta'), p('')))
    await caretAfter('alpha')
    await page.keyboard.type('.')
    const before = (await json()).content?.[0]?.attrs?.id
    await page.keyboard.press('Control+a')
    await page.evaluate(() => window.lab.editor()?.commands.setNodeSelection(0))
    await page.keyboard.press('Control+x')
    await page.evaluate(() => window.lab.editor()?.commands.focus('end'))
    await page.keyboard.press('Control+v')
    await page.keyboard.press('Control+v')
    const content = (await json()).content ?? []
    const ids = content.filter(node => textOf(node) === 'alpha.').map(node => node.attrs?.id)
    expect(ids.length).toBe(2)
    expect(ids).toContain(before)
    expect(new Set(ids).size).toBe(2)
  })
})
