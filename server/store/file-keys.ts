import { randomUUID } from 'node:crypto'
import { link, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { must } from '../../shared/result.ts'
import type { KeyName, ServerKeys } from './server-keys.ts'

/** Keys as files of a folder, readable by this user only. Each comes into being whole or not at all. */
export function createFileKeys(folder: string): ServerKeys {
  const place = (name: KeyName) => join(folder, name)

  const read = async (name: KeyName): Promise<string | null> => {
    try {
      return await readFile(place(name), 'utf8')
    } catch (error) {
      if (hasCode(error, 'ENOENT')) return null
      throw error
    }
  }

  return {
    place,
    read,
    async keep(name, value) {
      const fresh = `${place(name)}.${randomUUID()}`
      await writeFile(fresh, value, { mode: 0o600, flush: true })
      try {
        await link(fresh, place(name))
      } catch (error) {
        if (!hasCode(error, 'EEXIST')) throw error
      } finally {
        await rm(fresh)
      }
      return must(await read(name), 'a key that was just kept is there')
    },
  }
}

const hasCode = (error: unknown, code: string) =>
  error instanceof Error && 'code' in error && error.code === code
