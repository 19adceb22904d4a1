import { build } from 'vite'
import { ensureChromium } from '../support/chromium.ts'

/** Before the browser tests: a Chromium, and the client as it is shipped. */
export default async function setup(): Promise<void> {
  ensureChromium()
  await build({ logLevel: 'warn' })
}
