import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { chromium } from 'playwright-core'
import { ensureChromium, launchOptions } from '../support/chromium.ts'
import { keepCompiled } from '../support/keep-compiled.ts'
import { buildEditorPage, EDITOR_BROWSER, EDITOR_PAGE } from './editor/editor-page.ts'

/**
 * A Chromium, and the client as it is shipped. In a process of its own: the test runner's environment would make a development
 * build, without the service worker.
 */
export async function buildClient(): Promise<void> {
  ensureChromium()
  const build = spawn(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production' },
  })
  const [code] = await once(build, 'exit')
  if (code !== 0) throw new Error('The client could not be built: see above.')
}

/** Before the browser tests. Those of the editor share one page and one browser. */
export default async function setup(): Promise<() => Promise<void>> {
  keepCompiled()
  const [editorPage] = await Promise.all([buildEditorPage(), buildClient()])
  const browser = await chromium.launchServer({ ...launchOptions(), host: '127.0.0.1' })
  process.env[EDITOR_PAGE] = editorPage
  process.env[EDITOR_BROWSER] = browser.wsEndpoint()
  return async () => {
    await browser.close()
    rmSync(editorPage, { recursive: true, force: true })
  }
}
