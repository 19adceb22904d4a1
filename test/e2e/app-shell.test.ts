import { appendFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { type CuttableProxy, startCuttableProxy } from '../support/cuttable-proxy.ts'
import { startTestServer, type TestServer } from '../support/test-server.ts'

let browser: Browser
let context: BrowserContext
let server: TestServer
let proxy: CuttableProxy
let distDir: string

beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser.close())
beforeEach(async () => {
  // A copy, so that a test can publish a newer version.
  distDir = mkdtempSync(join(tmpdir(), 'parley-dist-'))
  cpSync('dist', distDir, { recursive: true })
  server = await startTestServer({}, { distDir })
  proxy = await startCuttableProxy(server.url)
  context = await browser.newContext()
})
afterEach(async () => {
  await context.close()
  await proxy.close()
  await server.close()
  rmSync(distDir, { recursive: true, force: true })
})

async function open(path = '/'): Promise<Page> {
  const page = await context.newPage()
  await page.goto(`${proxy.url}${path}`)
  await page.locator('h1').first().waitFor()
  return page
}

const installed = (page: Page) =>
  page.waitForFunction(async () => {
    await navigator.serviceWorker.ready
    return navigator.serviceWorker.controller !== null
  })

describe('the installed app', () => {
  it('starts without a network after one visit, also on a page that was never opened', async () => {
    await installed(await open())
    await proxy.cut()
    const library = await open('/')
    expect(await library.locator('h1').first().textContent()).toBeTruthy()
    const verify = await open('/verify')
    expect(await verify.locator('h1').first().textContent()).toMatch(/verif|check/i)
    const fonts = await verify.evaluate(async () => {
      await document.fonts.ready
      return [...document.fonts].some(font => font.status === 'loaded')
    })
    expect(fonts).toBe(true)
  })

  it('creates an agreement without a network and opens it again after a restart', async () => {
    await installed(await open())
    await proxy.cut()
    const page = await open()
    await page
      .getByRole('button', { name: /sample/i })
      .first()
      .click()
    await page.waitForURL(/\/agreements?\//)
    await page.locator('[contenteditable=true] h1, [contenteditable=true] h2').first().waitFor()
    const words = ((await page.locator('.ProseMirror').textContent()) ?? '').slice(0, 2000)
    const { pathname } = new URL(page.url())
    await page.close()
    const again = await context.newPage()
    await again.goto(`${proxy.url}${pathname}`)
    await again.locator('.ProseMirror h1, .ProseMirror h2').first().waitFor()
    expect(((await again.locator('.ProseMirror').textContent()) ?? '').slice(0, 2000)).toBe(words)
  })

  it('never answers the server’s own addresses from its cache', async () => {
    const page = await open()
    await installed(page)
    await proxy.cut()
    for (const path of ['/api/me', '/healthz', '/openapi.json']) {
      const answered = await page.evaluate(
        path =>
          fetch(path).then(
            () => true,
            () => false,
          ),
        path,
      )
      expect(answered).toBe(false)
    }
  })

  it('lets a newer version wait until the last tab of the old one is closed', async () => {
    const page = await open()
    await installed(page)
    await page.evaluate(() => Object.assign(window, { typed: 'half a sentence' }))
    appendFileSync(join(distDir, 'sw.js'), '\n// a newer version\n')
    await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration()
      await registration?.update()
    })
    await page.waitForFunction(async () =>
      navigator.serviceWorker.getRegistration().then(registration => registration?.waiting != null),
    )
    await page.getByText('A new version is ready').waitFor()
    expect(await page.evaluate(() => 'typed' in window)).toBe(true)
    await page.close()
    const next = await open()
    await next.waitForFunction(async () =>
      navigator.serviceWorker.getRegistration().then(registration => registration?.waiting == null),
    )
  })

  it('can be installed: its manifest names icons that exist', async () => {
    const page = await open()
    const icons = await page.evaluate(async () => {
      const href = document.querySelector<HTMLLinkElement>('link[rel=manifest]')?.href ?? ''
      const manifest: { icons: { src: string; type: string }[] } = await (await fetch(href)).json()
      return Promise.all(
        manifest.icons.map(async ({ src, type }) => {
          const answer = await fetch(src)
          return answer.ok && answer.headers.get('content-type')?.startsWith(type)
        }),
      )
    })
    expect(icons).toEqual([true, true, true, true])
  })
})
