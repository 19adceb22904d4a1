import { FeatureBuckets } from '../../../text/bucket-of.ts'
import { binOf, stemsOf } from '../../../text/stems.ts'
import { hasLegalForm, isPartyName } from '../party-name.ts'
import type { NameCandidate } from './name-candidates.ts'

/** Features of names fall into this many buckets. A power of two. */
export const NAME_BUCKETS = 1 << 15

const MENTIONS = 4
const AROUND = 140

/** What each name tells, and the places where it stands. */
export function nameFeatures(plain: string, candidates: readonly NameCandidate[]): number[][] {
  const names = candidates.map(({ name }) => name.toLowerCase())
  const used = wordsUsed(plain)
  return candidates.map((candidate, order) => {
    const features = new FeatureBuckets(NAME_BUCKETS)
    for (const feature of [
      ...wordsOfName(candidate.name, names),
      ...placeInText(candidate, order, plain.length),
      ...usedOn(candidate.name, used),
    ])
      features.add(feature)
    for (const [at, place] of candidate.places.slice(0, MENTIONS).entries())
      addMention(features, plain, candidate.name, place, at === 0 ? '' : '+')
    return features.all()
  })
}

function wordsOfName(name: string, names: readonly string[]): string[] {
  const words = wordsOf(name)
  const own = name.toLowerCase()
  return [
    ...words.map(word => `w:${word}`),
    `first:${words[0]}`,
    `last:${words.at(-1)}`,
    `words:${Math.min(7, words.length)}`,
    ...(hasLegalForm(name) ? ['form'] : []),
    ...(name === name.toUpperCase() ? ['capitals'] : []),
    ...(isPartyName(name) ? [] : ['no name']),
    ...(/ and | AND | & /.test(name) ? ['and'] : []),
    ...(names.some(other => other !== own && other.includes(own)) ? ['within'] : []),
    ...(names.some(other => other !== own && other.length > 6 && own.includes(other)) ? ['holds'] : []),
  ]
}

function placeInText({ places }: NameCandidate, order: number, length: number): string[] {
  const start = places[0] ?? 0
  return [
    `mentions:${Math.min(5, places.length)}`,
    `from:${binOf(start, [60, 200, 500, 1000, 2000, 4000, 7000])}`,
    `place:${binOf(start / length, [0.02, 0.05, 0.1, 0.2, 0.4, 0.7, 0.9])}`,
    `order:${Math.min(order, 12)}`,
    ...(places.slice(0, MENTIONS).some(place => place > length * 0.7) ? ['at the end'] : []),
  ]
}

/** What stands around one mention; the first one tells by itself, the others, marked by a plus, together. */
function addMention(
  features: FeatureBuckets,
  plain: string,
  name: string,
  place: number,
  mark: string,
): void {
  const end = place + name.length
  const before = wordsOf(plain.slice(Math.max(0, place - AROUND), place)).reverse()
  const behind = wordsOf(plain.slice(end, end + AROUND))
  features.addEach(`${mark}b`, before, 4)
  features.addEach(`${mark}a`, behind, 4)
  features.add(`${mark}bb:${before[0]}_${before[1]}`)
  features.add(`${mark}aa:${behind[0]}_${behind[1]}`)
  features.add(`${mark}ba:${before[0]}_${behind[0]}`)
  features.addAll(`${mark}b`, before, 10)
  features.addAll(`${mark}a`, behind, 12)
  const told = plain.slice(end, end + 260)
  if (SHORT_NAME.test(told)) features.add(`${mark}short name`)
  if (SHORT_NAME_NEXT.test(told)) features.add(`${mark}short name next`)
  const lineStart = plain.lastIndexOf('\n', place - 1) + 1
  const lineEnd = plain.indexOf('\n', end) < 0 ? plain.length : plain.indexOf('\n', end)
  if (lineEnd - lineStart < name.length + 4) features.add(`${mark}alone`)
  const above = plain.slice(plain.lastIndexOf('\n', lineStart - 2) + 1, Math.max(0, lineStart - 1))
  if (above.length < 90) features.addAll(`${mark}above`, wordsOf(above))
  const label = LABEL.exec(plain.slice(Math.max(0, place - 60), place))?.[1]
  if (label) features.addAll('label', wordsOf(label))
  if (ON_BEHALF.test(plain.slice(Math.max(0, place - 40), place))) features.add('on behalf of')
}

const SHORT_NAME = /^[^.;\n]{0,200}?\([^()"]{0,40}"/
const SHORT_NAME_NEXT = /^ ?\((?:the )?"/
const LABEL = /(?:^|\n)(?:\| ?)?([^:\n|]{2,40})[:|] ?$/
const ON_BEHALF = /\b(?:for|on behalf of|signed by|accepted)\b[^.\n]{0,20}$/i

/** How often the text goes on to use the first word of the name, and whether it has its initials. */
function usedOn(name: string, used: WordsUsed): string[] {
  const first = WORD.exec(name.toLowerCase())?.[0] ?? ''
  const initials = name
    .split(' ')
    .flatMap(word => /^\p{Lu}/u.exec(word)?.[0] ?? [])
    .join('')
  return [
    `uses:${binOf(used.times.get(first) ?? 0, [1, 2, 4, 8, 15])}`,
    ...(initials.length > 1 && used.initials.has(initials) ? ['initials'] : []),
  ]
}

/** Parties are spoken of from the beginning: more of a long text tells nothing new. */
const READ = 20_000
const WORD = /\p{L}+/u
const WORDS = /\p{L}+/gu
const INITIALS = /(?<!\p{L})\p{Lu}{2,}(?!\p{L})/gu

/** Words in lower case, each with how often it is used, and words that are all capitals. */
interface WordsUsed {
  readonly times: ReadonlyMap<string, number>
  readonly initials: ReadonlySet<string>
}

function wordsUsed(plain: string): WordsUsed {
  const text = plain.slice(0, READ)
  const times = new Map<string, number>()
  for (const word of text.toLowerCase().match(WORDS) ?? []) times.set(word, (times.get(word) ?? 0) + 1)
  return { times, initials: new Set(text.match(INITIALS)) }
}

const PARTS = /\p{L}+|\d+|[("):;,.§\n•|-]/gu
const wordsOf = (text: string) => stemsOf(text, PARTS)
