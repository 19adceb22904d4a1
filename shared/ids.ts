/**
 * Ids of agreements, members, versions and blocks: 16 to 40 characters of `a-z`, `0-9` and `-`.
 * They are safe in a path, a file name, a selector and a room name without escaping.
 */
const ID = /^[a-z0-9][a-z0-9-]{14,38}[a-z0-9]$/

/** Whether a string from outside has the form of an id. It says nothing about whether the thing exists. */
export const isId = (text: unknown): text is string => typeof text === 'string' && ID.test(text)

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'

/** An id of 20 characters (100 bits) from at least 20 random bytes; the same bytes give the same id. */
export function idFromBytes(bytes: Uint8Array): string {
  let id = ''
  for (const byte of bytes.subarray(0, 20)) id += ALPHABET[byte & 31]
  return id
}
