import { describe, expect, it } from 'vitest'
import { Traffic, type TrafficLimits } from '../../../server/sync/traffic.ts'

const LIMITS: TrafficLimits = {
  socketsPerMember: 2,
  socketsPerAddress: 3,
  openingsPerMinute: 5,
  messagesPerSecond: 100,
}

function traffic(limits: Partial<TrafficLimits> = {}) {
  const clock = { now: 0 }
  return { clock, traffic: new Traffic({ ...LIMITS, ...limits }, () => clock.now) }
}

describe('what one may take', () => {
  it('is so many sockets a member, who may have another when one is closed', () => {
    const { traffic: t } = traffic()
    const first = t.enter('ada', 'x')
    expect(t.enter('ada', 'y')).not.toBeNull()
    expect(t.enter('ada', 'z')).toBeNull()
    expect(t.enter('ben', 'z')).not.toBeNull()
    first?.leave()
    expect(t.enter('ada', 'z')).not.toBeNull()
  })

  it('is so many sockets an address, and so many tries in a minute', () => {
    const { traffic: t, clock } = traffic()
    const places = ['ada', 'ben', 'cleo'].map(user => t.enter(user, 'office'))
    expect(t.mayOpen('office')).toBe(false)
    expect(t.mayOpen('home')).toBe(true)
    places[0]?.leave()
    expect([1, 2, 3, 4].map(() => t.mayOpen('office'))).toEqual([true, true, true, true])
    expect(t.mayOpen('office')).toBe(false)
    clock.now = 60_000
    expect(t.mayOpen('office')).toBe(true)
  })

  it('is a rate of messages over all of the member’s sockets: who sends more is not read for as long as it takes', () => {
    const { traffic: t, clock } = traffic()
    const [one, two] = [t.enter('ada', 'x'), t.enter('ada', 'x')]
    const other = t.enter('ben', 'x')
    for (let n = 0; n < 500; n++) expect([one?.pace(1, 0), two?.pace(1, 0)]).toEqual([0, 0])
    expect(one?.pace(1, 0)).toBe(10)
    expect(two?.pace(50, 0)).toBe(510)
    expect(other?.pace(1, 0)).toBe(0)
    clock.now = 10_000
    expect(one?.pace(1, 0)).toBe(0)
  })

  it('counts bytes too, and has no bound where the limit is 0', () => {
    expect(traffic().traffic.enter('ada', 'x')?.pace(1, 8_000_000)).toBeGreaterThan(1000)
    const { traffic: free } = traffic({
      socketsPerMember: 0,
      socketsPerAddress: 0,
      openingsPerMinute: 0,
      messagesPerSecond: 0,
    })
    for (let n = 0; n < 100; n++) {
      expect(free.mayOpen('x')).toBe(true)
      expect(free.enter('ada', 'x')?.pace(1000, 1e9)).toBe(0)
    }
  })
})
