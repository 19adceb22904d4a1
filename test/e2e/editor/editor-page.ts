import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { launchChromium } from '../../support/chromium.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
}

const DESK = { width: 1440, height: 900 }

/** The editor, and the panels beside a text. */
const PAGES = ['index', 'panels'] as const

/** Names the folder of the page where a whole run of tests shares one. */
export const EDITOR_PAGE = 'PARLEY_EDITOR_PAGE'

/** Names the address of the browser that is open for a whole run of tests. */
export const EDITOR_BROWSER = 'PARLEY_EDITOR_BROWSER'

const openBrowser = (): Promise<Browser> => {
  const address = process.env[EDITOR_BROWSER]
  return address === undefined ? launchChromium() : chromium.connect(address)
}

/** Builds the pages of the editor alone and of the panels alone into a folder of its own. */
export async function buildEditorPage(): Promise<string> {
  // Not needed where a run of tests has built them.
  const [{ build }, { default: react }] = await Promise.all([import('vite'), import('@vitejs/plugin-react')])
  const folder = await mkdtemp(join(tmpdir(), 'parley-editor-'))
  await build({
    configFile: false,
    root: join(import.meta.dirname, 'page'),
    plugins: [react()],
    logLevel: 'error',
    resolve: { dedupe: ['yjs', 'prosemirror-model', 'prosemirror-state', 'prosemirror-view', 'react'] },
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: 'es2023',
      chunkSizeWarningLimit: 5000,
      rolldownOptions: { input: PAGES.map(name => join(import.meta.dirname, 'page', `${name}.html`)) },
    },
  })
  return folder
}

/** `problems`: errors that the page's scripts met. */
export type EditorPage = Page & { readonly problems: string[] }

/** The editor, built and served alone, in a real browser. */
export class EditorBench {
  /** To be removed in the end. */
  readonly #folder: string | null
  readonly #server: Server
  readonly browser: Browser
  #free: EditorPage | null = null

  private constructor(folder: string | null, server: Server, browser: Browser) {
    this.#folder = folder
    this.#server = server
    this.browser = browser
  }

  static async start(): Promise<EditorBench> {
    const shared = process.env[EDITOR_PAGE]
    const folder = shared ?? (await buildEditorPage())
    const server = createServer((request, response) => {
      const path = new URL(request.url ?? '/', 'http://localhost').pathname
      const file = join(folder, path === '/' ? 'index.html' : path)
      readFile(file).then(
        bytes => response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'text/plain' }).end(bytes),
        () => response.writeHead(404).end(),
      )
    })
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    return new EditorBench(shared ? null : folder, server, await openBrowser())
  }

  /** A page whose script errors fail the test that looks at them. */
  async page(name: (typeof PAGES)[number] = 'index'): Promise<EditorPage> {
    const context = await this.browser.newContext({ viewport: DESK, reducedMotion: 'reduce' })
    const page = Object.assign(await context.newPage(), { problems: [] as string[] })
    page.on('pageerror', error => page.problems.push(String(error.stack ?? error)))
    page.on('console', message => {
      if (message.type() === 'error') page.problems.push(message.text())
    })
    await page.goto(`http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/${name}.html`)
    return page
  }

  /** A page of the usual size, which a test before this one may have used. */
  async freePage(): Promise<EditorPage> {
    const page = this.#free ?? (await this.page())
    this.#free = null
    return page
  }

  /** Takes a page back in the state in which it was given out. */
  async takeBack(page: EditorPage): Promise<void> {
    await page.setViewportSize(DESK)
    await page.evaluate(() => window.lab.close())
    await page.mouse.move(0, 0)
    this.#free = page
  }

  async stop(): Promise<void> {
    await this.browser.close()
    await new Promise(resolve => this.#server.close(resolve))
    if (this.#folder) await rm(this.#folder, { recursive: true, force: true })
  }
}

export const toBase64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')
export const fromBase64 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64'))
