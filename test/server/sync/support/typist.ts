import * as decoding from 'lib0/decoding'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { BODY } from './engine-fixture.ts'

/** Where somebody types who has an account, and how often; the engine's own fixture when left out. */
export interface TypistPlace {
  readonly agreementId?: string
  readonly token?: string
  readonly everyMs?: number
}

/**
 * A stock provider that types a word every few milliseconds, connected or not, and asks what is saved. It knows which of its
 * words the server called saved, and which words of others it has seen.
 */
export class Typist {
  readonly doc = new Y.Doc()
  readonly typed: string[] = []
  readonly saved = new Set<string>()
  readonly seen = new Set<string>()
  readonly #provider: WebsocketProvider
  readonly #typing: NodeJS.Timeout
  /** For each update-carrying message of this connection, the words that it carries. */
  #sent: string[][] = []

  constructor(name: string, url: string, onSaved: () => void, as: TypistPlace = {}) {
    const { agreementId = BODY.agreementId, token, everyMs = 4 } = as
    const headers = token === undefined ? {} : { authorization: `Bearer ${token}` }
    const noteSent = (data: Uint8Array) => this.#noteSent(data)
    const reconnected = () => {
      this.#sent = []
    }
    class NotingSocket extends WebSocket {
      constructor(address: string, protocols: string[]) {
        super(address, protocols, { headers })
        reconnected()
      }
      override send(data: Uint8Array): void {
        noteSent(data)
        super.send(data)
      }
    }
    this.#provider = new WebsocketProvider(`${url}/sync`, `${agreementId}/${BODY.room}`, this.doc, {
      params: { user: name, saved: '1' },
      WebSocketPolyfill: NotingSocket as never,
      disableBc: true,
      maxBackoffTime: 20,
    })
    this.#provider.messageHandlers[4] = (_encoder, decoder) => {
      const count = decoding.readVarUint(decoder)
      for (const words of this.#sent.slice(0, count)) for (const word of words) this.saved.add(word)
      onSaved()
    }
    const words = this.doc.getMap('words')
    words.observe(({ keys, transaction }) => {
      if (transaction.origin === this.#provider) for (const word of keys.keys()) this.seen.add(word)
    })
    this.#typing = setInterval(() => {
      const word = `${name}-${this.typed.length}`
      this.typed.push(word)
      words.set(word, true)
    }, everyMs)
  }

  stopTyping(): void {
    clearInterval(this.#typing)
  }

  stop(): void {
    this.stopTyping()
    this.#provider.destroy()
    this.#provider.awareness.destroy()
  }

  /** Step 2 carries all words so far, an update the one that was just typed. */
  #noteSent([message, part]: Uint8Array): void {
    if (message !== 0 || part === 0) return
    this.#sent.push(part === 1 ? [...this.typed] : this.typed.slice(-1))
  }
}
