import type { UnprintablePlace } from './pdf-input.ts'

const GRAPHEMES = new Intl.Segmenter('en', { granularity: 'grapheme' })

/**
 * What no font decides: controls, halves of surrogate pairs, private use and non-characters have no agreed look;
 * overrides of direction and tag characters make a page read otherwise than the text that is signed.
 */
const NEVER =
  /[\p{Cs}\p{Co}\u202d\u202e\ufff0-\ufffc\u{e0000}-\u{e0fff}]|\p{Noncharacter_Code_Point}|(?![\t\n])\p{Cc}/u

/** Letters and signs of European print, which the fonts that we bring along all hold. */
const ALWAYS = /^[\t\n\x20-\x7e\xa1-\xac\xae-\u017f]*$/

/** Distinct graphemes of the texts that need a look into the fonts. */
export function graphemesOf(texts: Iterable<string>): Set<string> {
  const found = new Set<string>()
  for (const text of texts) {
    if (ALWAYS.test(text)) continue
    for (const { segment } of GRAPHEMES.segment(text)) if (!ALWAYS.test(segment)) found.add(segment)
  }
  return found
}

/**
 * What to look up in the fonts for a grapheme: itself, and what it is made of. A font may hold the parts and not the whole
 * (a family of emoji), and seem to hold the whole only because it hides a part (a mark of another script).
 */
export const partsOf = (grapheme: string): string[] => [
  grapheme,
  ...Array.from(grapheme.normalize('NFC')).filter(part => !/\p{Default_Ignorable_Code_Point}/u.test(part)),
]

/** Whether a grapheme can be printed with no font whatever. */
export const isNeverPrintable = (grapheme: string): boolean => NEVER.test(grapheme)

const codePointsOf = (grapheme: string): string =>
  Array.from(
    grapheme,
    character => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
  ).join(' ')

/** The text with each unprintable grapheme as its code in brackets: visible, and no letter lost unseen. */
export function withCodes(text: string, unprintable: ReadonlySet<string>): string {
  if (ALWAYS.test(text)) return text
  return Array.from(GRAPHEMES.segment(text), ({ segment }) =>
    unprintable.has(segment) ? `[${codePointsOf(segment)}]` : segment,
  ).join('')
}

const AROUND = 24
const harmless = (text: string) => text.replace(new RegExp(NEVER, 'gu'), '\ufffd')

/** The places of unprintable graphemes in one text, in reading order. */
export function placesOf(
  text: string,
  blockId: string | null,
  unprintable: ReadonlySet<string>,
): UnprintablePlace[] {
  if (ALWAYS.test(text)) return []
  return Array.from(GRAPHEMES.segment(text))
    .filter(({ segment }) => unprintable.has(segment))
    .map(({ segment, index }) => {
      const excerpt = text.slice(Math.max(0, index - AROUND), index + segment.length + AROUND)
      return {
        blockId,
        character: harmless(segment),
        codePoint: codePointsOf(segment),
        excerpt: harmless(excerpt),
      }
    })
}
