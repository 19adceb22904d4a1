import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import { compress } from 'hono/compress'
import type { Api, ApiEnv } from './api.ts'
import { refuse } from './error-response.ts'

const FOR_EVER = 'public, max-age=31536000, immutable'
const ASK_FIRST = 'no-cache'

/**
 * Serves the built client. Files under `assets/` carry a hash of their content in their name and never change; anything else
 * is asked for each time. Every other path is a page of the client, which finds its way itself.
 */
export function serveClient(app: Api, distDir: string): void {
  // The editor is megabytes of text, and many read it over a telephone.
  app.use('/assets/*', compress())
  if (existsSync(distDir))
    app.on(
      ['GET', 'HEAD'],
      '/*',
      serveStatic<ApiEnv>({
        root: distDir,
        onFound: (path, c) => {
          c.header('cache-control', path.includes('/assets/') ? FOR_EVER : ASK_FIRST)
        },
      }),
    )
  app.on(['GET', 'HEAD'], '/*', async (c, next) => {
    // A file that is gone must be told apart from a page, or a stale client would run HTML as a script.
    if (c.req.path.startsWith('/assets/') || /\.[a-z0-9]{2,5}$/i.test(c.req.path)) return next()
    const page = await readFile(join(distDir, 'index.html'), 'utf8').catch(() => null)
    if (page === null)
      return refuse(c, { kind: 'not-found', message: 'The pages are not built yet. Run: npm run build' })
    c.header('cache-control', ASK_FIRST)
    return c.html(page)
  })
}
