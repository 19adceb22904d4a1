import { ERROR_STATUS, type ErrorKind } from '../../shared/protocol/errors.ts'
import { CLOSE } from '../../shared/protocol/wire.ts'

/** What the end of a connection means for the next one. */
export type CloseMeaning =
  | { readonly kind: 'retry' }
  | { readonly kind: 'access-changed' }
  | { readonly kind: 'refused'; readonly why: ErrorKind }

/** WebSocket's own code for a frame above the limit. */
const TOO_BIG = 1009

const REFUSALS: Partial<Record<number, ErrorKind>> = {
  [CLOSE.badFrame]: 'bad-request',
  [CLOSE.unauthenticated]: 'unauthenticated',
  [CLOSE.forbidden]: 'forbidden',
  [CLOSE.unknownRoom]: 'not-found',
  [TOO_BIG]: 'too-large',
}

/** A reason from the wire as an error kind; a newer server's kinds read as `forbidden`. */
export const readReason = (reason: string): ErrorKind =>
  Object.hasOwn(ERROR_STATUS, reason) ? (reason as ErrorKind) : 'forbidden'

/** Reconnecting heals what is not the server's decision; a refusal would only be repeated. */
export function readClose(code: number, reason: string): CloseMeaning {
  if (code === CLOSE.accessChanged) return { kind: 'access-changed' }
  const why = REFUSALS[code]
  if (!why) return { kind: 'retry' }
  return { kind: 'refused', why: Object.hasOwn(ERROR_STATUS, reason) ? readReason(reason) : why }
}

/** Refusals that pass by themselves: the same changes are worth sending again soon. */
export const isPassing = (why: ErrorKind): boolean =>
  why === 'unavailable' || why === 'rate-limited' || why === 'internal'
