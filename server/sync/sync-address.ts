import { isId } from '../../shared/ids.ts'
import { isRoomName, type RoomKey } from '../../shared/protocol/wire.ts'

/** What the address of a socket asks for. */
export interface SyncAddress {
  readonly key: RoomKey
  /** The client wants to be told how much of what it sent is durable. */
  readonly wantsSaved: boolean
}

const ADDRESS = /^\/sync\/([^/?]+)\/([^/?]+)(?:\?(.*))?$/

/** Reads a request's target, `/sync/<agreementId>/<room>`; null when it names no room. Nothing is decoded: ids need no escapes. */
export function readSyncAddress(target: string): SyncAddress | null {
  const [, agreementId, room = '', query = ''] = ADDRESS.exec(target) ?? []
  if (!isId(agreementId) || !isRoomName(room)) return null
  return { key: { agreementId, room }, wantsSaved: new URLSearchParams(query).get('saved') === '1' }
}
