import { readFileSync } from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { keepPicturesIfWanted, LOOKS } from './support/looks.ts'
import type { Person } from './support/person.ts'
import { FAR_LOOKS, faultsOfEveryLook } from './support/serious-findings.ts'
import { useStage } from './support/stage.ts'

const PATIENCE = { timeout: 20_000 }

/** The page, checked at a desk by day and on a phone by night; in every look where pictures are wanted. */
async function looksRight(page: Page, name: string) {
  await keepPicturesIfWanted(page, name)
  expect(await faultsOfEveryLook(page, process.env.PICTURES === undefined ? FAR_LOOKS : LOOKS)).toEqual([])
}

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

  /** Reached by Tab and opened by Enter. */
  const follow = async (name: RegExp) => {
    await ada.tabTo(name)
    await ada.page.keyboard.press('Enter')
  }

  it('says on coming back what others changed, and one key steps through it', async () => {
    const { page } = ada
    // Whether her first visit had been noted depends on whether the record came before she left: here it begins anew.
    await page.goto(ada.wire.url)
    await page.getByText('Valley deliveries').first().waitFor()
    await page.evaluate(() => {
      for (const key of Object.keys(localStorage))
        if (key.startsWith('parley-visit-')) localStorage.removeItem(key)
    })
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
    await looksRight(page, 'since')
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
    await looksRight(page, 'authors')
    await page.getByLabel('Show authors in the text').uncheck()
    await expect.poll(() => marks.count(), PATIENCE).toBe(0)
  })

  it('has a history by person, with names that everybody sees, and works by keyboard and without a network', async () => {
    const { page } = ada
    await follow(/^History$/)
    await follow(/^Ben/)
    await page
      .getByRole('article', { name: 'Differences' })
      .locator('ins')
      .filter({ hasText: 'Ben wrote this' })
      .first()
      .waitFor()
    await looksRight(page, 'history')
    await follow(/^Name this moment$/)
    await page.getByLabel('Name', { exact: true }).waitFor()
    await page.keyboard.type('Ben’s first draft')
    await page.keyboard.press('Enter')
    await page.locator('button').filter({ hasText: 'Ben’s first draft' }).waitFor()
    await ben.page.getByRole('link', { name: 'History' }).click()
    await ben.page.locator('button').filter({ hasText: 'Ben’s first draft' }).waitFor()

    await ada.wire.cut()
    await page.reload()
    await page.getByText('The newest may be missing').waitFor()
    await ada.tabTo(/^What changed$/)
    await page.keyboard.press('ArrowRight')
    await page.getByRole('article', { name: 'Valley deliveries' }).getByText('Ben wrote this while').waitFor()
    await keepPicturesIfWanted(page, 'history-text')
    // Any moment of the sitting: after its first change.
    await ada.tabTo(/^Moment$/)
    await page.keyboard.press('Home')
    await page.getByText(/after change 1 of \d+, Ben/).waitFor()
    const then = page.getByRole('article', { name: 'Valley deliveries' })
    await expect.poll(() => then.textContent(), PATIENCE).not.toContain('while Ada was away')
    await ada.wire.restore()
    await page.reload()
  })

  it('compares any two states by keyboard alone, and saves the redline', async () => {
    const { page } = ada
    await page.getByRole('heading', { name: 'History' }).waitFor()
    await follow(/^Compare$/)
    await page.getByLabel('From').waitFor()
    await ada.tabTo(/^From$/)
    await page.keyboard.press('End')
    await page.locator('ins').filter({ hasText: 'Ben wrote this' }).first().waitFor()
    await ada.tabTo(/^Previous$/)
    await page.keyboard.press('n')
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-change')), PATIENCE)
      .toBe('changed')
    await looksRight(page, 'compare')
    await page.getByRole('heading', { name: 'Compare' }).focus()
    const [word] = await Promise.all([page.waitForEvent('download'), follow(/^Save for Word$/)])
    const files = unzipSync(readFileSync(await word.path()))
    expect(strFromU8(files['word/document.xml'] ?? new Uint8Array())).toMatch(
      /<w:ins [^>]*w:author="Ben"[^>]*><w:r><w:t [^>]*> ?Ben wrote this while Ada was away/,
    )
    const [pdf] = await Promise.all([page.waitForEvent('download'), follow(/^Save as PDF$/)])
    expect(
      readFileSync(await pdf.path())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-')
  })

  it('puts the text back as it stood by keyboard, as a change that undo takes back', async () => {
    const { page } = ada
    await follow(/^History$/)
    await page.getByRole('button', { name: /^Ada/ }).first().waitFor()
    await follow(/^Ada.*Began the text/)
    await follow(/^Restore…$/)
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent), PATIENCE).toBe('Cancel')
    await page.locator('button:enabled', { hasText: 'Restore the text' }).waitFor()
    await follow(/^Restore the text$/)
    await expect.poll(() => ada.text(), PATIENCE).not.toContain('Ben wrote this')
    await expect.poll(() => ben.text(), PATIENCE).not.toContain('Ben wrote this')
    await ada.caretAfter('treat the parties fairly.')
    await page.keyboard.press('Control+z')
    await expect.poll(() => ada.text(), PATIENCE).toContain('Ben wrote this while Ada was away.')
    expect([...ada.errors, ...ben.errors]).toEqual([])
  })
})
