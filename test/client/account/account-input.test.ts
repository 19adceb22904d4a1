import { describe, expect, it } from 'vitest'
import { accountProblems } from '../../../client/account/account-input.ts'

const good = { name: 'Ada Lund', email: 'ada@example.org', password: 'correct horse' }
const fields = (given: Partial<typeof good>, mode: 'sign-up' | 'sign-in' | 'link') =>
  Object.keys(accountProblems({ ...good, ...given }, mode))

describe('what is asked of a new account', () => {
  it('is a name, an e-mail address and a password of at least 10 characters', () => {
    expect(fields({}, 'sign-up')).toEqual([])
    expect(fields({ name: ' ', email: 'ada', password: 'nine char' }, 'sign-up')).toEqual([
      'name',
      'email',
      'password',
    ])
  })

  it('is not asked again of somebody who signs in', () => {
    expect(fields({ name: '', password: 'old' }, 'sign-in')).toEqual([])
    expect(fields({ email: '', password: '' }, 'sign-in')).toEqual(['email', 'password'])
  })

  it('is only the address where a link is sent', () => {
    expect(fields({ name: '', password: '' }, 'link')).toEqual([])
    expect(fields({ email: 'ada@' }, 'link')).toEqual(['email'])
  })

  it('takes an address with spaces around it, as a paste leaves it', () => {
    expect(fields({ email: ' ada@example.org ' }, 'sign-in')).toEqual([])
  })
})
