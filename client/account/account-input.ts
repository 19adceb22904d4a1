import { z } from 'zod'
import { PASSWORD_CHARACTERS } from '../../shared/protocol/api.ts'

export interface AccountInput {
  readonly name: string
  readonly email: string
  readonly password: string
}

export type AccountProblems = Partial<Record<keyof AccountInput, string>>

const isEmail = (text: string) => z.email().safeParse(text.trim()).success

/** What is wrong with each field, in words that say how to put it right; empty when nothing is. */
export function accountProblems(input: AccountInput, mode: 'sign-up' | 'sign-in' | 'link'): AccountProblems {
  const problems: AccountProblems = {}
  if (mode === 'sign-up' && input.name.trim() === '')
    problems.name = 'Write your name as the others know it. It stands beside what you write and sign.'
  if (input.email.trim() === '') problems.email = 'Write your e-mail address.'
  else if (!isEmail(input.email))
    problems.email = 'This is not a complete e-mail address, such as ada@example.org.'
  if (mode === 'link') return problems
  if (input.password === '') problems.password = 'Write a password.'
  else if (mode === 'sign-up' && input.password.length < PASSWORD_CHARACTERS.min)
    problems.password = `Too short: use at least ${PASSWORD_CHARACTERS.min} characters.`
  else if (input.password.length > PASSWORD_CHARACTERS.max)
    problems.password = `Too long: use at most ${PASSWORD_CHARACTERS.max} characters.`
  return problems
}
