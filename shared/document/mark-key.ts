import type { MarkJson } from './document-json.ts'

/** Marks that may cover a text more than once, each with an id of its own. */
const OVERLAPPING: ReadonlySet<string> = new Set(['comment'])

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/**
 * The Yjs text attribute that holds a mark: its kind, followed for kinds that may overlap themselves by `--` and eight
 * characters that follow from its id. Everyone who writes the mark must use the same key, or nobody else could take it off.
 */
export function markKey({ type, attrs }: MarkJson): string {
  if (!OVERLAPPING.has(type)) return type
  const id = typeof attrs?.id === 'string' ? attrs.id : ''
  return `${type}--${fourOf(id, 0x811c9dc5)}${fourOf(`${id}.`, 0x01000193)}`
}

/** Four digits of an FNV-1a hash. */
function fourOf(text: string, seed: number): string {
  let hash = seed
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  let digits = ''
  for (let at = 0; at < 4; at++) digits += DIGITS[(hash >>> (at * 6)) & 63]
  return digits
}
