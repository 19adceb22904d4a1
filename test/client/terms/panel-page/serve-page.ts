import { extname } from 'node:path'
import react from '@vitejs/plugin-react'
import type { Page } from 'playwright-core'
import { build } from 'vite'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
}

/** Builds the page of this folder in memory; the result answers a browser's requests for it, at any address. */
export async function buildPage(): Promise<(page: Page) => Promise<void>> {
  const result = await build({
    configFile: false,
    root: import.meta.dirname,
    plugins: [react()],
    logLevel: 'error',
    build: { write: false, minify: false, target: 'es2023' },
  })
  const outputs = [result].flat().flatMap(part => ('output' in part ? part.output : []))
  const files = new Map(
    outputs.map(file => [`/${file.fileName}`, file.type === 'chunk' ? file.code : file.source]),
  )
  return async page => {
    await page.route('**/*', route => {
      const { pathname } = new URL(route.request().url())
      const body = files.get(pathname === '/' ? '/index.html' : pathname)
      if (body === undefined) return route.fulfill({ status: 404 })
      const contentType = TYPES[extname(pathname) || '.html'] ?? 'application/octet-stream'
      return route.fulfill({ contentType, body: typeof body === 'string' ? body : Buffer.from(body) })
    })
  }
}
