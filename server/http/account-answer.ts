import { PASSWORD_CHARACTERS } from '../../shared/protocol/api.ts'
import { ERROR_STATUS, type ErrorBody, type ErrorKind } from '../../shared/protocol/errors.ts'
import { kindOfStatus } from './error-response.ts'

const TAKEN = {
  kind: 'conflict',
  message: 'There is an account with this e-mail address already. Sign in instead.',
} as const

const BY_CODE: Readonly<Record<string, { readonly kind: ErrorKind; readonly message: string }>> = {
  USER_ALREADY_EXISTS: TAKEN,
  USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL: TAKEN,
  INVALID_EMAIL_OR_PASSWORD: {
    kind: 'unauthenticated',
    message: 'E-mail address and password do not match. Check both and try again.',
  },
  INVALID_EMAIL: {
    kind: 'bad-request',
    message: 'This is not an e-mail address. Check it for a typing error.',
  },
  INVALID_NAME: {
    kind: 'bad-request',
    message: 'Enter your name as it shall stand on agreements: one line of at most 200 characters.',
  },
  PASSWORD_TOO_SHORT: {
    kind: 'bad-request',
    message: `Choose a password of at least ${PASSWORD_CHARACTERS.min} characters.`,
  },
  PASSWORD_TOO_LONG: {
    kind: 'bad-request',
    message: `Choose a password of at most ${PASSWORD_CHARACTERS.max} characters.`,
  },
}

const BY_KIND: Partial<Record<ErrorKind, string>> = {
  unauthenticated: 'Sign in first, then try again.',
  'rate-limited': 'Too many tries. Wait a minute, then try again.',
  'not-found': 'This does not exist.',
  internal: 'Something went wrong on our side. Try again in a moment.',
}

/** An answer of the account library, its refusals in the form that every other route gives. */
export async function accountAnswer(answer: Response): Promise<Response> {
  if (answer.status < 400) return answer
  const told: unknown = await answer.json().catch(() => null)
  const code = told !== null && typeof told === 'object' && 'code' in told ? String(told.code) : ''
  const kind = kindOfStatus(answer.status)
  const body: ErrorBody = BY_CODE[code] ?? {
    kind,
    message: BY_KIND[kind] ?? 'This did not work. Check what you entered and try again.',
  }
  const headers = new Headers(answer.headers)
  headers.delete('content-length')
  headers.set('content-type', 'application/json')
  return new Response(JSON.stringify(body), { status: ERROR_STATUS[body.kind], headers })
}
