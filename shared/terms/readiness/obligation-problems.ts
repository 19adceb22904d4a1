import type { Terms } from '../terms.ts'
import { type Problem, problem } from './problem.ts'

const shorten = (text: string) => (text.trim() === '' ? 'An obligation' : `“${text.trim().slice(0, 60)}”`)

/** Obligations that nobody owes, that say nothing, or that are never due. */
export function obligationProblems(terms: Terms): readonly Problem[] {
  return terms.obligations.flatMap(({ id, partyId, due, recurrence, text }) => {
    const say = (kind: string, message: string, advice: string) =>
      problem(kind, id, { severity: 'error', topic: 'obligations', message, advice })
    const out: Problem[] = []
    if (!terms.parties.some(party => party.id === partyId))
      out.push(
        say('obligation-party', `${shorten(text)} does not say which party owes it.`, 'Choose the party.'),
      )
    if (text.trim() === '')
      out.push(
        say(
          'obligation-text',
          'An obligation does not say what is to be done.',
          'Write what the party shall do.',
        ),
      )
    if (!due && !recurrence)
      out.push(say('obligation-date', `${shorten(text)} has no date.`, 'Say by when, or how often.'))
    return out
  })
}
