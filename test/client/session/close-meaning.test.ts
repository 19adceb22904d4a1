import { describe, expect, it } from 'vitest'
import { readClose, readReason } from '../../../client/session/close-meaning.ts'

describe('the end of a connection', () => {
  it.each([
    [1000, '', { kind: 'retry' }],
    [1006, '', { kind: 'retry' }],
    [1012, 'going-down', { kind: 'retry' }],
    [4503, 'unavailable', { kind: 'retry' }],
    [4429, 'rate-limited', { kind: 'retry' }],
    [4001, 'access-changed', { kind: 'access-changed' }],
    [4400, 'bad-request', { kind: 'refused', why: 'bad-request' }],
    [4401, '', { kind: 'refused', why: 'unauthenticated' }],
    [4403, 'sealed', { kind: 'refused', why: 'sealed' }],
    [4403, 'toString', { kind: 'refused', why: 'forbidden' }],
    [4404, 'not-found', { kind: 'refused', why: 'not-found' }],
    [1009, '', { kind: 'refused', why: 'too-large' }],
  ])('with code %i and reason "%s" means %o', (code, reason, meaning) => {
    expect(readClose(code, reason)).toEqual(meaning)
  })

  it('reads a reason that a newer server invented as forbidden', () => {
    expect(readReason('some-new-kind')).toBe('forbidden')
    expect(readReason('constructor')).toBe('forbidden')
  })
})
