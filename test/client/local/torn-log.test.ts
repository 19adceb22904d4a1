import 'fake-indexeddb/auto'
import { deleteDB, openDB } from 'idb'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { leaveTornLog, PASSING_DATABASE } from '../../../client/local/torn-log.ts'

const databases = async () => (await indexedDB.databases()).map(({ name }) => name)

describe('leaving a log that may be torn', () => {
  beforeEach(() => {
    vi.stubGlobal('navigator', { userAgent: 'Mozilla/5.0 Chrome/150.0.0.0' })
  })
  afterEach(() => {
    vi.unstubAllGlobals()
    vi.restoreAllMocks()
  })

  it('leaves nothing behind, in many tabs at once', async () => {
    await Promise.all([leaveTornLog(), leaveTornLog(), leaveTornLog()])
    expect(await databases()).not.toContain(PASSING_DATABASE)
  })

  it('does nothing in other browsers', async () => {
    vi.stubGlobal('navigator', { userAgent: 'Mozilla/5.0 Firefox/140.0' })
    const open = vi.spyOn(indexedDB, 'open')
    await leaveTornLog()
    expect(open).not.toHaveBeenCalled()
  })

  it('holds nobody up when something keeps its database open', async () => {
    const held = await openDB(PASSING_DATABASE, 1)
    await leaveTornLog(20)
    held.close()
    await deleteDB(PASSING_DATABASE)
  })

  it('is silent about storage that does not work', async () => {
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('no storage here', 'SecurityError')
    })
    await expect(leaveTornLog()).resolves.toBeUndefined()
  })
})
