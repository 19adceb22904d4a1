import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { leaveHalfARecord } from '../support/half-a-record.ts'
import { launchKillable } from '../support/killable-chromium.ts'
import type { LogPage } from '../support/log-page/page.ts'
import { serveLogPage } from '../support/serve-log-page.ts'

declare global {
  interface Window {
    page: LogPage
  }
}

let site: Awaited<ReturnType<typeof serveLogPage>>
beforeAll(async () => {
  site = await serveLogPage()
})
afterAll(() => site.close())

async function open(context: BrowserContext): Promise<Page> {
  const page = await context.newPage()
  await page.goto(site.url)
  await page.waitForFunction(() => window.page !== undefined)
  await page.evaluate(() => window.page.loaded)
  return page
}

const saved = (page: Page) => page.waitForFunction(() => window.page.state().unsaved === 0)
const textOf = (page: Page) => page.evaluate(() => window.page.text())

describe('a browser that is killed', () => {
  let profile: string
  beforeEach(() => {
    profile = mkdtempSync(join(tmpdir(), 'parley-profile-'))
  })
  afterEach(() => rmSync(profile, { recursive: true, force: true }))

  it('keeps everything that was shown as saved, in order and without a gap, time after time', async () => {
    let atLeast = 0
    for (let round = 0; round < 5; round++) {
      const chromium = await launchKillable(profile)
      const context = chromium.browser.contexts()[0]
      if (!context) throw new Error('a browser with a profile has a context')
      const page = await open(context)
      const words = (await textOf(page)).split(' ').filter(word => word !== '')
      expect(words).toEqual(words.map((_, index) => String(index)))
      expect(words.length).toBeGreaterThanOrEqual(atLeast)
      let shown = words.length
      page.on('console', message => {
        const count = /^saved (\d+)$/.exec(message.text())?.[1]
        if (count !== undefined) shown = Math.max(shown, Number(count))
      })
      await page.evaluate(from => window.page.typeForEver(from), words.length)
      // Some rounds end in the first merge, some in the middle of many writes.
      const enough = words.length + 20 + round * 37
      while (shown < enough) await new Promise(resolve => setTimeout(resolve, 1))
      await chromium.kill()
      atLeast = shown
    }
    expect(atLeast).toBeGreaterThan(100)
  })

  it('loses nothing where the kill left half a record at the end of the browser’s own files', async ({
    skip,
  }) => {
    const found: string[] = []
    for (const words of ['first. ', 'second. ', 'third. ']) {
      const chromium = await launchKillable(profile)
      const context = chromium.browser.contexts()[0]
      if (!context) throw new Error('a browser with a profile has a context')
      const page = await open(context)
      found.push(await textOf(page))
      await page.evaluate(typed => window.page.type(typed), words)
      await saved(page)
      await chromium.kill()
      if (words === 'first. ' && !leaveHalfARecord(profile)) skip('this browser does not use LevelDB')
    }
    expect(found).toEqual(['', 'first. ', 'first. second. '])
  })
})

describe('in a browser', () => {
  let browser: Browser
  let context: BrowserContext
  beforeAll(async () => {
    browser = await launchChromium()
  })
  afterAll(() => browser.close())
  beforeEach(async () => {
    context = await browser.newContext()
  })
  afterEach(() => context.close())

  it('two tabs stay in step without a network', async () => {
    const [first, second] = [await open(context), await open(context)]
    await context.setOffline(true)
    await first.evaluate(() => window.page.type('from the first. '))
    await second.waitForFunction(() => window.page.text() === 'from the first. ')
    await second.evaluate(() => window.page.type('from the second.'))
    await first.waitForFunction(() => window.page.text() === 'from the first. from the second.')
  })

  it('a full disk is told, nothing is dropped, and it is saved when there is room', async () => {
    const blank = await context.newPage()
    const cdp = await context.newCDPSession(blank)
    const origin = new URL(site.url).origin
    // Before the first write: Chromium remembers for a while how much room it found.
    await cdp.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 100_000 })
    const page = await open(context)
    await page.evaluate(() => window.page.type('before. '))
    await saved(page)
    // Not the same words again and again: Chromium compresses what it stores.
    await page.evaluate(() => {
      const words = Array.from({ length: 20_000 }, (_, n) => ((n * 2654435761) % 2 ** 32).toString(36))
      window.page.type(`${words.join(' ')} end. `)
    })
    await page.waitForFunction(() => window.page.state().failure !== null)
    expect(await page.evaluate(() => window.page.state())).toMatchObject({
      unsaved: 1,
      failure: expect.stringContaining('full'),
    })
    await cdp.send('Storage.overrideQuotaForOrigin', { origin })
    await saved(page)
    expect(await page.evaluate(() => window.page.state().failure)).toBeNull()
    expect(await textOf(await open(context))).toContain('end. ')
  })

  it('what a tab holds comes back after the site’s data was cleared under it', async () => {
    const page = await open(context)
    await page.evaluate(() => window.page.type('before. '))
    await saved(page)
    const cdp = await context.newCDPSession(page)
    await cdp.send('Storage.clearDataForOrigin', {
      origin: new URL(site.url).origin,
      storageTypes: 'indexeddb',
    })
    await page.evaluate(() => window.page.type('after.'))
    await saved(page)
    expect(await textOf(await open(context))).toBe('before. after.')
  })

  it('two tabs merge rows at once without losing any', async () => {
    const [first, second] = [await open(context), await open(context)]
    for (let i = 0; i < 40; i++) {
      await (i % 2 ? first : second).evaluate(word => window.page.type(word), `${i} `)
      if (i % 5 === 0)
        await Promise.all([first, second].map(page => page.evaluate(() => void window.page.compact())))
    }
    await Promise.all([saved(first), saved(second)])
    const words = (await textOf(await open(context))).split(' ')
    for (let i = 0; i < 40; i++) expect(words).toContain(String(i))
  })
})
