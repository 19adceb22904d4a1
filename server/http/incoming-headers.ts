import type { IncomingMessage } from 'node:http'
import type { Credentials } from '../sync/session-watch.ts'

/** Headers as far as they are only read. */
export type ReadHeaders = Pick<Headers, 'get'>

/** The headers of a request that Node has read: of one that came twice, all values, as `Headers` joins them. */
export const incomingHeaders = ({ headers }: IncomingMessage): ReadHeaders => ({
  get: name => {
    const value = headers[name]
    return Array.isArray(value) ? value.join(', ') : (value ?? null)
  },
})

/** Just what says who asks. */
export function credentialHeaders({ cookie, authorization }: Credentials): Headers {
  const headers = new Headers()
  if (cookie !== null) headers.set('cookie', cookie)
  if (authorization !== null) headers.set('authorization', authorization)
  return headers
}
