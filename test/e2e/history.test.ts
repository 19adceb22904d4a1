import { beforeAll, describe, expect, it } from 'vitest'
import { keepPicturesIfWanted } from './support/looks.ts'
import type { Person } from './support/person.ts'
import { seriousFindings } from './support/serious-findings.ts'
import { useStage } from './support/stage.ts'

const PATIENCE = { timeout: 20_000 }

describe('what became of the text', () => {
  const stage = useStage()
  let ada: Person
  let ben: Person
  let agreement = ''

  beforeAll(async () => {
    ada = await stage.arrive('Ada')
    ben = await stage.arrive('Ben', { installs: false })
    agreement = await ada.starts(/^Consortium/, 'Valley deliveries')
    await ada.seesText('Purpose')
    await ben.follows(await ada.shares())
    await ben.seesText('Purpose')
  })

  it('says on coming back what others changed, and one key steps through it', async () => {
    const { page } = ada
    // Where the first visit ends counts: with an account, on this device.
    await page.goto(`${ada.wire.url}${agreement}`)
    await ada.seesText('Purpose')
    await page.getByRole('tab', { name: /What’s new/ }).click()
    await page.getByText('This is your first visit on this device').waitFor()
    await page.goto(ada.wire.url)
    await page.getByText('Valley deliveries').first().waitFor()

    await ben.typeAfter('treat the parties fairly.', ' Ben wrote this while Ada was away.')
    await ben.typeAfter('the skills of all of them', ' and more')
    await ben.seesStatus('saved-for-everyone')
    await page.goto(`${ada.wire.url}${agreement}`)
    await page.getByText(/others changed (one clause|2 clauses)/).waitFor()
    await keepPicturesIfWanted(page, 'since-banner')
    await page.keyboard.press('F8')
    const current = page.locator('[aria-current=true]').filter({ hasText: 'by Ben' })
    await current.waitFor()
    await keepPicturesIfWanted(page, 'since')
    expect(await seriousFindings(page)).toEqual([])
  })

  it('shows in the text and for each clause who wrote what, and nothing of it when it is off', async () => {
    const { page } = ada
    await page.getByRole('tab', { name: 'Authors' }).click()
    const marks = page.locator('.tiptap [data-author]')
    expect(await marks.count()).toBe(0)
    await page.getByLabel('Show authors in the text').check()
    const bens = page.locator('.tiptap [data-author][title^="Ben"]').filter({ hasText: 'Ben wrote this' })
    await bens.first().waitFor()
    expect(await bens.first().textContent()).toBe(' Ben wrote this while Ada was away.')
    await page.getByRole('button', { name: /Ben, / }).first().waitFor()
    await keepPicturesIfWanted(page, 'authors')
    expect(await seriousFindings(page)).toEqual([])
    await page.getByLabel('Show authors in the text').uncheck()
    await expect.poll(() => marks.count(), PATIENCE).toBe(0)
  })

  it('has a history by person, with names that everybody sees, and works without a network', async () => {
    const { page } = ada
    await page.getByRole('link', { name: 'History' }).click()
    const bens = page.getByRole('button', { name: /^Ben/ })
    await bens.first().click()
    await page
      .getByRole('article', { name: 'Differences' })
      .locator('ins')
      .filter({ hasText: 'Ben wrote this' })
      .first()
      .waitFor()
    await keepPicturesIfWanted(page, 'history')
    expect(await seriousFindings(page)).toEqual([])
    await page.getByRole('button', { name: 'Name this moment' }).click()
    await page.getByLabel('Name', { exact: true }).fill('Ben’s first draft')
    await page.getByRole('button', { name: 'Keep the name' }).click()
    await page.locator('button').filter({ hasText: 'Ben’s first draft' }).waitFor()
    await ben.page.getByRole('link', { name: 'History' }).click()
    await ben.page.locator('button').filter({ hasText: 'Ben’s first draft' }).waitFor()

    await ada.wire.cut()
    await page.reload()
    await page.getByText('The newest may be missing').waitFor()
    await page.getByText('The text then').click()
    await page.getByRole('article', { name: 'Valley deliveries' }).getByText('Ben wrote this while').waitFor()
    await keepPicturesIfWanted(page, 'history-text')
    await ada.wire.restore()
    await page.reload()
  })

  it('compares any two states by keyboard alone, and saves the redline', async () => {
    const { page } = ada
    await page.getByRole('link', { name: 'Compare' }).click()
    const from = page.getByLabel('From')
    await from.waitFor()
    const first = await from.locator('option').last().getAttribute('value')
    await from.selectOption(first ?? '')
    await page.locator('ins').filter({ hasText: 'Ben wrote this' }).first().waitFor()
    await page.getByRole('heading', { name: 'Compare' }).focus()
    await page.keyboard.press('n')
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-change')), PATIENCE)
      .toBe('changed')
    await keepPicturesIfWanted(page, 'compare')
    expect(await seriousFindings(page)).toEqual([])
  })

  it('puts the text back as it stood, as a change that undo takes back', async () => {
    const { page } = ada
    await page.getByRole('link', { name: 'History' }).click()
    await page.getByRole('button', { name: /^Ada/ }).last().click()
    await page.getByRole('button', { name: 'Restore…' }).click()
    await page.getByRole('button', { name: 'Restore the text' }).click()
    await expect.poll(() => ada.text(), PATIENCE).not.toContain('Ben wrote this')
    await expect.poll(() => ben.text(), PATIENCE).not.toContain('Ben wrote this')
    await ada.caretAfter('treat the parties fairly.')
    await page.keyboard.press('Control+z')
    await expect.poll(() => ada.text(), PATIENCE).toContain('Ben wrote this while Ada was away.')
    expect([...ada.errors, ...ben.errors]).toEqual([])
  })
})
