/**
 * The rules of comparison, printed with every run. They are made for the labels as they are: a label holds a value of the whole
 * contract, not of a place, save for clauses, whose labels are sentences.
 */
export const RULES: readonly string[] = [
  'A field whose label tells no value ("unknown", or a date with parts unknown) is left out. Where the label says that the contract states none, anything found counts as wrong.',
  'Title: the words (case and punctuation aside) are the same as the label or one of its variants, or share three quarters of all words of both.',
  'Parties: one by one; the names (legal forms, case and punctuation aside) are equal, one holds the other, or share two thirds of all words, with the label or a variant of it. Labels marked optional neither help nor harm.',
  'Short names: per party with a short name in the label, one is found when one of its short names is; a short name found that is no label of a party and no variant of a name is wrong.',
  'Dates: equal to one of the values, day for day. Dated expiry looks only at contracts whose label is a date or none; open-ended expiry is counted apart.',
  'Lengths of time: years count as twelve months, weeks as seven days; equal to one of the values in months or in days.',
  'Governing law: the same state or country (State of, Republic of and the like aside; England for England and Wales).',
  'Insurance amounts, revenue shares, liability caps, notices for convenience, warranty periods: value by value against the set of values of the label.',
  'Clause presence: one decision per contract and kind, micro-averaged over kinds.',
  'Clause span: each labelled span (parts apart joined) is found by at most one span found, when the sets of their words overlap by half or more of all words of both (Jaccard), micro-averaged over kinds; a span of a missed kind is missed, a span of a kind that is not there is wrong.',
]

export const words = (text: string): string[] =>
  text
    .toLowerCase()
    .replace(/[’'`]/g, '')
    .normalize('NFKD')
    .match(/[a-z0-9]+/g) ?? []

/** Words that both have, by all words of both. */
export function jaccard(a: string, b: string): number {
  const [left, right] = [new Set(words(a)), new Set(words(b))]
  const shared = [...left].filter(word => right.has(word)).length
  const all = left.size + right.size - shared
  return all === 0 ? 0 : shared / all
}

export const sameTitle = (a: string, b: string): boolean =>
  words(a).join('') === words(b).join('') || jaccard(a, b) >= 0.75

const FORMS =
  /\b(?:inc|incorporated|corp|corporation|company|co|llc|ltd|limited|lp|llp|plc|gmbh|ag|sa|spa|srl|bv|nv|na|the|l l c|l p|s a|b v|n a|n v)\b/g

export const bareName = (name: string): string =>
  words(name).join(' ').replace(FORMS, ' ').replace(/\s+/g, ' ').trim() || words(name).join(' ')

export function sameName(a: string, b: string): boolean {
  const [left, right] = [bareName(a), bareName(b)]
  if (left === '' || right === '') return false
  if (left.replaceAll(' ', '') === right.replaceAll(' ', '')) return true
  const [short, long] = left.length < right.length ? [left, right] : [right, left]
  return (short.length >= 4 && ` ${long} `.includes(` ${short} `)) || jaccard(left, right) >= 2 / 3
}

/** An ISO duration as the labels write it: `60mo`, `90d`. */
export function shortDuration(iso: string): string {
  const [, years, months, weeks, days] = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?$/.exec(iso) ?? []
  const inMonths = Number(years ?? 0) * 12 + Number(months ?? 0)
  const inDays = Number(weeks ?? 0) * 7 + Number(days ?? 0)
  return inMonths > 0 ? `${inMonths}mo` : `${inDays}d`
}

const PLACE_WORDS =
  /\b(?:the|state|commonwealth|province|republic|kingdom|peoples|of|federal|special administrative region)\b/g

export function barePlace(place: string): string {
  const bare = place
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(PLACE_WORDS, ' ')
    .replace(/[^a-z]+/g, ' ')
    .trim()
  return /^england/.test(bare) ? 'england' : bare
}
