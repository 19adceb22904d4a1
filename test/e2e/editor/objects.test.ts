import { expect, it } from 'vitest'
import { sampleAgreement } from '../../../shared/agreement/templates/template-for.ts'
import type { DocumentJson, NodeJson } from '../../../shared/document/document-json.ts'
import { textOf } from '../../../shared/document/document-json.ts'
import { doc, type EditorStory, p, withEditor } from './editor-story.ts'

const openEditor = withEditor()
let ada: EditorStory

const open = async (body: DocumentJson, options: { editable?: boolean } = {}) => {
  ada = await openEditor(body, options)
}
const party = (id: string, name: string): NodeJson => ({ type: 'party', attrs: { id, name } })
const field = (name: string) => ada.page.getByRole('button', { name })

it('makes a party by keyboard alone, field by field, and goes on below it', async () => {
  await open(doc(p(''), p('what stood below')))
  await ada.page.evaluate(() => window.lab.editor()?.commands.focus('start'))
  await ada.page.waitForFunction(() => window.lab.editor()?.isFocused)
  await ada.type('/party')
  await ada.press('Enter')
  await ada.type('Nordlicht Energie eG')
  await ada.press('Tab')
  await ada.type('Nordlicht')
  await ada.press('Tab')
  await ada.type('It brings the turbines.')
  await ada.press('Tab', 'Tab')
  await ada.type('GnR 1234')
  await ada.press('Enter', 'Escape', 'Enter')
  await ada.type('below')
  const [made, below, after] = await ada.blocks()
  expect(made).toMatchObject({
    type: 'party',
    attrs: { name: 'Nordlicht Energie eG', shortName: 'Nordlicht', registration: 'GnR 1234' },
  })
  expect(made && textOf(made)).toBe('It brings the turbines.')
  expect([below, after].map(node => node && textOf(node))).toEqual(['below', 'what stood below'])
})

it('writes one attribute for one field, so that a partner’s other field stays', async () => {
  await open(doc({ type: 'kpi', attrs: { id: 'the-kpi-of-this-test' } }))
  const ben = ada.partner()
  ben.edit(tr => tr.setNodeAttribute(0, 'target', '97'))
  await field('Unit: not set').click()
  await ada.type('%')
  await ada.press('Enter')
  await ada.exchange(ben)
  expect((await ada.blocks())[0]?.attrs).toMatchObject({ unit: '%', target: '97' })
  expect(ben.node.child(0).attrs).toMatchObject({ unit: '%', target: '97' })
  await field('Target: 97').waitFor()
})

it('reads dates, periods and amounts as people write them, and keeps what it cannot read', async () => {
  await open(doc({ type: 'kpi' }, { type: 'obligation' }, { type: 'shareTable' }))
  const fill = async (name: string, typed: string) => {
    await field(name).first().click()
    await ada.type(typed)
    await ada.press('Enter')
  }
  await fill('Target to be reached by', '1 April 2027')
  await fill('Revisited on', 'after the harvest')
  await fill('Due', '30 days')
  await fill('Amount to divide', '48 000,50')
  const [kpi, obligation, shares] = await ada.blocks()
  expect(kpi?.attrs).toMatchObject({ targetDate: '2027-04-01', revisitOn: 'after the harvest' })
  expect(obligation?.attrs).toMatchObject({ due: 'P30D' })
  expect(shares?.attrs).toMatchObject({ total: '48000.50' })
  await field('Target to be reached by: 1 April 2027').waitFor()
  await field('Due: within 30 days').waitFor()
})

it('leaves a field as it was on Escape', async () => {
  await open(doc(party('party-one-of-two-ok', 'Harbour Ltd')))
  await field('Name of the organisation').click()
  await ada.type('Something else')
  await ada.press('Escape')
  expect((await ada.blocks())[0]?.attrs?.name).toBe('Harbour Ltd')
  expect(await ada.sent()).toEqual([])
})

it('puts a party’s name into the text with @ and follows its new name', async () => {
  await open(
    doc(party('party-one-of-two-ok', 'Harbour Ltd'), party('party-two-of-two-ok', 'Nordlicht eG'), p('')),
  )
  await ada.caretAtEnd()
  await ada.type('Paid by @nord')
  await ada.page.getByRole('option', { name: 'Nordlicht eG' }).waitFor()
  await ada.press('Enter')
  await ada.type(' monthly')
  const line = (await ada.blocks())[2]
  expect(line?.content?.[1]).toMatchObject({ type: 'partyRef', attrs: { partyId: 'party-two-of-two-ok' } })
  await field('Short name: not set').nth(1).click()
  await ada.type('Nord')
  await ada.press('Enter')
  await expect.poll(() => ada.page.locator('[data-node=partyRef]').textContent()).toBe('Nord')
  await ada.press('Control+z')
  await field('Short name: not set').nth(1).click()
  await ada.type('Nordlicht')
  await ada.press('Enter')
  const chip = ada.page.locator('[data-node=partyRef]')
  expect(await chip.textContent()).toBe('Nordlicht')
  await ada.page.evaluate(() => {
    const editor = window.lab.editor()
    const second = editor?.state.doc.child(0).nodeSize ?? 0
    editor?.chain().setNodeSelection(second).deleteSelection().focus().run()
  })
  expect(await chip.textContent()).toBe('a party that is no longer in the text')
  await ada.page.waitForFunction(() => window.lab.editor()?.isFocused)
  await ada.press('Control+z')
  expect(await chip.textContent()).toBe('Nordlicht')
})

it('adds up shares as they are typed and says when they do not come to 100', async () => {
  await open(
    doc(party('party-one-of-two-ok', 'Harbour Ltd'), party('party-two-of-two-ok', 'Nordlicht eG'), p('')),
  )
  await ada.caretAtEnd()
  await ada.type('/share')
  await ada.press('Enter')
  await ada.press('Escape')
  const share = ada.page.getByRole('table', { name: 'Shares' })
  await share.getByRole('button', { name: 'Share in percent' }).first().click()
  await ada.type('33.3')
  await ada.press('Enter')
  await share.getByText('Shares must come to 100%.').waitFor()
  await share.getByRole('button', { name: 'Share in percent: not set' }).click()
  await ada.type('66.7')
  await ada.press('Enter')
  await share.getByText('100.0%', { exact: true }).waitFor()
  expect(await share.getByText('Shares must come to 100%.').count()).toBe(0)
  const rows = (await ada.blocks())[2]?.content ?? []
  expect(rows.map(row => row.attrs?.partyId)).toEqual(['party-one-of-two-ok', 'party-two-of-two-ok'])
  await ada.page.getByRole('button', { name: 'Add a row' }).click()
  await expect.poll(async () => (await ada.blocks())[2]?.content?.length).toBe(3)
  await share.getByRole('button', { name: 'Remove this row' }).last().click()
  await expect.poll(async () => (await ada.blocks())[2]?.content?.length).toBe(2)
})

it('goes from line to line of a KPI with Enter and out of it after the last', async () => {
  await open(doc(p('')))
  await ada.text.click()
  await ada.type('/kpi')
  await ada.press('Enter')
  for (const line of ['On time', 'Fresh food', 'Counts when', 'a / b', 'The log', 'Little']) {
    await ada.type(line)
    await ada.press('Enter')
  }
  await ada.type('below')
  const [kpi, below] = await ada.blocks()
  expect(kpi?.content?.map(part => [part.attrs?.part, textOf(part)])).toEqual([
    ['name', 'On time'],
    ['value', 'Fresh food'],
    ['definition', 'Counts when'],
    ['formula', 'a / b'],
    ['source', 'The log'],
    ['limits', 'Little'],
  ])
  expect(below && textOf(below)).toBe('below')
})

it('deletes a selected object without asking and brings it back', async () => {
  await open(doc(p('before'), party('party-one-of-two-ok', 'Harbour Ltd'), p('after')))
  await ada.caretAfter('before')
  await ada.press('ArrowDown', 'Escape', 'Delete')
  expect(await ada.types()).toEqual(['paragraph', 'paragraph'])
  await ada.press('Control+z')
  expect(await ada.types()).toEqual(['paragraph', 'party', 'paragraph'])
})

it('asks nothing of a reader: no hints, no buttons, no writing', async () => {
  await open(doc(p('x'), party('party-one-of-two-ok', 'Harbour Ltd'), { type: 'kpi' }), { editable: false })
  expect(await ada.page.locator('[data-object=party] [data-field]:visible').allTextContents()).toEqual([
    'Harbour Ltd',
  ])
  expect(await ada.page.locator('[data-hint]:visible').count()).toBe(0)
  expect(await ada.text.getByRole('button').count()).toBe(0)
  await ada.page.getByText('Harbour Ltd').click()
  await ada.type('typed')
  expect(await ada.sent()).toEqual([])
  await ada.page.evaluate(() => window.lab.setEditable(true))
  await field('Name of the organisation: Harbour Ltd').waitFor()
})

it('shows every object of the sample, numbers its clauses and jumps to one', async () => {
  const { body } = sampleAgreement()
  await open(body)
  const last = body.content?.findLast(node => node.type === 'heading')
  expect(await ada.page.evaluate(id => window.lab.jump(id), String(last?.attrs?.id))).toBe(true)
  const title = last ? textOf(last) : ''
  await ada.page.getByRole('heading', { name: title }).waitFor()
  await expect
    .poll(() =>
      ada.page.getByRole('heading', { name: title }).evaluate(element => element.getBoundingClientRect().top),
    )
    .toBeLessThan(900)
  expect(await ada.page.evaluate(() => window.lab.jump('no-such-block-anywhere'))).toBe(false)
  expect(await ada.sent()).toEqual([])
})

it('keeps the lines of a KPI apart at their edges, and gives a lost one back', async () => {
  const part = (name: string, text: string): NodeJson => ({
    type: 'kpiPart',
    attrs: { part: name },
    content: [{ type: 'text', text }],
  })
  await open(doc({ type: 'kpi', content: [part('name', 'On time'), part('limits', 'Little')] }))
  await ada.caretAfter('Little')
  await ada.press('Home')
  await ada.page.waitForFunction(() => window.lab.editor()?.state.selection.$head.parentOffset === 0)
  await ada.press('Backspace')
  await ada.type('!')
  await ada.press('Delete')
  expect((await ada.blocks())[0]?.content?.map(textOf)).toEqual(['On time!', 'Little'])
  await ada.page.getByRole('button', { name: 'Add: definition' }).click()
  await ada.type('Counts when')
  const lines = (await ada.blocks())[0]?.content ?? []
  expect(lines.map(line => [line.attrs?.part, textOf(line)])).toEqual([
    ['name', 'On time!'],
    ['definition', 'Counts when'],
    ['limits', 'Little'],
  ])
})

it('takes a pasted list into an object’s prose without losing a word of it', async () => {
  await open(doc(party('party-one-of-two-ok', 'Harbour Ltd'), p('after')))
  await ada.caretAfter('after')
  await ada.press('ArrowUp', 'Home')
  await ada.type('It brings: ')
  await ada.paste({ 'text/html': '<p>ships</p><ul><li>cranes</li><li>people</li></ul>', 'text/plain': '-' })
  expect((await ada.texts()).join(' ')).toMatch(/It brings: .*ships.*cranes.*people.*after/)
})

it('marks the gaps of a template and selects one at a click, to write over it', async () => {
  await open(doc(p('Between [first party] and [second party], see [1].')))
  const gaps = ada.page.locator('[data-gap]')
  expect(await gaps.allTextContents()).toEqual(['[first party]', '[second party]'])
  await gaps.last().click()
  await ada.type('Nordlicht')
  expect(await ada.texts()).toEqual(['Between [first party] and Nordlicht, see [1].'])
  expect(await gaps.count()).toBe(1)
})
