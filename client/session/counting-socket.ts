import { MESSAGE, SYNC } from '../../shared/protocol/wire.ts'

export type SocketConstructor = typeof WebSocket

/** Calls back for each frame that carries an update, before it goes out. */
export function countingSocket(
  Socket: SocketConstructor,
  sent: (kind: 'answer' | 'update') => void,
): SocketConstructor {
  return class extends Socket {
    override send(data: Parameters<WebSocket['send']>[0]) {
      if (data instanceof Uint8Array && data[0] === MESSAGE.sync) {
        if (data[1] === SYNC.step2) sent('answer')
        else if (data[1] === SYNC.update) sent('update')
      }
      super.send(data)
    }
  }
}
