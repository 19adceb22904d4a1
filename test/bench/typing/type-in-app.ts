import * as Y from 'yjs'
import { buildClient } from '../../e2e/build-client.ts'
import { launchChromium } from '../../support/chromium.ts'
import { connectStockClient } from '../../support/stock-client.ts'
import { createAgreement } from '../../support/test-person.ts'
import { removeDataDir, startServerProcess } from '../../support/test-server.ts'
import { startWriting } from './busy-partner.ts'
import { timeKeys, typeKeys } from './key-times.ts'

/** Times of keys on the whole page of an agreement. */
export interface AppTimes {
  /** From the address to a text in which one can write. */
  readonly openedMs: number
  readonly alone: readonly number[]
  readonly together: readonly number[]
}

/**
 * Types in the middle of a text on the page of its agreement, as shipped: outline, terms and readiness beside it, everything written to
 * the device and to a server; again while somebody else writes through the same server.
 */
export async function typeInApp(text: Uint8Array): Promise<AppTimes> {
  await buildClient()
  const server = await startServerProcess()
  const browser = await launchChromium()
  try {
    const ada = await server.signUp('Ada')
    const { id } = await createAgreement(ada, { title: 'Bench', seed: false })
    const partner = await connectStockClient(server.url, ada, id)
    Y.applyUpdate(partner.doc, text)
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
    await context.addCookies(
      ada.cookie.split('; ').map(cookie => {
        const [name = '', value = ''] = cookie.split('=')
        return { name, value, url: server.url }
      }),
    )
    const page = await context.newPage()
    const started = performance.now()
    await page.goto(`${server.url}/agreements/${id}`)
    const blocks = page.locator('.ProseMirror > p')
    await blocks.nth(1000).waitFor({ state: 'attached', timeout: 120_000 })
    const openedMs = performance.now() - started
    await blocks.nth(1000).click()
    await timeKeys(page)
    await typeKeys(page)
    const alone = await typeKeys(page)
    const stop = startWriting(partner.doc)
    const together = await typeKeys(page)
    stop()
    partner.close()
    return { openedMs, alone, together }
  } finally {
    await browser.close()
    await server.kill()
    removeDataDir(server)
  }
}
