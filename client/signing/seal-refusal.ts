import { z } from 'zod'
import type { ApiError } from '../api/api-error.ts'

/** Why nothing was sealed: a line that says it, and what there is to put right, each with its place where it has one. */
export interface SealRefusal {
  readonly message: string
  readonly points: readonly { readonly text: string; readonly blockId: string | null }[]
}

const notReadySchema = z.array(z.looseObject({ message: z.string() }))
const unprintableSchema = z.array(
  z.looseObject({
    blockId: z.string().nullable(),
    character: z.string(),
    codePoint: z.string(),
    excerpt: z.string(),
  }),
)

/** Reads the server's refusal of a seal; details that are not as expected leave its message. */
export function sealRefusal(error: ApiError): SealRefusal {
  if (error.kind === 'not-ready') {
    const problems = notReadySchema.safeParse(error.details)
    return {
      message: 'The text cannot be sealed yet.',
      points: problems.success
        ? problems.data.map(({ message, blockId }) => ({
            text: message,
            blockId: typeof blockId === 'string' ? blockId : null,
          }))
        : [],
    }
  }
  if (error.kind === 'unprintable-text') {
    const places = unprintableSchema.safeParse(error.details)
    return {
      message:
        'The text has characters that the signed PDF could not show. Replace them, so that everybody signs what they can read on paper, too.',
      points: places.success
        ? places.data.map(({ blockId, codePoint, excerpt }) => ({
            text: `${codePoint} in ${blockId === null ? 'the title' : 'the text'}: “${excerpt}”`,
            blockId,
          }))
        : [],
    }
  }
  if (error.kind === 'offline')
    return {
      message:
        'The server cannot be reached, so it is not known whether the text was sealed. Check your connection; the agreement shows where it stands.',
      points: [],
    }
  return { message: error.message, points: [] }
}
