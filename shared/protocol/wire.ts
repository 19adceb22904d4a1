import { assert } from '../result.ts'

/** The two rooms of an agreement on the wire, at `/sync/<agreementId>/<room>`. */
export const ROOMS = ['body', 'discussion'] as const
export type RoomName = (typeof ROOMS)[number]

/** Names one room: the agreement's id and which of its documents. */
export interface RoomKey {
  readonly agreementId: string
  readonly room: RoomName
}

/** The room's name on the wire, in the record's hash chain and in logs: `<agreementId>/<room>`. */
export const roomName = (key: RoomKey): string => `${key.agreementId}/${key.room}`

/** The room that `roomName` named. */
export function roomKey(name: string): RoomKey {
  const [agreementId = '', room = ''] = name.split('/')
  assert(isRoomName(room), 'a room name was made by roomName')
  return { agreementId, room }
}

/** Whether a string from outside names one of an agreement's rooms. */
export const isRoomName = (text: string): text is RoomName => (ROOMS as readonly string[]).includes(text)

/** First varint of each frame: the y-websocket protocol, and `saved`, which only clients that ask with `?saved=1` get. */
export const MESSAGE = { sync: 0, awareness: 1, auth: 2, queryAwareness: 3, saved: 4 } as const

/** Second varint of a `sync` frame. Step 2 and update both carry an update and both count towards `saved`. */
export const SYNC = { step1: 0, step2: 1, update: 2 } as const

/** Second varint of an `auth` frame; followed by the reason, one of `ErrorKind`. The socket stays open for reading. */
export const AUTH_DENIED = 0

/** Bytes. A frame above the limit closes the socket with 1009. */
export const LIMITS = {
  frameBytes: 8 * 1024 * 1024,
  awarenessBytes: 4 * 1024,
  titleCharacters: 300,
} as const

/** Close codes that Parley adds. The reason is one of `ErrorKind` or, for 4001, `access-changed`. */
export const CLOSE = {
  accessChanged: 4001, // status, role or membership changed: read the agreement again, then reconnect
  badFrame: 4400,
  unauthenticated: 4401,
  forbidden: 4403,
  unknownRoom: 4404,
  rateLimited: 4429,
  unavailable: 4503, // the store cannot write: reconnect later, nothing acknowledged is lost
  goingDown: 1012,
} as const
