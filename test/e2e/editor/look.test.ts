import { expect, it } from 'vitest'
import { sampleAgreement } from '../../../shared/agreement/templates/template-for.ts'
import { numberClauses } from '../../../shared/document/clauses.ts'
import type { NodeJson } from '../../../shared/document/document-json.ts'
import { COLOUR_RULES, seriousFindings } from '../support/serious-findings.ts'
import { doc, type EditorStory, p, withEditor } from './editor-story.ts'

const openEditor = withEditor()
let ada: EditorStory

const unfilled: readonly NodeJson[] = [
  { type: 'party' },
  { type: 'kpi', content: [{ type: 'kpiPart', attrs: { part: 'name' } }] },
  { type: 'shareTable', content: [{ type: 'shareRow', attrs: { percent: '30' } }] },
  { type: 'serviceStep' },
  { type: 'role' },
  { type: 'obligation' },
  { type: 'review' },
]

it.each(['light', 'dark'] as const)(
  'has no serious finding of axe, filled or unfilled, in the %s',
  async scheme => {
    ada = await openEditor(doc(...(sampleAgreement().body.content ?? []), ...unfilled))
    await ada.page.evaluate(name => window.lab.scheme(name), scheme)
    const findings = () => seriousFindings(ada.page, scheme === 'dark' ? { rules: COLOUR_RULES } : {})
    expect(await findings()).toEqual([])
    await ada.page.getByRole('button', { name: 'Unit: not set' }).first().click()
    expect(await findings()).toEqual([])
    await ada.press('Escape')
    await ada.page.getByRole('button', { name: 'KPI: move, duplicate or delete' }).first().click()
    await ada.page.getByRole('menuitem', { name: 'Move down' }).hover()
    expect(await findings()).toEqual([])
    await ada.press('Escape')
    await ada.caretAfter('fresh food')
    await ada.press('End', 'Enter', '/')
    await ada.page.getByRole('listbox', { name: 'Insert' }).waitFor()
    expect(await findings()).toEqual([])
    await ada.press('Escape', 'Control+/')
    await ada.page.getByRole('dialog', { name: 'Keyboard' }).waitFor()
    await ada.page.getByRole('dialog').getByText('This help').waitFor()
    expect(await findings()).toEqual([])
    await ada.press('Escape')
    await ada.page.evaluate(() => window.lab.setEditable(false))
    await ada.page.getByRole('document', { name: 'Text of the agreement' }).waitFor()
    expect(await findings()).toEqual([])
  },
)

it('numbers clauses on the page as the outline does, levels that were skipped included, however far down', async () => {
  const heading = (level: number): NodeJson => ({
    type: 'heading',
    attrs: { level },
    content: [{ type: 'text', text: `level ${level}` }],
  })
  const levels = [1, 2, 2, 3, 1, 3, 2, 6, 1, 1]
  const part = [
    ...levels.flatMap(level => [heading(level), p('text')]),
    { type: 'blockquote', content: [heading(1)] },
  ]
  const body = doc(...Array.from({ length: 6 }, () => part).flat())
  ada = await openEditor(body)
  const { page } = ada
  const numbers = numberClauses(body).map(clause => clause.number)
  // What is counted cannot be read from a page, only seen: the pixels must be those of the numbers written out.
  const looksLike = async (written: readonly string[]) => {
    const counted = await page.screenshot()
    await page.evaluate(texts => {
      const sheet = new CSSStyleSheet()
      const blocks = [...document.querySelectorAll('.ProseMirror > *')]
      const headings = blocks.filter(block => /^H\d$/.test(block.tagName))
      for (const [index, heading] of headings.entries()) {
        const place = `.ProseMirror > :nth-child(${blocks.indexOf(heading) + 1})`
        sheet.insertRule(`${place}::before { content: "${texts[index]}" !important }`)
      }
      document.adoptedStyleSheets.push(sheet)
    }, written)
    const literal = await page.screenshot()
    await page.evaluate(() => document.adoptedStyleSheets.pop())
    return counted.equals(literal)
  }
  for (const scrollTo of [scrollToStart, scrollToEnd]) {
    await page.evaluate(scrollTo)
    expect(await looksLike(numbers)).toBe(true)
  }
  expect(await looksLike(numbers.map(number => `${number}.1`))).toBe(false)
})

const scrollToStart = () => document.querySelector('main')?.scrollTo(0, 0)

/** What comes into view on the way turns out higher or lower than it was taken for. */
async function scrollToEnd(): Promise<void> {
  const main = document.querySelector('main')
  for (let top = -1; main && top !== main.scrollTop; ) {
    top = main.scrollTop
    main.scrollTo(0, main.scrollHeight)
    await new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)))
  }
}

it('can be used on a narrow screen: the toolbar scrolls, nothing is wider than the page', async () => {
  ada = await openEditor(sampleAgreement().body)
  await ada.page.setViewportSize({ width: 390, height: 844 })
  const tooWide = await ada.page.evaluate(() => {
    const page = document.querySelector('main')
    return (page?.scrollWidth ?? 0) - (page?.clientWidth ?? 0)
  })
  expect(tooWide).toBe(0)
  const keyboard = ada.page.getByRole('button', { name: 'Keyboard shortcuts' })
  await keyboard.scrollIntoViewIfNeeded()
  await keyboard.click()
  await ada.page.getByRole('dialog', { name: 'Keyboard' }).waitFor()
})

it('works in strict mode, where React makes everything twice', async () => {
  ada = await openEditor(doc(p('one')), { strict: true })
  await ada.caretAfter('one')
  await ada.type(' two')
  await ada.undoAll()
  expect(await ada.texts()).toEqual(['one'])
})

it('gives the block that is typed in the height of its text, whatever changes it', async () => {
  const list: NodeJson = { type: 'bulletList', content: [{ type: 'listItem', content: [p('a point')] }] }
  ada = await openEditor(doc(p('The fee is due.'), p('Next.'), list))
  /** Heights of all blocks as they are, and as they are when nothing holds them. */
  const heights = () =>
    ada.page.evaluate(() => {
      const measure = () =>
        [...document.querySelectorAll('.ProseMirror > *')].map(
          element => element.getBoundingClientRect().height,
        )
      const shown = measure()
      const sheets = [...document.adoptedStyleSheets]
      document.adoptedStyleSheets = []
      const natural = measure()
      document.adoptedStyleSheets = sheets
      const held = sheets.filter(sheet => sheet.cssRules.length > 0).length
      return { shown, natural, held }
    })
  const fits = async (held?: number) => {
    // A change of width is noticed before the next frame.
    await ada.page.evaluate(() => new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve))))
    const { shown, natural, held: sheets } = await heights()
    expect(shown).toEqual(natural)
    if (held !== undefined) expect(sheets).toBe(held)
    return shown
  }
  await ada.caretAfter('The fee is due')
  await fits(0)
  await ada.type(' on the first')
  const [one = 0] = await fits(1)
  await ada.type(' working day of each month, by bank transfer, without any deduction whatever, in euro')
  const [two = 0] = await fits(1)
  expect(two).toBeGreaterThan(one)
  await ada.page.setViewportSize({ width: 390, height: 844 })
  const [narrow = 0] = await fits(1)
  expect(narrow).toBeGreaterThan(two)
  await ada.page.setViewportSize({ width: 1440, height: 900 })
  expect((await fits(1))[0]).toBe(two)
  await ada.undoAll()
  expect((await fits())[0]).toBeLessThan(two)
  await ada.caretAfter('a point')
  await fits(0)
  await ada.type(' and')
  await ada.press('Enter')
  await ada.type('another')
  await fits()
})

it('measures the line that I write in and nothing else, whatever partners write elsewhere', async () => {
  await openEditor(doc(p('one'), p('two')))
  await ada.caretAfter('two')
  await ada.type('!')
  await ada.page.evaluate(() => {
    const measure = Range.prototype.getBoundingClientRect
    const measured: (string | null)[] = []
    Range.prototype.getBoundingClientRect = function () {
      measured.push(this.startContainer.textContent)
      return measure.call(this)
    }
    Object.assign(window, { measured })
  })
  const bob = ada.partner()
  bob.edit(tr => tr.insertText('zero ', 1))
  await ada.exchange(bob)
  const measured = () => ada.page.evaluate(() => (window as unknown as { measured: string[] }).measured)
  expect(await measured()).toEqual([])
  await ada.type('?')
  expect(await measured()).toContain('two!?')
})
