import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { sampleAgreement } from '../../../shared/agreement/templates/template-for.ts'
import type { DocumentJson, NodeJson } from '../../../shared/document/document-json.ts'
import { seedUpdate } from '../../../shared/document/yjs-body.ts'
import { EditorBench, type EditorPage } from './editor-page.ts'

let bench: EditorBench
let page: EditorPage

beforeAll(async () => {
  bench = await EditorBench.start()
  page = await bench.page('panels')
})
afterAll(() => bench?.stop())

beforeEach(async () => {
  await page.reload()
  await page.getByRole('heading', { name: 'Parties' }).waitFor()
})

const receive = (body: DocumentJson, title = 'Agreement', client = 7) =>
  page.evaluate(update => window.receive(update), [...seedUpdate({ title, body }, client)])
const jumpedTo = () => page.locator('output').textContent()
const entry = (name: RegExp) => page.getByRole('complementary').getByRole('button', { name })
const paragraph = (...content: NodeJson[]): DocumentJson => ({
  type: 'doc',
  content: [{ type: 'paragraph', attrs: { id: 'paragraph-of-term' }, content }],
})
const marked = (text: string, kind: string): NodeJson => ({
  type: 'text',
  text,
  marks: [{ type: 'term', attrs: { kind, id: 'mark' } }],
})

describe('the terms panel', () => {
  test('says what to do where there is nothing yet', async () => {
    for (const words of ['Nobody signs yet.', 'No shares are stated.', 'No term is marked. Select words'])
      await page.getByText(words).waitFor()
  })

  test('shows what a partner writes, with its sentence, and leads there', async () => {
    await receive(
      paragraph({ type: 'text', text: 'It begins on ' }, marked('1 April 2027', 'effective-date')),
    )
    await entry(/Effective date.*1 April 2027.*It begins on 1 April 2027/).click()
    expect(await jumpedTo()).toBe('paragraph-of-term')
  })

  test('says what to do about a text that it cannot read', async () => {
    await receive(paragraph(marked('01/04/2027', 'effective-date')))
    await entry(/“01\/04\/2027”.*This cannot be read\. Write one date/).waitFor()
  })

  test('warns of shares that do not add up', async () => {
    const row = (id: string, percent: string) => ({ type: 'shareRow', attrs: { id, percent } })
    const content = [
      {
        type: 'shareTable',
        attrs: { id: 'table', basis: 'cost' },
        content: [row('a', '60'), row('b', '45.5')],
      },
    ]
    await receive({ type: 'doc', content })
    await entry(/Shares of cost.*Together 105\.5%: 5\.5% too much/).click()
    expect(await jumpedTo()).toBe('table')
  })

  test('lists every kind of the sample and folds away what is not needed', async () => {
    const { body, title } = sampleAgreement()
    await receive(body, title)
    for (const name of [
      /Skarvøy Distribution AS/,
      /Shares of votes/,
      /Length of term 3 years/,
      /1\. Skarvøy to Lindholt/,
      /Orders ready by six/,
      /Has every bike/,
      /Marit Solheim/,
      /The KPI definitions/,
      /^Delivery day$/,
    ])
      await entry(name).first().waitFor()
    const fold = page.getByRole('button', { name: /^Parties/ })
    await fold.press('Enter')
    expect(await fold.getAttribute('aria-expanded')).toBe('false')
    expect(await entry(/Skarvøy Distribution AS/).count()).toBe(0)
  })

  test('has no accessibility finding, in light and in dark', async () => {
    const { body, title } = sampleAgreement()
    await receive(body, title)
    await entry(/Marit Solheim/).waitFor()
    await page.evaluate(await readFile('node_modules/axe-core/axe.min.js', 'utf8'))
    for (const scheme of ['light', 'dark']) {
      await page.evaluate(
        value => document.documentElement.setAttribute('data-mantine-color-scheme', value),
        scheme,
      )
      const findings = await page.evaluate(
        'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes[0].html]))',
      )
      expect(findings).toEqual([])
    }
  })
})

describe('the outline', () => {
  const clauses = (...titles: string[]): DocumentJson => ({
    type: 'doc',
    content: titles.map((title, index) => ({
      type: 'heading',
      attrs: { id: `clause-${index}`, level: title.startsWith('-') ? 2 : 1 },
      content: title === '' ? [] : [{ type: 'text', text: title }],
    })),
  })
  const clause = (name: string) => page.getByRole('navigation').getByRole('button', { name })
  const focused = () => page.evaluate(() => document.activeElement?.textContent)

  test('says what will appear there', async () => {
    await page.getByText('Headings appear here as numbered clauses').waitFor()
  })

  test('jumps by click and marks the clause one is in', async () => {
    await receive(clauses('Purpose', '-Scope', ''))
    await clause('1.1 -Scope').click()
    expect(await jumpedTo()).toBe('clause-1')
    expect(await clause('1.1 -Scope').getAttribute('aria-current')).toBe('location')
    await clause('2 Untitled clause').waitFor()
  })

  test('is one stop of the tab key, with arrows inside', async () => {
    await receive(clauses('Purpose', '-Scope', 'Costs'))
    await clause('1 Purpose').waitFor()
    await page.keyboard.press('Tab')
    expect(await focused()).toBe('1Purpose')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    expect(await focused()).toBe('2Costs')
    await page.keyboard.press('Home')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    expect(await jumpedTo()).toBe('clause-1')
    await page.keyboard.press('Tab')
    expect(await focused()).toBe('Parties')
    await page.keyboard.press('Shift+Tab')
    expect(await focused()).toBe('1.1-Scope')
  })
})
