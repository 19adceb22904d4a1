import type { ErrorKind } from '../../shared/protocol/errors.ts'

/** Why a request gave nothing. `offline`: no answer came at all, so it is not known whether the server did it. */
export interface ApiError {
  readonly kind: ErrorKind | 'offline'
  readonly message: string
  readonly details?: unknown
}
