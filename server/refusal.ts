import type { ErrorKind } from '../shared/protocol/errors.ts'

/** Why a use case refused, and what the caller can act on. `message` replaces the usual words of the kind. */
export interface Refusal {
  readonly kind: ErrorKind
  readonly message?: string
  readonly details?: unknown
}
