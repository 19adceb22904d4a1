import type { Terms } from '../terms.ts'
import { partyName } from './party-problems.ts'
import { type Problem, problem } from './problem.ts'

const shorten = (text: string) => (text.trim() === '' ? 'A step' : `The step “${text.trim().slice(0, 60)}”`)

/** Steps that nobody provides or receives, and parties without a part in the service. */
export function serviceProblems(terms: Terms): readonly Problem[] {
  if (terms.steps.length === 0) {
    return [
      problem('no-steps', null, {
        severity: 'warning',
        topic: 'service',
        message: 'The chain of service is not described.',
        advice: 'Add a step for each hand-over: who provides it, who receives it, and what is handed over.',
      }),
    ]
  }
  return [...terms.steps.flatMap(step => stepProblems(terms, step)), ...idleParties(terms)]
}

function stepProblems(terms: Terms, step: Terms['steps'][number]): readonly Problem[] {
  const known = (id: string | null) => id !== null && terms.parties.some(party => party.id === id)
  const name = shorten(step.handOver)
  const say = (kind: string, severity: Problem['severity'], message: string, advice: string) =>
    problem(kind, step.id, { severity, topic: 'service', message, advice })
  const out: Problem[] = []
  if (!known(step.providerPartyId))
    out.push(
      say(
        'step-provider',
        'error',
        `${name} has nobody who provides it.`,
        'Choose the party that provides it.',
      ),
    )
  if (step.receiver !== 'clients' && !known(step.receiver))
    out.push(
      say(
        'step-receiver',
        'error',
        `${name} has nobody who receives it.`,
        'Choose the party that receives it, or the clients.',
      ),
    )
  if (step.handOver.trim() === '')
    out.push(
      say(
        'step-hand-over',
        'error',
        'A step does not say what is handed over.',
        'Write what is handed over.',
      ),
    )
  if (!terms.kpis.some(kpi => kpi.stepId === step.id))
    out.push(
      say(
        'step-kpi',
        'warning',
        `${name} has no KPI.`,
        'Link a KPI to it if its quality matters to those who receive it.',
      ),
    )
  return out
}

function idleParties(terms: Terms): readonly Problem[] {
  return terms.parties
    .filter(
      party => !terms.steps.some(step => step.providerPartyId === party.id || step.receiver === party.id),
    )
    .map(party =>
      problem('party-without-step', party.id, {
        severity: 'warning',
        topic: 'service',
        message: `${partyName(terms, party.id)} has no step in the chain of service.`,
        advice: 'Add what it provides or receives, or say why it takes part.',
      }),
    )
}
