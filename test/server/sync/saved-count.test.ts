import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SavedCount } from '../../../server/sync/saved-count.ts'

type Fate = 'durable' | 'refused' | 'open'

describe('the saved count', () => {
  it('is the number of first messages that are durable, in whatever order their fates become known', () => {
    const fate = fc.constantFrom<Fate>('durable', 'durable', 'durable', 'durable', 'refused', 'open')
    fc.assert(
      fc.property(fc.array(fc.tuple(fate, fc.nat()), { maxLength: 30 }), messages => {
        const count = new SavedCount()
        const known: Fate[] = messages.map(() => 'open')
        for (const _ of messages) count.begin()
        const order = messages.map(([fate, rank], index) => ({ fate, rank, index }))
        for (const { fate, index } of order.sort((a, b) => a.rank - b.rank)) {
          known[index] = fate
          if (fate === 'durable') count.durable(index + 1)
          if (fate === 'refused') count.refuse(index + 1)
          const firstNot = known.findIndex(each => each !== 'durable')
          expect(count.value).toBe(firstNot === -1 ? messages.length : firstNot)
        }
      }),
    )
  })

  it('grows with messages that come later', () => {
    const count = new SavedCount()
    expect(count.value).toBe(0)
    count.durable(count.begin())
    expect(count.value).toBe(1)
    const refused = count.begin()
    expect(count.value).toBe(1)
    count.refuse(refused)
    count.durable(count.begin())
    expect(count.value).toBe(1)
  })
})
