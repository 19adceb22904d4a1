import { deleteDB, openDB } from 'idb'

/** Empty, and gone again at once. Tabs may share it: nothing is kept in it. */
export const PASSING_DATABASE = 'parley-passing'

/** Storage that hangs is told by the one who opens the database that is wanted. */
const PATIENCE_MS = 1_000

const isChromium = () => /Chrom(e|ium)\//.test(globalThis.navigator?.userAgent ?? '')

/**
 * Call it before the first write to a database that may have lived through a kill or a power cut; it never fails and soon comes
 * back. Chromium keeps the databases of a site in LevelDB, whose log may then end in half a record. LevelDB reads up to there
 * without complaint and writes on behind it (google/leveldb#1287): at the start after next the log counts as corrupt, and
 * Chromium throws away every database of the site. Deleting a database makes LevelDB put what it has read into tables and begin
 * a new log; that takes about 8 ms, in a store of 100 MB too. Other browsers keep databases in SQLite, which cuts off what is torn.
 */
export async function leaveTornLog(patienceMs = PATIENCE_MS): Promise<void> {
  if (!isChromium()) return
  let timer: ReturnType<typeof setTimeout> | undefined
  const longEnough = new Promise<void>(resolve => {
    timer = setTimeout(resolve, patienceMs)
  })
  await Promise.race([beginNewLog().catch(() => undefined), longEnough])
  clearTimeout(timer)
}

async function beginNewLog(): Promise<void> {
  const passing = await openDB(PASSING_DATABASE, 1)
  passing.close()
  await deleteDB(PASSING_DATABASE)
}
