import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { type Browser, chromium } from 'playwright-core'
import { launchOptions } from './chromium.ts'

/** A Chromium with a profile on disk whose processes can all be killed at once, as when the power goes. */
export interface KillableChromium {
  readonly browser: Browser
  kill(): Promise<void>
}

export async function launchKillable(profile: string): Promise<KillableChromium> {
  const { executablePath = '', args = [] } = launchOptions()
  const child = spawn(
    executablePath,
    [...args, '--headless=new', '--remote-debugging-port=0', `--user-data-dir=${profile}`, 'about:blank'],
    // Its own process group, so that the helpers of the browser die with it.
    { detached: true, stdio: ['ignore', 'ignore', 'pipe'] },
  )
  const browser = await chromium.connectOverCDP(await debuggerUrl(child))
  return {
    browser,
    async kill() {
      const ended = child.exitCode === null && child.signalCode === null ? once(child, 'exit') : null
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
      await ended
      await browser.close().catch(() => undefined)
    },
  }
}

function debuggerUrl(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = ''
    child.stderr?.setEncoding('utf8').on('data', text => {
      output += text
      const url = /DevTools listening on (ws:\S+)/.exec(output)?.[1]
      if (url) resolve(url)
    })
    child.once('exit', () => reject(new Error(`Chromium did not start:\n${output}`)))
  })
}
