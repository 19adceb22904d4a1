import type { Server } from 'node:http'
import type { Socket } from 'node:net'

/** Ends an HTTP server without cutting off what it is answering. */
export interface Drain {
  /** Takes no new connections; settles when every request has its answer, at the latest after `patienceMs`. */
  stop(patienceMs: number): Promise<void>
  /** Ends what is left, also upgraded connections, which get a moment to say goodbye. */
  end(): Promise<void>
}

/** Node does not count upgraded connections among those it can close, yet waits for them: a silent one would keep the server alive. */
const GOODBYE_MS = 1000

export function createDrain(server: Server): Drain {
  let open = 0
  let onIdle: () => void = () => {}
  let closed: Promise<void> = Promise.resolve()
  const connections = new Set<Socket>()

  server.on('connection', connection => {
    connections.add(connection)
    connection.once('close', () => connections.delete(connection))
  })

  server.on('request', (_request, response) => {
    open++
    response.once('close', () => {
      if (--open === 0) onIdle()
    })
  })

  return {
    async stop(patienceMs) {
      closed = new Promise(resolve => server.close(() => resolve()))
      server.closeIdleConnections()
      if (open === 0) return
      await new Promise<void>(resolve => {
        const timer = setTimeout(resolve, patienceMs)
        onIdle = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    },
    async end() {
      server.closeAllConnections()
      const timer = setTimeout(() => {
        for (const connection of connections) connection.destroy()
      }, GOODBYE_MS)
      await closed
      clearTimeout(timer)
    },
  }
}
