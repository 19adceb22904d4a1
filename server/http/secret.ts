import { randomBytes } from 'node:crypto'
import type { ServerKeys } from '../store/server-keys.ts'

/** The key that signs session cookies: made on the first start. */
export const readOrMakeSecret = async (keys: ServerKeys): Promise<string> =>
  (await keys.read('secret')) ?? (await keys.keep('secret', randomBytes(32).toString('base64url')))
