import { once } from 'node:events'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { build, type Rolldown } from 'vite'

/** The page of `log-page/`, built, on a free port. */
export async function serveLogPage(): Promise<{ readonly url: string; close(): void }> {
  const built = (await build({
    configFile: false,
    root: join(import.meta.dirname, 'log-page'),
    logLevel: 'warn',
    build: { write: false, target: 'es2023' },
  })) as Rolldown.RolldownOutput
  const files = new Map(
    built.output.map(file => [`/${file.fileName}`, file.type === 'chunk' ? file.code : file.source]),
  )
  const server = createServer((request, response) => {
    const path = request.url === '/' ? '/index.html' : (request.url ?? '')
    const file = files.get(path)
    response.writeHead(file === undefined ? 404 : 200, {
      'content-type': path.endsWith('.html') ? 'text/html' : 'text/javascript',
    })
    response.end(file)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    url: `http://localhost:${port}/`,
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}
