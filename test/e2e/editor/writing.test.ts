import { describe, expect, it } from 'vitest'
import { type DocumentJson, textOf } from '../../../shared/document/document-json.ts'
import { toBase64 } from './editor-page.ts'
import { doc, type EditorStory, p, withEditor } from './editor-story.ts'

const openEditor = withEditor()
let ada: EditorStory

const open = async (body: DocumentJson) => {
  ada = await openEditor(body)
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

  it('writes on behind the first letter of a line, though the browser left the caret before it', async () => {
    await open(doc(p('')))
    await ada.caretAtEnd()
    // What a busy Chromium does now and then with a key in an empty line.
    await ada.page.evaluate(() => {
      const line = document.querySelector('.ProseMirror p')
      line?.prepend(new Text('T'))
      if (line) getSelection()?.collapse(line, 0)
    })
    await ada.type('he')
    expect(await ada.texts()).toEqual(['The'])
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
    // It is told a moment after the last key.
    await ada.page.waitForFunction(() => window.lab.awareness.getLocalState()?.cursor)
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
