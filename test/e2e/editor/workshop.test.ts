import { expect, it } from 'vitest'
import type { NodeJson } from '../../../shared/document/document-json.ts'
import { textOf } from '../../../shared/document/document-json.ts'
import { seriousFindings } from '../support/serious-findings.ts'
import { doc, type EditorStory, p, withEditor } from './editor-story.ts'

const openEditor = withEditor()
let ada: EditorStory

const party = (id: string, name: string): NodeJson => ({ type: 'party', attrs: { id, name } })
const kpi: NodeJson = {
  type: 'kpi',
  attrs: { id: 'the-kpi-of-this-test', unit: '%' },
  content: [
    {
      type: 'kpiPart',
      attrs: { id: 'line-of-name', part: 'name' },
      content: [{ type: 'text', text: 'On time' }],
    },
    {
      type: 'kpiPart',
      attrs: { id: 'line-of-definition', part: 'definition' },
      content: [
        { type: 'text', text: 'Counted by ' },
        { type: 'partyRef', attrs: { partyId: 'party-one-of-two-ok' } },
        { type: 'text', text: ' each day' },
      ],
    },
  ],
}
const text = () =>
  doc(
    party('party-one-of-two-ok', 'Harbour Ltd'),
    party('party-two-of-two-ok', 'Nordlicht eG'),
    kpi,
    p('after'),
  )

const field = (name: string) => ada.page.getByLabel(name, { exact: true })
const kpiNow = async () => (await ada.blocks()).find(node => node.type === 'kpi')
const lines = async () =>
  Object.fromEntries(((await kpiNow())?.content ?? []).map(line => [String(line.attrs?.part), textOf(line)]))

it('leads from the block to the form and back; each answer is an attribute or a line of the block', async () => {
  ada = await openEditor(text())
  await ada.page.getByText('On time').hover()
  await ada.page.getByRole('button', { name: 'Open this KPI in the workshop' }).click()
  await ada.page.getByRole('heading', { name: 'On time' }).waitFor()

  await field('Value it serves').pressSequentially('For households: fresh food')
  await field('Baseline').fill('88')
  await field('Baseline measured on').fill('31 October 2026')
  await field('Target').fill('97,5')
  await field('Target to be reached by').fill('1 April 2027')
  // Choosing from a list does not move the focus here, as a person's click would.
  await ada.press('Tab')
  await field('Owner').selectOption({ label: 'Nordlicht eG' })
  await field('Standing').selectOption({ label: 'on trial' })
  expect((await kpiNow())?.attrs).toMatchObject({
    unit: '%',
    baseline: '88',
    baselineDate: '2026-10-31',
    target: '97.5',
    targetDate: '2027-04-01',
    ownerPartyId: 'party-two-of-two-ok',
    maturity: 'trial',
  })
  expect(await lines()).toMatchObject({ value: 'For households: fresh food', name: 'On time' })
  await ada.page
    .getByRole('img', { name: 'Baseline 88 % on 31 October 2026; target 97.5 % by 1 April 2027.' })
    .waitFor()

  await ada.page.getByRole('button', { name: 'Undo' }).click()
  expect((await kpiNow())?.attrs?.maturity ?? null).toBeNull()
  await field('Standing').focus()
  await ada.press('Control+y')
  expect((await kpiNow())?.attrs?.maturity).toBe('trial')

  await ada.page.getByRole('button', { name: 'Show in the text' }).click()
  await ada.text.getByText('For households: fresh food').waitFor()
  await ada.page.getByRole('button', { name: 'Baseline: 88' }).waitFor()
})

it('keeps what a partner writes into the same line, and the caret where it was', async () => {
  ada = await openEditor(text())
  const ben = ada.partner()
  await ada.page.evaluate(() => window.lab.workshop(null))
  const definition = field('Definition')
  expect(await definition.inputValue()).toBe('Counted by Harbour Ltd each day')
  await definition.click()
  await ada.press('End')
  await ada.type(' at')
  ben.edit(tr => {
    tr.doc.descendants((node, pos) => {
      if (node.isText && node.text === 'Counted by ') tr.insertText('and read ', pos + 8)
    })
    tr.setNodeAttribute(tr.doc.child(0).nodeSize + tr.doc.child(1).nodeSize, 'target', '99')
  })
  await ada.exchange(ben)
  await ada.type(' noon')
  expect(await definition.inputValue()).toBe('Counted and read by Harbour Ltd each day at noon')
  expect(await field('Target').inputValue()).toBe('99')
  await ada.exchange(ben)
  const line = (await kpiNow())?.content?.[1]
  expect(line?.content?.map(node => node.type)).toEqual(['text', 'partyRef', 'text'])
  expect(ben.node.child(2).child(1).textContent).toBe('Counted and read by  each day at noon')
})

it('leads to the place where a formula is wrong, and puts a definition of the library behind the last KPI', async () => {
  ada = await openEditor(text())
  await ada.page.evaluate(() => window.lab.workshop(null))
  await field('Formula').fill('on time deliveries / all deliveries × 100')
  await ada.page.getByText('This formula can be read.').waitFor()
  await field('Formula').fill('{Something else} / all deliveries')
  await ada.page.getByRole('button', { name: /Something else.*go to this place/ }).click()
  expect(await field('Formula').getAttribute('aria-invalid')).toBe('true')
  const marked = await field('Formula').evaluate(element => {
    const { value, selectionStart, selectionEnd } = element as HTMLTextAreaElement
    return value.slice(selectionStart, selectionEnd)
  })
  expect(marked).toBe('{Something else}')
  await field('Formula').fill('{On time} × 2')
  await ada.page.getByText('This KPI is calculated from itself.').waitFor()
  await ada.page.getByRole('button', { name: 'From the library' }).click()
  const dialog = ada.page.getByRole('dialog', { name: 'KPI library' })
  await dialog.getByLabel('Search the library').fill('story')
  await dialog.getByRole('button', { name: /Facts asked for twice/ }).waitFor()
  await ada.press('ArrowDown')
  await dialog.getByRole('article', { name: 'Facts asked for twice' }).waitFor()
  expect(await seriousFindings(ada.page)).toEqual([])
  await dialog.getByRole('button', { name: 'Insert and adapt' }).click()
  await ada.page.getByRole('heading', { name: 'Facts asked for twice' }).waitFor()
  expect(await ada.types()).toEqual(['party', 'party', 'kpi', 'kpi', 'paragraph'])
  expect(await seriousFindings(ada.page)).toEqual([])
  await field('Unit').fill('questions')
  await field('Unit').press('Enter')
  expect((await ada.blocks())[3]?.attrs).toMatchObject({ unit: 'questions', maturity: 'draft' })
  await ada.page.getByRole('button', { name: 'Delete' }).click()
  await ada.page.getByText('This KPI is no longer in the text.').waitFor()
  await ada.page.getByRole('button', { name: 'Undo' }).click()
  await ada.page.getByRole('heading', { name: 'Facts asked for twice' }).waitFor()
})

it('offers the library in the text too, and shows a reader the answers without a way to change them', async () => {
  ada = await openEditor(doc(p('above')))
  await ada.caretAfter('above')
  await ada.press('Enter')
  await ada.type('/library')
  await ada.page.getByRole('option', { name: 'KPI from the library' }).waitFor()
  await ada.press('Enter')
  const dialog = ada.page.getByRole('dialog', { name: 'KPI library' })
  await dialog.getByRole('button', { name: 'Insert and adapt' }).click()
  expect(await ada.types()).toEqual(['paragraph', 'kpi'])
  await ada.page.evaluate(() => {
    window.lab.setEditable(false)
    window.lab.workshop(null)
  })
  await field('Definition').waitFor()
  expect(await field('Definition').getAttribute('readonly')).not.toBeNull()
  expect(await field('Owner').isDisabled()).toBe(true)
  for (const name of ['New KPI', 'From the library', 'Duplicate', 'Delete', 'Undo'])
    expect(await ada.page.getByRole('button', { name, exact: true }).count()).toBe(0)
})
