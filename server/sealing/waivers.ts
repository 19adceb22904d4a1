import type { SealRequest } from '../../shared/protocol/api.ts'
import type { Waiver } from '../../shared/sealing/manifest.ts'
import type { Problem } from '../../shared/terms/readiness/problem.ts'
import { readinessOf } from '../../shared/terms/readiness/readiness.ts'
import { waiverKey } from '../../shared/terms/readiness/waiver-key.ts'
import type { ReadBody } from '../terms/body-reader.ts'
import type { SealProblem } from './seal-problems.ts'

/** The errors of readiness of a text: those that nobody let stand, and those that somebody did, with the reason. */
export interface JudgedErrors {
  readonly open: readonly SealProblem[]
  readonly waivers: readonly Waiver[]
}

const MESSAGE_CHARACTERS = 1000

/** Readiness is asked again here: what a client sends only says what may stand, never what is wrong. */
export function judgeErrors(
  { body, terms }: Pick<ReadBody, 'body' | 'terms'>,
  waived: SealRequest['waivers'],
  waivedBy: Waiver['waivedBy'],
): JudgedErrors {
  const reasons = new Map(waived.map(({ problem, reason }) => [problem, reason.trim()]))
  const errors = readinessOf(body, terms).filter(({ severity }) => severity === 'error')
  const reasonOf = (error: Problem) => reasons.get(waiverKey(error)) ?? ''
  return {
    open: errors
      .filter(error => reasonOf(error) === '')
      .map(error => ({
        problem: 'not-settled',
        message: error.message,
        waiver: waiverKey(error),
        ...(error.blockId !== null && { blockId: error.blockId }),
      })),
    waivers: errors
      .filter(error => reasonOf(error) !== '')
      .map(error => ({
        problem: error.kind,
        place: error.blockId,
        message: cut(error.message),
        reason: reasonOf(error),
        waivedBy,
      })),
  }
}

/** Never inside a character: half a surrogate pair cannot be sealed. */
const cut = (message: string) => message.slice(0, MESSAGE_CHARACTERS).replace(/[\uD800-\uDBFF]$/, '')
