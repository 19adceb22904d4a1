import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

/** `bytes` from `start` to `end` hold one message; they are good only during the call. */
export type OnMessage = (bytes: Buffer, start: number, end: number) => void

/**
 * A WebSocket client that costs next to nothing, so that the load is not what is measured: it masks with zeros, reads whole
 * chunks and copies no message. Texts and fragmented messages are not for it.
 */
export class BenchSocket {
  readonly tcp: Socket
  onMessage: OnMessage = () => {}
  /** The code with which the server closed; 0 for none. */
  closeCode = 0
  closed = false
  #waiting: Buffer[] = []
  #waitingBytes = 0
  /** Bytes without which the message that has begun is not whole. */
  #need = 2

  private constructor(tcp: Socket) {
    this.tcp = tcp
    tcp.setNoDelay(true)
    tcp.on('error', () => {})
    tcp.on('close', () => {
      this.closed = true
    })
  }

  /** Opens one; throws with the status when the server refuses. Messages are told from the next turn on. */
  static async open(
    url: string,
    headers: Readonly<Record<string, string>>,
    onMessage: OnMessage,
  ): Promise<BenchSocket> {
    const { hostname, port, pathname, search } = new URL(url)
    const tcp = connect(Number(port), hostname)
    const socket = new BenchSocket(tcp)
    socket.onMessage = onMessage
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
    tcp.write(
      `GET ${pathname}${search} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
        `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${randomBytes(16).toString('base64')}\r\n${lines.join('')}\r\n`,
    )
    let head: Buffer = Buffer.alloc(0)
    while (!head.includes('\r\n\r\n')) {
      const chunk = await Promise.race([
        once(tcp, 'data').then(([data]) => data as Buffer),
        once(tcp, 'close').then(() => null),
      ])
      if (!chunk) throw new Error('The server hung up on an upgrade')
      head = Buffer.concat([head, chunk])
      tcp.pause()
      if (!head.includes('\r\n\r\n')) tcp.resume()
    }
    const end = head.indexOf('\r\n\r\n') + 4
    const status = head.subarray(9, 12).toString()
    if (status !== '101') {
      tcp.destroy()
      throw new Error(`The server answered ${status}`)
    }
    tcp.on('data', chunk => socket.#read(chunk))
    socket.#read(head.subarray(end))
    tcp.resume()
    return socket
  }

  /** Sends messages that `frameOf` made, in one write. */
  write(frames: Uint8Array): void {
    this.tcp.write(frames)
  }

  send(message: Uint8Array): void {
    this.tcp.write(frameOf(message))
  }

  destroy(): void {
    this.tcp.destroy()
  }

  #read(chunk: Buffer): void {
    this.#waiting.push(chunk)
    this.#waitingBytes += chunk.length
    if (this.#waitingBytes < this.#need) return
    const bytes = this.#waiting.length === 1 ? chunk : Buffer.concat(this.#waiting)
    let at = 0
    this.#need = 2
    for (;;) {
      if (bytes.length - at < 2) break
      const opcode = (bytes[at] ?? 0) & 15
      let length = (bytes[at + 1] ?? 0) & 127
      let start = at + 2
      if (length === 126) {
        if (bytes.length - at < 4) break
        length = bytes.readUInt16BE(start)
        start += 2
      } else if (length === 127) {
        if (bytes.length - at < 10) break
        length = Number(bytes.readBigUInt64BE(start))
        start += 8
      }
      if (bytes.length - start < length) {
        this.#need = start - at + length
        break
      }
      at = start + length
      if (opcode === 2) this.onMessage(bytes, start, at)
      else if (opcode === 9) this.tcp.write(Uint8Array.of(0x8a, 0x80, 0, 0, 0, 0))
      else if (opcode === 8) this.closeCode = length >= 2 ? bytes.readUInt16BE(start) : 1005
    }
    this.#waiting = at < bytes.length ? [bytes.subarray(at)] : []
    this.#waitingBytes = bytes.length - at
  }
}

/** A message as the binary frame that a client sends; the mask is zero, so that the bytes stay as they are. */
export function frameOf(message: Uint8Array, opcode = 2): Uint8Array {
  const long = message.length > 65_535
  const head = message.length < 126 ? 6 : long ? 14 : 8
  const frame = Buffer.alloc(head + message.length)
  frame[0] = 0x80 | opcode
  if (head === 6) frame[1] = 0x80 | message.length
  else if (long) {
    frame[1] = 0xff
    frame.writeBigUInt64BE(BigInt(message.length), 2)
  } else {
    frame[1] = 0xfe
    frame.writeUInt16BE(message.length, 2)
  }
  frame.set(message, head)
  return frame
}
