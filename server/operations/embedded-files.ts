import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** The databases of an embedded store, in the order in which a copy is taken: what the first names, the second has. */
export const DATABASES = ['parley.sqlite', 'record.sqlite'] as const

/** The server's own keys beside them; each is made when it is first needed. */
export const KEYS = ['secret', 'seal.pem'] as const

/** Whether the folder holds an embedded store. */
export const holdsStore = (folder: string): boolean => DATABASES.some(name => existsSync(join(folder, name)))

/** Whether another process has one of the folder's databases open, as a server has for as long as it runs. */
export function isInUse(folder: string): boolean {
  return DATABASES.map(name => join(folder, name)).some(file => existsSync(file) && isLocked(file))
}

/** In this mode SQLite wants the file for itself, which it cannot have while others only read. */
function isLocked(file: string): boolean {
  const database = new DatabaseSync(file, { timeout: 0 })
  try {
    database.exec('pragma locking_mode = exclusive; begin exclusive; rollback')
    return false
  } catch (error) {
    if (error instanceof Error && /locked|busy/.test(error.message)) return true
    throw error
  } finally {
    database.close()
  }
}

/** What SQLite itself finds wrong with a file; nothing when it is sound. */
export function damageIn(file: string): string[] {
  const database = new DatabaseSync(file, { readOnly: true })
  try {
    const rows = database
      .prepare('pragma integrity_check')
      .all()
      .map(row => String(row.integrity_check))
    return rows.filter(text => text !== 'ok')
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)]
  } finally {
    database.close()
  }
}
