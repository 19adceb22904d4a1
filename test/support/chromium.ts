import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { type Browser, type BrowserContext, chromium, type LaunchOptions } from 'playwright-core'

/** First the one without a window's machinery: the same engine for a quarter less of the machine's time. */
const USUAL_PLACES = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** Without these a browser on a closed network keeps trying to reach its maker's hosts. */
const QUIET = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const isRoot = () => process.getuid?.() === 0

const installed = (): string | undefined =>
  [process.env.CHROMIUM_PATH, ...USUAL_PLACES, chromium.executablePath()].find(
    path => path && existsSync(path),
  )

const run = (command: string, args: readonly string[]): boolean =>
  spawnSync(command, args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }).status === 0

/**
 * The path of a Chromium: one that is there, else playwright's own download, else Debian's package when run as root.
 * Throws an error that says what to install when none of them works.
 */
export function ensureChromium(): string {
  const found = installed()
  if (found) return found
  run(process.execPath, ['node_modules/playwright-core/cli.js', 'install', 'chromium'])
  const downloaded = installed()
  if (downloaded) return downloaded
  if (isRoot() && existsSync('/usr/bin/apt-get')) {
    run('apt-get', ['update', '-qq'])
    const install = ['install', '-y', '-qq', '--no-install-recommends']
    if (!run('apt-get', [...install, 'chromium-headless-shell'])) run('apt-get', [...install, 'chromium'])
  }
  const packaged = installed()
  if (packaged) return packaged
  throw new Error(
    'The browser tests need a Chromium and none could be installed. Install Chromium or Google Chrome ' +
      '(Debian: apt-get install chromium), or name one that you have in CHROMIUM_PATH.',
  )
}

/** Launch options for every browser test. */
export const launchOptions = (): LaunchOptions => ({
  executablePath: ensureChromium(),
  args: isRoot() ? [...QUIET, '--no-sandbox'] : QUIET,
})

/** A headless browser; the test closes it. */
export const launchChromium = (): Promise<Browser> => chromium.launch(launchOptions())

/**
 * Pages of this context have no service workers, as in a private window of some browsers: for tests that do without a network never,
 * and would pay for putting the whole app onto the device each time.
 */
export const withoutServiceWorkers = (context: BrowserContext): Promise<unknown> =>
  context.addInitScript(() => {
    Reflect.deleteProperty(Navigator.prototype, 'serviceWorker')
  })
