import type { Problem } from './problem.ts'

/**
 * Names an error in the state in which somebody lets it stand. Should the text change so that the error reads otherwise (another sum,
 * another day), it has another name, and the reason that was given does not cover it.
 */
export const waiverKey = ({ id, message }: Pick<Problem, 'id' | 'message'>): string => `${id}: ${message}`
