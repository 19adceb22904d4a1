import { LAW_ADJECTIVES } from './law-adjectives.ts'

const LAWS_OF = /\blaws?\s+(?:in\s+force\s+in|of|in)\s+(?<place>.+)$/is
const ADJECTIVE =
  /^(?:the\s+)?(?!(?:the|this|any|applicable|local|mandatory|statutory)\s)(?<adjective>(?:south\s+|sri\s+)?\p{L}+)\s+laws?$/iu
/** What follows a place and is no part of its name. */
const TAIL =
  /\s*(?:[;:.(]|,\s*(?:without|excluding|except|and\s+the\s+(?:courts|parties)|but|to\s+the\s+exclusion|USA?\b)|\s(?:without|excluding|shall|will|governs?|apply|applies)\b).*$/is
const MAX_LENGTH = 120

/**
 * The place whose law governs (`the laws of the State of Delaware` gives `State of Delaware`, `Norwegian law` gives `Norway`),
 * or null where the text names none. A text that is only a name (`Norway`) is that place.
 */
export function parseGoverningLaw(text: string): string | null {
  const sentence = text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.,;]$/, '')
  if (sentence === '' || sentence.length > 600 || sentence.includes('[')) return null
  const adjective = ADJECTIVE.exec(sentence)?.groups?.adjective
  if (adjective) return bare(LAW_ADJECTIVES[adjective.toLowerCase().replace(/\s+/g, ' ')] ?? sentence)
  const place = LAWS_OF.exec(sentence)?.groups?.place
  if (place) return named(place)
  return /\blaws?\b/i.test(sentence) || /^\P{Lu}/u.test(sentence.replace(/^the\s+/i, ''))
    ? null
    : named(sentence)
}

function named(place: string): string | null {
  const name = bare(place.replace(TAIL, ''))
    .replace(/[,.;]+$/, '')
    .trim()
  return name === '' || name.length > MAX_LENGTH ? null : name
}

const bare = (name: string) => name.replace(/^the\s+/i, '').trim()
