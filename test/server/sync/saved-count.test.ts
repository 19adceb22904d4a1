import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SavedCount } from '../../../server/sync/saved-count.ts'

type Message = 'queued' | 'nothing-new' | 'refused'

describe('the saved count', () => {
  it('is the number of first messages that are durable, up to the first refused one', () => {
    const message = fc.constantFrom<Message>('queued', 'queued', 'queued', 'nothing-new', 'refused')
    fc.assert(
      fc.property(fc.array(fc.tuple(message, fc.nat({ max: 2 })), { maxLength: 30 }), steps => {
        const count = new SavedCount()
        const messages: { kind: Message; durable: boolean }[] = []
        for (const [kind, commits] of steps) {
          messages.push({ kind, durable: kind === 'nothing-new' })
          if (kind === 'queued') count.queue()
          else if (kind === 'refused') count.refuse()
          else count.nothingNew()
          for (let i = 0; i < commits; i++) {
            const next = messages.find(({ kind, durable }) => kind === 'queued' && !durable)
            if (!next) break
            next.durable = true
            count.durable()
          }
          const firstNot = messages.findIndex(({ durable }) => !durable)
          expect(count.value).toBe(firstNot === -1 ? messages.length : firstNot)
        }
      }),
    )
  })
})
