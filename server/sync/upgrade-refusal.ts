import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import { ERROR_STATUS, type ErrorBody } from '../../shared/protocol/errors.ts'

const MESSAGES = {
  'foreign-origin': 'Open Parley itself: this page belongs to another site.',
  unauthenticated: 'Sign in again.',
  'not-found': 'There is no such agreement, or you are not a member of it.',
  'bad-request': 'This address is for WebSocket connections.',
  'rate-limited': 'Too many connections at once. Close other windows, or wait a minute.',
  unavailable: 'The server cannot take this right now. Try again in a moment.',
  internal: 'Something went wrong on our side. Try again in a moment.',
} as const

/** Why a request for a socket gets none. */
export type UpgradeRefusal = keyof typeof MESSAGES

export const bodyOf = (kind: UpgradeRefusal): ErrorBody => ({ kind, message: MESSAGES[kind] })

/** Answers over a connection that was about to become a socket, and ends it. */
export function refuseUpgrade(tcp: Socket, kind: UpgradeRefusal): void {
  if (tcp.destroyed) return
  const status = ERROR_STATUS[kind]
  const body = JSON.stringify(bodyOf(kind))
  tcp.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\nConnection: close\r\nContent-Type: application/json\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  )
}
