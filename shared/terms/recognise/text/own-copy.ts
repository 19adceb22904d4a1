import { textOfUnits } from './text-of-units.ts'

/** Longer than any sentence. */
const UNITS = new Uint16Array(4096)

/**
 * The same text as a string of its own. A part of a long text is a view of it: it keeps all of it in memory, and where one sign of it
 * is not of Latin-1 (a bullet, the name of a partner), each letter takes two bytes, and reading takes half as long again.
 */
export function ownCopy(text: string): string {
  if (text.length > UNITS.length) return text
  for (let at = 0; at < text.length; at += 1) UNITS[at] = text.charCodeAt(at)
  return textOfUnits(UNITS.subarray(0, text.length))
}
