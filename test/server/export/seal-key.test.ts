import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loadSealKey } from '../../../server/export/seal-key.ts'
import { createFileKeys } from '../../../server/store/file-keys.ts'
import { readCertificate } from '../../../shared/sealing/cms-seal.ts'
import { createWebCryptoPort } from '../../../shared/sealing/web-crypto-port.ts'

const crypto = createWebCryptoPort(globalThis.crypto.subtle)
const AT = new Date('2027-02-03T10:00:00Z')
let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parley-seal-'))
})
afterEach(() => rm(folder, { recursive: true }))

describe('the seal key', () => {
  it('signs what its certificate verifies', async () => {
    const key = await loadSealKey(createFileKeys(folder), AT)
    const data = new TextEncoder().encode('covered bytes')
    const publicKey = readCertificate(key.certificate)?.publicKey ?? new Uint8Array()
    const signature = await key.sign(data)
    expect(await crypto.verify('ES256', publicKey, signature, data)).toBe(true)
    expect(await crypto.verify('ES256', publicKey, signature, data.subarray(1))).toBe(false)
  })

  it('is kept, readable by its owner alone, and leaves no other file', async () => {
    const made = await loadSealKey(createFileKeys(folder), AT)
    const loaded = await loadSealKey(createFileKeys(folder), new Date('2028-01-01T00:00:00Z'))
    expect(loaded.certificate).toEqual(made.certificate)
    expect(await readdir(folder)).toEqual(['seal.pem'])
    expect((await stat(join(folder, 'seal.pem'))).mode & 0o777).toBe(0o600)
  })

  it('is one key when several servers start on one folder at once', async () => {
    const keys = await Promise.all(Array.from({ length: 8 }, () => loadSealKey(createFileKeys(folder), AT)))
    for (const key of keys) expect(key.certificate).toEqual(keys[0]?.certificate)
  })

  it.each([
    ['an empty file', ''],
    ['another text', 'not a key'],
    [
      'a key that is none',
      '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n',
    ],
    ['half a file', '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n'],
  ])('is never replaced: %s is an error that says what to do', async (_, content) => {
    await writeFile(join(folder, 'seal.pem'), content)
    await expect(loadSealKey(createFileKeys(folder), AT)).rejects.toThrow(
      /seal\.pem is damaged: put it back from a backup/,
    )
  })
})
