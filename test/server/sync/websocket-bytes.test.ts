import { once } from 'node:events'
import { createServer } from 'node:net'
import { describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { webSocketBytes } from '../../../server/sync/websocket-bytes.ts'

const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11'

describe('frames on the wire', () => {
  it('are read by a stock client as the messages that they were, at every size at which the head changes', async () => {
    const messages = [0, 1, 125, 126, 127, 65_535, 65_536, 70_000].map((length, index) =>
      new Uint8Array(length).fill(index + 1),
    )
    const { createHash } = await import('node:crypto')
    const server = createServer(tcp => {
      tcp.once('data', request => {
        const key = /Sec-WebSocket-Key: (.*)\r\n/i.exec(String(request))?.[1] ?? ''
        const accept = createHash('sha1').update(`${key}${GUID}`).digest('base64')
        tcp.write(
          `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
        )
        tcp.write(webSocketBytes(messages))
      })
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()
    const port = typeof address === 'object' ? address?.port : 0
    const client = new WebSocket(`ws://127.0.0.1:${port}`)
    const received: Uint8Array[] = []
    client.on('message', data => received.push(new Uint8Array(data as Buffer)))
    while (received.length < messages.length) await once(client, 'message')
    expect(received.map(({ length }) => length)).toEqual(messages.map(({ length }) => length))
    expect(received.every((bytes, at) => bytes.every(byte => byte === at + 1))).toBe(true)
    client.terminate()
    server.close()
  })
})
