import { describe, expect, it } from 'vitest'
import { peopleHere } from '../../../client/agreement/people-here.ts'

const user = (id: string, name: string) => ({ user: { id, name, color: '#1f4e79' } })

describe('who is in the agreement now', () => {
  it('is everyone else, each once however many tabs they have open, by name', () => {
    const states = new Map<number, unknown>([
      [1, user('ada', 'Ada Lund')],
      [2, user('chidi', 'Chidi Okafor')],
      [3, user('ben', 'Ben Mori')],
      [4, user('ben', 'Ben Mori')],
      [5, user('ada', 'Ada Lund')],
    ])
    expect(peopleHere(states, 1, 'ada').map(({ name }) => name)).toEqual(['Ben Mori', 'Chidi Okafor'])
  })

  it('leaves out what is not a person', () => {
    const odd: unknown[] = [
      null,
      {},
      { user: 'Ben' },
      { user: { id: 'x', name: ' ', color: '#1f4e79' } },
      { user: { id: 'x', name: 'Mallory', color: 'url(https://example.org)' } },
      { user: { id: 'x', name: 'M'.repeat(100_000), color: '#1f4e79' } },
    ]
    expect(peopleHere(new Map(odd.map((state, index) => [index + 2, state])), 1, null)).toEqual([])
  })
})
