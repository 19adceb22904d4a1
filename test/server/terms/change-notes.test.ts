import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createMemoryAgreementStore } from '../../../server/store/memory-agreement-store.ts'
import { createChangeNotes } from '../../../server/terms/change-notes.ts'
import { agreementFixture, memberFixture } from '../../contract/agreement-fixtures.ts'
import { silentLog } from '../../support/silent-log.ts'

const AT = Date.parse('2026-11-26T08:00:00.000Z')
const idOf = (n: number) => `agreement-${String(n).padStart(10, '0')}`

describe('notes of changes', () => {
  let store = createMemoryAgreementStore()
  let writes: number[] = []
  let notes = createChangeNotes(store, silentLog)
  beforeEach(async () => {
    vi.useFakeTimers()
    store = createMemoryAgreementStore()
    writes = []
    await store.create(agreementFixture({ id: idOf(0) }), memberFixture({ agreementId: idOf(0) }))
    const touch: typeof store.touch = changes => {
      writes.push(changes.length)
      return store.touch(changes)
    }
    notes = createChangeNotes({ ...store, touch }, silentLog)
  })
  afterEach(() => vi.useRealTimers())
  const note = (n: number, at = AT) => notes.note({ agreementId: idOf(n), userId: 'ben', at })

  it('are in the store two seconds later, the last of each agreement, all in one write', async () => {
    note(0, AT - 1)
    note(0)
    note(1)
    await vi.advanceTimersByTimeAsync(1999)
    expect(writes).toEqual([])
    await vi.advanceTimersByTimeAsync(1)
    expect(writes).toEqual([2])
    expect(await store.find(idOf(0))).toMatchObject({
      changedAt: '2026-11-26T08:00:00.000Z',
      changedBy: 'ben',
    })
  })

  it('are written less often while much is going on', async () => {
    for (let n = 0; n < 101; n++) note(n)
    await vi.advanceTimersByTimeAsync(2000)
    note(0)
    await vi.advanceTimersByTimeAsync(9999)
    expect(writes).toEqual([101])
    await vi.advanceTimersByTimeAsync(1)
    note(0)
    await vi.advanceTimersByTimeAsync(2000)
    expect(writes).toEqual([101, 1, 1])
  })

  it('are written at once in the end', async () => {
    note(0)
    await notes.close()
    expect(writes).toEqual([1])
  })
})
