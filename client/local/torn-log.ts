import { deleteDB, openDB } from 'idb'

/** Empty, and gone again at once. Tabs may share it: nothing is kept in it. */
const PASSING_DATABASE = 'parley-passing'

const isChromium = () => /Chrom(e|ium)\//.test(globalThis.navigator?.userAgent ?? '')

/**
 * Call it before the first write to a database that may have lived through a kill or a power cut; it never fails. Chromium keeps
 * the databases of a site in LevelDB, whose log may then end in half a record. LevelDB reads up to there without complaint and
 * writes on behind it (google/leveldb#1287): at the start after next the log counts as corrupt, and Chromium throws away every
 * database of the site. Deleting a database makes LevelDB put what it has read into tables and begin a new log; that takes
 * about 8 ms, in a store of 100 MB too. Other browsers keep databases in SQLite, which cuts off what was torn.
 */
export async function leaveTornLog(): Promise<void> {
  if (!isChromium()) return
  try {
    const passing = await openDB(PASSING_DATABASE, 1, { blocking: (_old, _new, event) => closeAt(event) })
    passing.close()
    await deleteDB(PASSING_DATABASE)
  } catch {
    // Storage that does not work is told by the one who opens the database that is wanted.
  }
}

const closeAt = (event: IDBVersionChangeEvent) => (event.target as IDBDatabase).close()
