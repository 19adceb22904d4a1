import { decodeUtf8, utf8TextEncoder } from 'lib0/string'

/** At most three bytes a code unit: enough for a sentence. */
const BYTES = new Uint8Array(8192)
const MOST_BYTES = 3

/**
 * The same text as a string of its own. A part of a long text is a view of it: it keeps all of it in memory, and where one sign of it
 * is not of Latin-1 (a bullet, the name of a partner), each letter takes two bytes, and reading takes half as long again.
 * Half a character, as a cut may leave it, becomes the sign for an unknown one.
 */
export function ownCopy(text: string): string {
  if (text.length * MOST_BYTES > BYTES.length) return text
  const { written } = utf8TextEncoder.encodeInto(text, BYTES)
  return decodeUtf8(BYTES.subarray(0, written))
}
