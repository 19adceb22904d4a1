import { scryptSync } from 'node:crypto'
import type { Passwords } from '../../server/http/better-auth-accounts.ts'

const quickly = (password: string) => scryptSync(password, 'a test', 32, { N: 2 }).toString('hex')

/** Passwords that cost next to nothing: hundreds of people sign up in a run of the tests. No password of a test is worth guessing. */
export const quickPasswords: Passwords = {
  hash: async password => quickly(password),
  verify: async ({ hash, password }) => hash === quickly(password),
}
