import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SentFrames } from '../../../client/session/sent-frames.ts'

const update = (ticket: number, at = 0) => ({
  position: { ticket, seq: 100 + ticket, born: 7 },
  carriesAll: false,
  at,
})
const answer = (ticket: number, seq: number) => ({
  position: { ticket, seq, born: 7 },
  carriesAll: true,
  at: 0,
})

describe('what a connection has sent', () => {
  it('proves nothing before the answer of the handshake is durable', () => {
    const frames = new SentFrames()
    frames.sent(update(1))
    frames.sent(answer(2, 40))
    expect(frames.acknowledge(1)).toBeNull()
    expect(frames.acknowledge(2)).toEqual({ ticket: 2, seq: 40, born: 7 })
  })

  it('proves the rows that were in the answer and the own updates sent since', () => {
    const frames = new SentFrames()
    frames.sent(answer(3, 40))
    frames.sent(update(4))
    frames.sent(update(5))
    expect(frames.acknowledge(2)).toEqual({ ticket: 4, seq: 40, born: 7 })
    expect(frames.acknowledge(2)).toBeNull()
    expect(frames.acknowledge(3)).toEqual({ ticket: 5, seq: 40, born: 7 })
  })

  it('says since when the oldest frame waits', () => {
    const frames = new SentFrames()
    expect(frames.unacknowledgedSince()).toBeNull()
    frames.sent(update(1, 10))
    frames.sent(update(2, 20))
    expect(frames.unacknowledgedSince()).toBe(10)
    frames.acknowledge(1)
    expect(frames.unacknowledgedSince()).toBe(20)
  })

  it('never believes more than it sent, whatever a server counts', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -5, max: 50 })), fc.nat(20), (counts, sent) => {
        const frames = new SentFrames()
        frames.sent(answer(0, 1))
        for (let ticket = 1; ticket <= sent; ticket++) frames.sent(update(ticket))
        for (const count of counts) {
          const position = frames.acknowledge(count)
          expect(position?.ticket ?? 0).toBeLessThanOrEqual(Math.min(sent, Math.max(0, count - 1)))
        }
      }),
    )
  })
})
