import canonicalize from 'canonicalize'
import { assert, err, ok, type Result } from '../result.ts'

/** Deepest nesting that is taken: more than any text has, less than what exhausts a stack. */
const MAX_DEPTH = 512

/** Why a value has no canonical JSON, and the path of the first place (`body.content[3].attrs.id`). */
export interface NotPlainJson {
  readonly kind: 'not-plain-json'
  readonly path: string
  readonly reason: string
}

const isWellFormed = (text: string) => !/\p{Surrogate}/u.test(text)

const reasonAgainst = (value: unknown, depth: number): string | null => {
  if (depth > MAX_DEPTH) return 'nested too deeply'
  if (value === null || typeof value === 'boolean') return null
  if (typeof value === 'string') return isWellFormed(value) ? null : 'text with half of a surrogate pair'
  if (typeof value === 'number') return Number.isFinite(value) ? null : 'a number that is not finite'
  if (typeof value !== 'object') return `a value of type ${typeof value}`
  if ('toJSON' in value && typeof value.toJSON === 'function') return 'an object that decides its own JSON'
  if (Array.isArray(value)) return null
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === null || Object.getPrototypeOf(prototype) === null ? null : 'an object of a class'
}

const findNotPlain = (value: unknown, path: string, depth: number): NotPlainJson | null => {
  const reason = reasonAgainst(value, depth)
  if (reason !== null) return { kind: 'not-plain-json', path, reason }
  if (value === null || typeof value !== 'object') return null
  if (Array.isArray(value)) {
    // Not a for-of over entries only: a hole reads as undefined and must be refused, too.
    for (let index = 0; index < value.length; index++) {
      const found = findNotPlain(value[index], `${path}[${index}]`, depth + 1)
      if (found) return found
    }
    return null
  }
  for (const [key, child] of Object.entries(value)) {
    const place = path === '' ? key : `${path}.${key}`
    if (!isWellFormed(key))
      return { kind: 'not-plain-json', path, reason: 'a name with half of a surrogate pair' }
    const found = findNotPlain(child, place, depth + 1)
    if (found) return found
  }
  return null
}

/**
 * The canonical JSON of a value (RFC 8785). Only plain JSON has one: undefined, functions, non-finite numbers, halves of
 * surrogate pairs, class instances (dates among them), `toJSON` and cycles are refused with their place.
 */
export function tryCanonicalJson(value: unknown): Result<string, NotPlainJson> {
  const problem = findNotPlain(value, '', 0)
  if (problem) return err(problem)
  const text = canonicalize(value)
  assert(text !== undefined, 'plain JSON has a canonical form')
  return ok(text)
}

/** As `tryCanonicalJson`, for values that our own code made: what is not plain JSON is a defect and throws. */
export function canonicalJson(value: unknown): string {
  const text = tryCanonicalJson(value)
  assert(text.ok, text.ok ? '' : `no canonical JSON at "${text.error.path}": ${text.error.reason}`)
  return text.value
}
