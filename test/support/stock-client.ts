import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import type { RoomName } from '../../shared/protocol/wire.ts'
import type { TestPerson } from './test-person.ts'

/** A Yjs document that the unchanged y-websocket client keeps in step with a server. */
export interface StockClient {
  readonly doc: Y.Doc
  readonly provider: WebsocketProvider
  /** Codes with which the server closed, in order. */
  readonly closeCodes: readonly number[]
  close(): void
}

/** Connects as a person; settles when the server's state is there. */
export async function connectStockClient(
  serverUrl: string,
  person: TestPerson,
  agreementId: string,
  room: RoomName = 'body',
): Promise<StockClient> {
  const doc = new Y.Doc({ gc: false })
  const closeCodes: number[] = []
  class SignedIn extends WebSocket {
    constructor(url: string) {
      super(url, { headers: { authorization: `Bearer ${person.token}` } })
      this.on('close', code => closeCodes.push(code))
    }
  }
  const provider = new WebsocketProvider(
    `${serverUrl.replace('http', 'ws')}/sync/${agreementId}`,
    room,
    doc,
    {
      WebSocketPolyfill: SignedIn as unknown as typeof globalThis.WebSocket,
      disableBc: true,
    },
  )
  await new Promise<void>(resolve => {
    provider.on('sync', (synced: boolean) => synced && resolve())
  })
  return {
    doc,
    provider,
    closeCodes,
    close() {
      provider.destroy()
      doc.destroy()
    },
  }
}
