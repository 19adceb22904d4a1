import type { Server } from 'node:http'

/** Ends an HTTP server without cutting off what it is answering. */
export interface Drain {
  /** Takes no new connections; settles when every request has its answer, at the latest after `patienceMs`. */
  stop(patienceMs: number): Promise<void>
  /** Ends what is left, sockets included. */
  end(): Promise<void>
}

export function createDrain(server: Server): Drain {
  let open = 0
  let onIdle: () => void = () => {}
  let closed: Promise<void> = Promise.resolve()

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
    end() {
      server.closeAllConnections()
      return closed
    },
  }
}
