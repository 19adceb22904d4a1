import { expect, it } from 'vitest'
import type { NodeJson } from '../../../shared/document/document-json.ts'
import { doc, type EditorStory, p, withEditor } from './editor-story.ts'

const openEditor = withEditor()
let ada: EditorStory

const party = (id: string, name: string): NodeJson => ({ type: 'party', attrs: { id, name } })

const TYPES = ['party', 'shareTable', 'serviceStep', 'role', 'obligation', 'kpi', 'review'] as const
const LABELS = ['Party', 'Shares', 'Step 1', 'Role', 'Obligation', 'KPI', 'Review']
const MADE_BY = ['Party', 'Share table', 'Step of', 'Role', 'Obligation', 'KPI definition', 'Review']

const idsOf = (nodes: readonly NodeJson[]): string[] =>
  nodes.flatMap(node => [...(node.attrs?.id ? [String(node.attrs.id)] : []), ...idsOf(node.content ?? [])])

const label = (index: number) =>
  ada.page.getByRole('button', { name: `${LABELS[index]}: move, duplicate or delete` })
const item = (name: string | RegExp) => ada.page.getByRole('menuitem', { name })

it('makes each object from the toolbar, duplicates it, moves it and deletes it by mouse, and undo takes each back', async () => {
  ada = await openEditor(doc(p('above'), p('below')))
  for (const [index, type] of TYPES.entries()) {
    await ada.caretAfter('above')
    await ada.page.getByRole('button', { name: 'Insert' }).click()
    await item(new RegExp(`^${MADE_BY[index]}`)).click()
    await ada.press('Escape')
    await expect.poll(ada.types).toEqual(['paragraph', type, 'paragraph'])

    await label(index).click()
    await item('Duplicate').click()
    await expect.poll(ada.types).toEqual(['paragraph', type, type, 'paragraph'])
    const ids = idsOf(await ada.blocks())
    expect(new Set(ids).size).toBe(ids.length)
    await ada.press('Control+z')
    await expect.poll(ada.types).toEqual(['paragraph', type, 'paragraph'])

    await label(index).click()
    await item('Move down').click()
    await expect.poll(ada.types).toEqual(['paragraph', 'paragraph', type])
    await label(index).click()
    expect(await item('Move down').isDisabled()).toBe(true)
    await ada.press('Escape')
    await ada.press('Control+z')
    await expect.poll(ada.types).toEqual(['paragraph', type, 'paragraph'])

    await label(index).click()
    await item('Delete').click()
    await expect.poll(ada.types).toEqual(['paragraph', 'paragraph'])
    await ada.press('Control+z')
    await expect.poll(ada.types).toEqual(['paragraph', type, 'paragraph'])
    await label(index).click()
    await item('Delete').click()
    await expect.poll(ada.types).toEqual(['paragraph', 'paragraph'])
  }
}, 60_000)

it('makes each object from the slash menu, by key alone, where the caret is', async () => {
  ada = await openEditor(doc(p('above'), p('below')))
  for (const [index, type] of TYPES.entries()) {
    await ada.caretAfter('above')
    await ada.press('Enter')
    await ada.type(`/${MADE_BY[index]?.split(' ')[0]}`)
    await ada.page.getByRole('option', { name: new RegExp(`^${MADE_BY[index]}`) }).waitFor()
    await ada.press('Enter', 'Escape')
    expect(await ada.types()).toEqual(['paragraph', type, 'paragraph'])
    await ada.press('Alt+Enter')
    await item('Delete').waitFor()
    await ada.press('ArrowUp', 'Enter')
    await expect.poll(ada.types).toEqual(['paragraph', 'paragraph'])
  }
})

it('does what its menu says to the object that it was opened for, whatever a partner puts before it meanwhile', async () => {
  ada = await openEditor(
    doc(party('party-that-is-to-stay', 'Harbour Ltd'), party('party-that-is-to-go', 'Nordlicht eG')),
  )
  const ben = ada.partner()
  const { party: kind } = ben.state.schema.nodes
  await ada.page.getByRole('button', { name: 'Party: move, duplicate or delete' }).last().click()
  await item('Delete').waitFor()
  if (kind) ben.edit(tr => tr.insert(0, kind.create({ id: 'party-of-a-partner', name: 'Tre Broer' })))
  await ada.exchange(ben)
  await ada.page.getByRole('button', { name: 'Name of the organisation: Tre Broer' }).waitFor()
  await item('Delete').click()
  await expect
    .poll(async () => (await ada.blocks()).map(({ attrs }) => attrs?.name))
    .toEqual(['Tre Broer', 'Harbour Ltd'])
})

it('does the same with keys alone, in the text and on a field', async () => {
  const kpi: NodeJson = {
    type: 'kpi',
    attrs: { id: 'the-kpi-of-this-test', unit: '%' },
    content: [{ type: 'kpiPart', attrs: { part: 'name' }, content: [{ type: 'text', text: 'On time' }] }],
  }
  ada = await openEditor(doc(p('above'), kpi, p('below')))
  await ada.caretAfter('On time')
  await ada.press('Alt+Shift+ArrowUp')
  expect(await ada.types()).toEqual(['kpi', 'paragraph', 'paragraph'])
  await ada.type('!')
  expect((await ada.texts())[0]).toContain('On time!')
  await ada.press('Tab', 'Alt+Shift+ArrowDown')
  expect(await ada.types()).toEqual(['paragraph', 'kpi', 'paragraph'])
  await ada.press('Control+Shift+d')
  expect(await ada.types()).toEqual(['paragraph', 'kpi', 'kpi', 'paragraph'])
  await ada.press('Alt+Enter')
  await item('Delete').waitFor()
  await ada.press('ArrowUp', 'Enter')
  await expect.poll(ada.types).toEqual(['paragraph', 'kpi', 'paragraph'])
  await ada.press('Control+z', 'Control+z', 'Control+z')
  expect(await ada.types()).toEqual(['kpi', 'paragraph', 'paragraph'])
})

it.each(['above', 'below'])('shows its menu while the label is out of view %s the text', async side => {
  const lines = Array.from({ length: 40 }, (_, line) => p(`line ${line}`))
  const step: NodeJson = {
    type: 'serviceStep',
    attrs: { id: 'the-step-of-this-test' },
    content: [{ type: 'text', text: 'packed boxes' }],
  }
  ada = await openEditor(doc(...lines, step, ...lines))
  await ada.caretAfter('packed')
  await ada.page.getByText('packed boxes').scrollIntoViewIfNeeded()
  const isOut = await label(2).evaluate((name, way) => {
    const { top, bottom } = name.getBoundingClientRect()
    name.closest('main')?.scrollBy(0, way === 'above' ? bottom + 10 : top - window.innerHeight - 10)
    const now = name.getBoundingClientRect()
    return now.bottom < 0 || now.top > window.innerHeight
  }, side)
  expect(isOut).toBe(true)
  await ada.press('Alt+Enter')
  await item('Delete').waitFor()
})

it('takes Alt-Enter for the suggestion that the caret is in, and only beside it for the object', async () => {
  const id = 'the-duty-of-this-test'
  const text = 'The log is kept until 31 March 2031, without a gap.'
  const duty: NodeJson = { type: 'obligation', attrs: { id }, content: [{ type: 'text', text }] }
  ada = await openEditor(doc(duty))
  const words = '31 March 2031'
  const start = text.indexOf(words)
  await ada.page.evaluate(suggestion => window.lab.propose(suggestion), {
    id: 'one',
    kind: 'expiry',
    blockId: id,
    clauseId: null,
    text: words,
    value: { kind: 'date', date: '2031-03-31' },
    sentence: text,
    start,
    end: start + words.length,
    state: 'proposed',
    confidence: 0.9,
    rule: 'a date',
  } as const)
  await ada.caretAfter('31 March')
  await ada.press('Alt+Enter')
  const marked = (await ada.blocks())[0]?.content?.find(node => node.text === words)
  expect(marked?.marks).toMatchObject([{ type: 'term', attrs: { kind: 'expiry' } }])
  expect(await item('Delete').count()).toBe(0)
  await ada.caretAfter('The log')
  await ada.press('Alt+Enter')
  await item('Delete').waitFor()
})

it('moves an object to where its label is dragged, with the id that others point at', async () => {
  const step: NodeJson = {
    type: 'serviceStep',
    attrs: { id: 'the-step-of-this-test' },
    content: [{ type: 'text', text: 'packed boxes' }],
  }
  ada = await openEditor(doc(p('one'), step, p('two'), p('three')))
  const target = await ada.page.getByText('three', { exact: true }).boundingBox()
  if (!target) throw new Error('not shown')
  await label(2).hover()
  await ada.page.mouse.down()
  await ada.page.mouse.move(target.x + 20, target.y - 6, { steps: 5 })
  await ada.page.mouse.move(target.x + 20, target.y - 2)
  await ada.page.mouse.up()
  await expect.poll(ada.types).toEqual(['paragraph', 'paragraph', 'serviceStep', 'paragraph'])
  expect((await ada.blocks())[2]?.attrs?.id).toBe('the-step-of-this-test')
  await ada.press('Control+z')
  await expect.poll(ada.types).toEqual(['paragraph', 'serviceStep', 'paragraph', 'paragraph'])
})

it('keeps its menu at the object when the window becomes another', async () => {
  ada = await openEditor(doc(p('above'), party('party-in-a-window', 'Harbour Ltd')))
  const name = ada.page.getByRole('button', { name: 'Party: move, duplicate or delete' })
  await name.click()
  await item('Delete').waitFor()
  await ada.page.setViewportSize({ width: 700, height: 1000 })
  const distance = async () => {
    const [label, menu] = await Promise.all([name.boundingBox(), ada.page.getByRole('menu').boundingBox()])
    return label && menu && Math.hypot(menu.x - label.x, menu.y - label.y - label.height)
  }
  await expect.poll(distance).toBeLessThan(16)
})
