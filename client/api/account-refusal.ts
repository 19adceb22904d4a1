import type { ErrorKind } from '../../shared/protocol/errors.ts'
import type { ApiError } from './api-error.ts'

const REFUSALS: Readonly<Record<string, { readonly kind: ErrorKind; readonly message: string }>> = {
  USER_ALREADY_EXISTS: {
    kind: 'conflict',
    message: 'There is an account with this e-mail address already. Sign in instead.',
  },
  USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL: {
    kind: 'conflict',
    message: 'There is an account with this e-mail address already. Sign in instead.',
  },
  INVALID_EMAIL_OR_PASSWORD: {
    kind: 'unauthenticated',
    message: 'E-mail address and password do not match. Check both and try again.',
  },
  INVALID_EMAIL: {
    kind: 'bad-request',
    message: 'This is not an e-mail address. Check it for a typing error.',
  },
  PASSWORD_TOO_SHORT: {
    kind: 'bad-request',
    message: 'The password is too short. Use at least 8 characters.',
  },
  PASSWORD_TOO_LONG: {
    kind: 'bad-request',
    message: 'The password is too long. Use at most 128 characters.',
  },
}

/** What a refusal of the account service means, by its code; an unknown code keeps the kind that its status gives. */
export function accountRefusal(code: string, kind: ErrorKind): ApiError {
  return (
    REFUSALS[code] ?? {
      kind,
      message:
        kind === 'rate-limited'
          ? 'Too many tries. Wait a minute, then try again.'
          : 'This did not work. Check what you typed and try again.',
    }
  )
}
