import { connect, createServer, type Socket } from 'node:net'

/** A wire between clients and a server that a test can cut. */
export interface CuttableProxy {
  /** As in `http://localhost:41234`. */
  readonly url: string
  readonly port: number
  /** Ends every connection and takes no new one, as when a cable is pulled and the system notices. */
  cut(): Promise<void>
  /** Forwards nothing more but leaves every connection open, also new ones: nobody notices anything. */
  stall(): void
  /** Works again. What was stalled is lost with its connections, as after a router forgot them. */
  restore(): Promise<void>
  /** How many clients are connected. */
  connections(): number
  close(): Promise<void>
}

/** A TCP proxy on a free port in front of `target` (a URL or a port on this machine). */
export async function startCuttableProxy(target: string | number): Promise<CuttableProxy> {
  const targetPort = typeof target === 'number' ? target : Number(new URL(target).port)
  const clients = new Set<Socket>()
  let stalled = false

  const server = createServer(client => {
    // Accepted in the moment of the cut; nobody would ever end it.
    if (!server.listening) {
      client.destroy()
      return
    }
    const upstream = connect(targetPort, '127.0.0.1')
    clients.add(client)
    const end = () => {
      clients.delete(client)
      client.destroy()
      upstream.destroy()
    }
    for (const [from, to] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      from.on('data', chunk => {
        if (!stalled) to.write(chunk)
      })
      from.on('error', end)
      from.on('close', () => {
        // A stalled wire does not tell the other side that this one is gone.
        if (!stalled) end()
      })
    }
  })

  const listen = (port: number) =>
    new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen(port, '127.0.0.1', () => {
        server.off('error', reject)
        resolve()
      })
    })

  const endAll = () => {
    for (const client of [...clients]) {
      client.destroy()
      clients.delete(client)
    }
  }

  await listen(0)
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0

  const cut = async () => {
    stalled = false
    if (!server.listening) return endAll()
    const closed = new Promise<void>(resolve => server.close(() => resolve()))
    endAll()
    await closed
  }

  return {
    url: `http://localhost:${port}`,
    port,
    cut,
    stall() {
      stalled = true
    },
    async restore() {
      stalled = false
      endAll()
      if (!server.listening) await listen(port)
    },
    connections: () => clients.size,
    close: cut,
  }
}
