import { beforeAll, describe, expect, it } from 'vitest'
import { keepPicturesIfWanted } from './support/looks.ts'
import type { Person } from './support/person.ts'
import { seriousFindings } from './support/serious-findings.ts'
import { useStage } from './support/stage.ts'

const PARAGRAPHS = [
  'This Agreement takes effect on 1 April 2027 and is effective as of April 1, 2027.',
  'The initial term of this Agreement is three (3) years. This Agreement expires on 31 March 2031.',
  'Each partner shall pay an invoice within thirty (30) days of receipt.',
  'This Agreement is governed by the laws of Norway.',
]

describe('what the text states is found, confirmed and dismissed', () => {
  const stage = useStage()
  let ada: Person
  let ben: Person

  beforeAll(async () => {
    ada = await stage.arrive('Ada', { installs: false })
    ben = await stage.arrive('Ben', { installs: false })
  })
  const marks = (person: Person) =>
    person.page.locator('[data-mark="term"]').evaluateAll(list => list.map(one => one.textContent))
  const underlined = (person: Person) =>
    person.page.locator('[data-proposed]').evaluateAll(list => list.map(one => one.textContent))
  const found = (person: Person, name: RegExp) =>
    person.page.getByRole('button', { name: new RegExp(`^Confirm ${name.source}`) })

  it('underlines the words while they are written, and lists them in the panel', async () => {
    const { page } = ada
    await ada.starts(/blank/i, 'Harbour services')
    await page.getByLabel('Text of the agreement').click()
    for (const paragraph of PARAGRAPHS) {
      await page.keyboard.insertText(paragraph)
      await page.keyboard.press('Enter')
    }
    await found(ada, /Governing law: Norway/).waitFor()
    expect(await underlined(ada)).toEqual(
      expect.arrayContaining(['three (3) years', '31 March 2031', 'thirty (30) days', 'Norway']),
    )
    expect(await marks(ada)).toEqual([])
  })

  it('goes from one to the next by key, confirms with one key, and undo takes it back', async () => {
    const { page } = ada
    const card = page.getByRole('group', { name: 'Suggested term' })
    // From the end of the text, where the caret is, round to its beginning.
    await page.keyboard.press('Alt+F8')
    await card.getByText('Effective date').waitFor()
    await page
      .getByRole('status')
      .getByText(/^Suggestion 1 of \d+: Effective date/)
      .waitFor({ state: 'attached' })
    await page.keyboard.press('Alt+F8')
    await card.getByText('Length of term').waitFor()
    await page.keyboard.press('Alt+Enter')
    await expect.poll(() => marks(ada)).toEqual(['three (3) years'])
    await found(ada, /Length of term/).waitFor({ state: 'detached' })
    await page.keyboard.press('Control+z')
    await expect.poll(() => marks(ada)).toEqual([])
    await found(ada, /Length of term/).waitFor()
    await page.keyboard.press('Alt+Shift+F8')
    await page.keyboard.press('Alt+Shift+F8')
    await page
      .getByRole('status')
      .getByText(/Governing law, Norway/)
      .waitFor({ state: 'attached' })
  })

  it('says what contradicts itself, with a way to each of the places', async () => {
    const { page } = ada
    const message = page
      .getByText('A term of 3 years from 1 April 2027 does not end on 31 March 2031.')
      .first()
    await message.waitFor()
    await page
      .getByRole('list', { name: 'The places' })
      .getByRole('button', { name: /^Expiry/ })
      .click()
    await expect
      .poll(() => page.evaluate(() => getSelection()?.anchorNode?.parentElement?.closest('p')?.textContent))
      .toContain('expires on 31 March 2031')
    const card = page.getByRole('group', { name: 'Suggested term' })
    await card.getByText('Expiry').waitFor()
    await keepPicturesIfWanted(page, 'suggestions')
  })

  it('confirms from the panel, and the focus goes on to the next', async () => {
    const { page } = ada
    await found(ada, /Governing law/).click()
    await expect.poll(() => marks(ada)).toEqual(['Norway'])
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? ''))
      .toMatch(/^Confirm /)
    expect(await seriousFindings(page)).toEqual([])
  })

  it('dismisses for everyone, whatever is written around it, until it is brought back', async () => {
    const { page } = ada
    await ben.follows(await ada.shares())
    await found(ben, /Payment term: 30 days/).waitFor()

    await page.getByRole('button', { name: 'Dismiss Payment term: 30 days, for everyone' }).click()
    await found(ben, /Payment term: 30 days/).waitFor({ state: 'detached' })
    await ben.typeAfter('Each partner shall', ' always')
    await ada.seesText('Each partner shall always')
    await ben.page.getByRole('button', { name: 'Bring back the 1 dismissed' }).waitFor()
    expect(await underlined(ben)).not.toContain('thirty (30) days')
    await ben.page.getByRole('button', { name: 'Bring back the 1 dismissed' }).click()
    await found(ada, /Payment term: 30 days/).waitFor()
    expect([...ada.errors, ...ben.errors]).toEqual([])
  })
})
