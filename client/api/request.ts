import { z } from 'zod'
import { ERROR_STATUS, type ErrorKind } from '../../shared/protocol/errors.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { ApiError } from './api-error.ts'

export type Answer<T> = Promise<Result<T, ApiError>>

export interface Ask<T> {
  readonly method?: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  readonly body?: unknown
  readonly answer: z.ZodType<T>
}

/** A dead connection never answers by itself; uploads of a signed PDF over a slow line still end well before this. */
const PATIENCE_MS = 45_000

const kindOf = (text: unknown): ErrorKind | null =>
  typeof text === 'string' && Object.hasOwn(ERROR_STATUS, text) ? (text as ErrorKind) : null

const refusalSchema = z.looseObject({
  kind: z.string().optional(),
  message: z.string().optional(),
})

/** A status without a body that we know comes from something between us and the server. */
function kindOfStatus(status: number): ErrorKind {
  const byStatus: Partial<Record<number, ErrorKind>> = {
    401: 'unauthenticated',
    403: 'forbidden',
    404: 'not-found',
    409: 'conflict',
    413: 'too-large',
    429: 'rate-limited',
  }
  return (
    byStatus[status] ??
    (status >= 502 && status <= 504 ? 'unavailable' : status >= 500 ? 'internal' : 'bad-request')
  )
}

function readRefusal(status: number, body: unknown): ApiError {
  const parsed = refusalSchema.safeParse(body)
  const refusal = parsed.success ? parsed.data : {}
  const details = 'details' in refusal ? { details: refusal.details } : {}
  return {
    kind: kindOf(refusal.kind) ?? kindOfStatus(status),
    message: refusal.message ?? 'The server refused this. Please try again.',
    ...details,
  }
}

const OFFLINE: ApiError = {
  kind: 'offline',
  message: 'The server cannot be reached. Check your connection and try again.',
}

const UNREADABLE: ApiError = {
  kind: 'internal',
  message:
    'The server’s answer could not be read. Reload this page to get the newest version, then try again.',
}

/** The body as JSON, null when it is empty or something else. */
async function readBody(response: Response): Promise<unknown> {
  const text = await response.text()
  try {
    return text === '' ? null : JSON.parse(text)
  } catch {
    // An error page of a proxy: the status says all there is to know.
    return null
  }
}

/** Why the server refused, from an answer that is no success. */
export const readFailure = async (response: Response): Promise<ApiError> =>
  readRefusal(response.status, await readBody(response))

/** One request to our own server with the session cookie. Never throws: what went wrong is a value. */
export async function request<T>(fetch: typeof globalThis.fetch, path: string, ask: Ask<T>): Answer<T> {
  const asBytes = ask.body instanceof Blob
  const headers: Record<string, string> = { accept: 'application/json' }
  if (ask.body !== undefined) headers['content-type'] = asBytes ? 'application/pdf' : 'application/json'
  try {
    const response = await fetch(path, {
      method: ask.method ?? 'GET',
      headers,
      credentials: 'same-origin',
      signal: AbortSignal.timeout(PATIENCE_MS),
      ...(ask.body === undefined ? {} : { body: asBytes ? (ask.body as Blob) : JSON.stringify(ask.body) }),
    })
    if (!response.ok) return err(await readFailure(response))
    const body = await readBody(response)
    const answer = ask.answer.safeParse(body)
    return answer.success ? ok(answer.data) : err(UNREADABLE)
  } catch {
    // fetch rejects only when there was no answer: no network, a cut connection, or our patience ended.
    return err(OFFLINE)
  }
}
