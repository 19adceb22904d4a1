import { execFileSync } from 'node:child_process'
import { ensureChromium } from '../support/chromium.ts'

/**
 * Before the browser tests: a Chromium, and the client as it is shipped. In a process of its own: the test runner's environment
 * would make a development build, without the service worker.
 */
export default function setup(): void {
  ensureChromium()
  execFileSync(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production' },
  })
}
