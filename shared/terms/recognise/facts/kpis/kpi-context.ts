import type { Found, Reading } from '../../reading.ts'
import { markLength } from '../../text/list-items.ts'
import { figuresIn } from './figures/figures-in.ts'
import { kpisByFigure } from './figures/kpis-by-figure.ts'
import { cadenceIn, isOfLooking, ownerIn } from './kpi-rhythm.ts'
import { topicOf } from './kpi-topic.ts'
import { beginsWithLabel, labelledKpi, mayBeLabelled } from './layout/labelled-kpis.ts'

/** So many sentences around a measure are looked at for what it is of, how often it is measured and by whom. */
const BACK = 3
const AHEAD = 4
const MOST_ITEMS = 20
const LONGEST = 400

/** Measures whose parts stand in sentences of their own: `Baseline: 54%. Target: 70%.` below or behind a name. By index of their sentences. */
export function labelledIn(reading: Reading): Map<number, { readonly last: number; readonly found: Found }> {
  const blocks = new Map<number, { last: number; found: Found }>()
  const { words, sentences, plain } = reading
  let taken = -1
  for (const [index, sentence] of words.entries()) {
    if (index <= taken || !mayBeLabelled(sentence)) continue
    let first = index
    while (first > taken + 1 && index - first < AHEAD && beginsWithLabel(words[first] ?? '')) first -= 1
    let last = index
    while (last + 1 < words.length && last - index < AHEAD && beginsWithLabel(words[last + 1] ?? ''))
      last += 1
    const start = sentences[first]?.start ?? 0
    const end = sentences[last]?.end ?? start
    const kpi = end - start <= 4 * LONGEST ? labelledKpi(plain.slice(start, end)) : null
    if (!kpi) continue
    const { rule, confidence, ...value } = kpi
    blocks.set(first, {
      last,
      found: { kind: 'kpi', value: { kind: 'kpi', ...value }, start, end, confidence, rule },
    })
    taken = last
  }
  return blocks
}

const LEADS =
  /\b(?:levels?|targets?|minim\w+|maxim\w+|(?:not|never) exceed|(?:shall|will|must|to) (?:meet|achieve|reach|keep|attain)|standards?|goals?|measures?|indicators?|kpis?|criteria|objectives|performance|aims?|results|outcomes|commit\w*|(?:response|repair|resolution|waiting|lead) times?)\b/i
const OF_MONEY =
  /\b(?:fees?|prices?|paid|payments?|rates? of pay|costs?|instal\w+|shares?|notice|liabilit\w+|insur\w+|credits?|penalt\w+)\b/i
/** Below a lead-in that speaks of levels and targets less of its own makes a figure a target. */
const LIKELY_IN_LIST = 0.2
/** `accidents at work: 3`: an item that is a name and a figure needs no more. */
const NAMED_FIGURE = /^[^:\d]{3,90}: (?:[a-z.]+ ){0,4}[<>≤≥]?=? ?\d[\d.,]* ?(?:%|[a-z°]{1,12})?[;,.]?$/i

/** For each sentence that is an item of a list, the index of the sentence that leads it in. */
export function leadInsOf(words: readonly string[]): Map<number, number> {
  const leads = new Map<number, number>()
  let lead = -1
  for (const [index, sentence] of words.entries()) {
    const item = markLength(sentence) > 0
    if (item && lead >= 0 && index - lead <= MOST_ITEMS) leads.set(index, lead)
    else if (/:$/.test(sentence) || (sentence.length < 70 && !/[.;,]$/.test(sentence) && !item)) lead = index
    else if (!item) lead = -1
  }
  return leads
}

/** The measures of an item below its lead-in, which carries the bound and how often. */
export function listedKpis(item: string, lead: string): ReturnType<typeof kpisByFigure> {
  if (!LEADS.test(lead) || OF_MONEY.test(lead)) return []
  const mark = markLength(item)
  const text = ' '.repeat(mark) + item.slice(mark)
  return kpisByFigure(text, NAMED_FIGURE.test(text) ? 0 : LIKELY_IN_LIST)
}

/** What the sentences before tell a measure to be of; null where none does. */
export function topicBefore(
  words: readonly string[],
  index: number,
): { readonly name: string; readonly at: number } | null {
  for (let at = index - 1; at >= Math.max(0, index - BACK); at -= 1) {
    const topic = topicOf((words[at] ?? '').slice(0, LONGEST))
    if (topic === '') return null
    if (topic !== null && topic.length >= 3) return { name: topic, at }
  }
  return null
}

/** Rhythm and owner of a measure from the sentences behind it, as far as these go on about it, and from those from `first` on before it. */
export function neighboursOf(
  words: readonly string[],
  index: number,
  first: number,
): { readonly cadence: string | null; readonly owner: string | null } {
  let [cadence, owner]: [string | null, string | null] = [null, null]
  const take = (sentence: string) => {
    const text = sentence.slice(0, LONGEST)
    cadence ??= cadenceIn(text)
    owner ??= ownerIn(text, { bound: false })
  }
  for (let at = first; at < index; at += 1) take(words[at] ?? '')
  for (let at = index + 1; at <= Math.min(words.length - 1, index + AHEAD); at += 1) {
    const sentence = words[at] ?? ''
    const about = beginsWithLabel(sentence) || isOfLooking(sentence.slice(0, LONGEST))
    // A sentence with a target of its own speaks of another measure, and so does all behind it.
    if (!about && figuresIn(sentence.slice(0, LONGEST)).some(one => one.unit !== null)) break
    if (about || at === index + 1) take(sentence)
  }
  return { cadence, owner }
}
