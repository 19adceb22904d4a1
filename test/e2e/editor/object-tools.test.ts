import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import type { NodeJson } from '../../../shared/document/document-json.ts'
import { EditorBench } from './editor-page.ts'
import { doc, EditorStory, p } from './editor-story.ts'

let bench: EditorBench
let ada: EditorStory

beforeAll(async () => {
  bench = await EditorBench.start()
}, 120_000)
afterAll(() => bench?.stop(), 60_000)
afterEach(() => ada.close())

const TYPES = ['party', 'shareTable', 'serviceStep', 'role', 'obligation', 'kpi', 'review'] as const
const LABELS = ['Party', 'Shares', 'Step', 'Role', 'Obligation', 'KPI', 'Review']
const MADE_BY = ['Party', 'Share table', 'Step of', 'Role', 'Obligation', 'KPI definition', 'Review']

const idsOf = (nodes: readonly NodeJson[]): string[] =>
  nodes.flatMap(node => [...(node.attrs?.id ? [String(node.attrs.id)] : []), ...idsOf(node.content ?? [])])

const label = (index: number) =>
  ada.page.getByRole('button', { name: `${LABELS[index]}: move, duplicate or delete` })
const item = (name: string | RegExp) => ada.page.getByRole('menuitem', { name })

it('makes each object from the toolbar, duplicates it, moves it and deletes it by mouse, and undo takes each back', async () => {
  ada = await EditorStory.open(bench, doc(p('above'), p('below')))
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

it('does the same with keys alone, in the text and on a field', async () => {
  const kpi: NodeJson = {
    type: 'kpi',
    attrs: { id: 'the-kpi-of-this-test', unit: '%' },
    content: [{ type: 'kpiPart', attrs: { part: 'name' }, content: [{ type: 'text', text: 'On time' }] }],
  }
  ada = await EditorStory.open(bench, doc(p('above'), kpi, p('below')))
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

it('moves an object to where its label is dragged, with the id that others point at', async () => {
  const step: NodeJson = {
    type: 'serviceStep',
    attrs: { id: 'the-step-of-this-test' },
    content: [{ type: 'text', text: 'packed boxes' }],
  }
  ada = await EditorStory.open(bench, doc(p('one'), step, p('two'), p('three')))
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
