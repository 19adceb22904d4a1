import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { readOrMakeSecret } from '../../../server/http/secret.ts'
import { createFileKeys } from '../../../server/store/file-keys.ts'

const folder = mkdtempSync(join(tmpdir(), 'parley-secret-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it('makes a secret once, for this user’s eyes only, and leaves nothing else behind', async () => {
  const keys = createFileKeys(folder)
  const made = await readOrMakeSecret(keys)
  expect(made).toHaveLength(43)
  expect(await readOrMakeSecret(keys)).toBe(made)
  expect(readFileSync(join(folder, 'secret'), 'utf8')).toBe(made)
  expect(statSync(join(folder, 'secret')).mode & 0o777).toBe(0o600)
  expect(readdirSync(folder)).toEqual(['secret'])
})
