import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { ensureChromium } from '../support/chromium.ts'
import { buildEditorPage, EDITOR_PAGE } from './editor/editor-page.ts'

/**
 * A Chromium, and the client as it is shipped. In a process of its own: the test runner's environment would make a development
 * build, without the service worker.
 */
export function buildClient(): void {
  ensureChromium()
  execFileSync(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production' },
  })
}

/** Before the browser tests. Those of the editor share one page. */
export default async function setup(): Promise<() => void> {
  buildClient()
  const editorPage = await buildEditorPage()
  process.env[EDITOR_PAGE] = editorPage
  return () => rmSync(editorPage, { recursive: true, force: true })
}
