import { bucketOf } from '../../text/bucket-of.ts'
import { MEASURE, NO_MEASURE, PLAIN_MEASURE } from '../kpi-words.ts'
import type { Figure } from './figures-in.ts'

/** Features of figures fall into this many buckets. A power of two. */
export const FIGURE_BUCKETS = 1 << 13

const LETTERS = 6
const MOST_WORDS = 60
const NEAR = 3

const EVERY =
  /\b(?:each|every|per|a|in any) (?:calendar |contract |school )?(?:day|week|month|quarter|year|season|term|night|visit|hour)\b/i
const BOUND =
  /\b(?:at least|at most|no more than|not more than|less than|fewer than|more than|below|above|under|over|within|up to|minimum|maximum|exceed\w*|or (?:less|more|better|higher|lower|below|above|fewer|shorter)|average\w*|mean|median)\b/i
const BINDS = /\b(?:shall|will|must|should|is to|are to|aims?|targets?|goals?)\b/i
const GIVES_RIGHT = /\b(?:may|if|entitled|unless|in case|in the event)\b/i
const SOMEBODY = /^(?:the |each |either |every )?(?:[A-Z]\w+|part(?:y|ies))\b/

/** What a sentence tells about each of its figures, worked out once for the sentence. */
export function figureFeatures(sentence: string, figures: readonly Figure[]): Uint32Array[] {
  const shared: string[] = []
  for (const word of wordsOf(sentence).slice(0, MOST_WORDS)) shared.push(`s:${word}`)
  const flags = [
    ['measure', MEASURE],
    ['other', NO_MEASURE],
    ['plain', PLAIN_MEASURE],
    ['every', EVERY],
    ['bound', BOUND],
    ['binds', BINDS],
    ['right', GIVES_RIGHT],
    ['somebody', SOMEBODY],
  ] as const
  const told = flags.flatMap(([name, pattern]) => (pattern.test(sentence) ? [name] : []))
  shared.push(...told.map(flag => `f:${flag}`), `l:${Math.min(8, Math.floor(sentence.length / 40))}`)
  return figures.map((figure, index) => {
    const before = wordsOf(sentence.slice(Math.max(0, figure.start - 60), figure.start)).slice(-NEAR)
    const after = wordsOf(sentence.slice(figure.after, figure.after + 60)).slice(0, NEAR)
    const unit = unitClass(figure)
    const own = [
      ...shared,
      `u:${unit}`,
      ...told.map(flag => `u:${unit}:${flag}`),
      ...before.map((word, at) => `b${before.length - at}:${word}`),
      ...before.map(word => `b:${word}`),
      ...after.map((word, at) => `a${at + 1}:${word}`),
      ...after.map(word => `a:${word}`),
      `ub:${unit}:${before.at(-1) ?? '^'}`,
      `ua:${unit}:${after[0] ?? '$'}`,
      `n:${Math.min(3, figures.length)}:${Math.min(3, index)}`,
      `p:${figure.start < 16 ? 'first' : figure.after > sentence.length - 4 ? 'last' : 'middle'}`,
      ...(/[:;] ?[^:;]{0,20}$/.test(sentence.slice(0, figure.start)) ? [`colon:${unit}`] : []),
    ]
    return Uint32Array.from(new Set(own.map(feature => bucketOf(hashOf(feature), FIGURE_BUCKETS))))
  })
}

function unitClass({ unit, money }: Figure): string {
  if (money) return 'money'
  if (unit === null) return 'count'
  if (/^(?:%|per)/i.test(unit)) return 'share'
  if (/\b(?:of|in)\b/i.test(unit)) return 'outof'
  if (/^(?:m?s|second|min|hour|clock|milli|working hour|business hour)/i.test(unit)) return 'hours'
  if (/day/i.test(unit)) return 'days'
  if (/^(?:week|month)/i.test(unit)) return 'months'
  return 'amount'
}

const wordsOf = (text: string): string[] =>
  (text.toLowerCase().match(/[a-z]+|[%$€£:]/g) ?? []).map(word => word.slice(0, LETTERS))

/** FNV-1a. */
function hashOf(feature: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < feature.length; at += 1) hash = Math.imul(hash ^ feature.charCodeAt(at), 0x01000193)
  return hash
}
