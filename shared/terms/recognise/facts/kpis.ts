import { type Found, inText, type Reading } from '../reading.ts'
import { sentenceIndex } from '../text/sentences.ts'
import { kpisByFigure } from './figures/kpis-by-figure.ts'
import { goalsIn } from './kpi-goals.ts'
import {
  BOUND,
  CONDITION,
  COUNTED_MEASURE,
  cleanedName,
  decimalOf,
  MEASURE,
  measureName,
  NO_MEASURE,
  NUMBER,
  PLAIN_MEASURE,
  SLOW_MEASURE,
  UNIT,
} from './kpi-words.ts'

/** `availability of at least 99.5%`, `calls are answered within 45 seconds`, `packet loss: 0.1%` */
const STATED = new RegExp(
  `(?<before>[^.;|]{2,160}?)(?:: |[ :](?<bound>(?:${BOUND} ){1,4}?|${BOUND} ?|available |[<>≤≥]=? ?))(?<target>${NUMBER}) ?(?<unit>${UNIT})?(?<after> ?or (?:more|less|better|higher|lower|above|below|under|fewer)\\b)?`,
  'gi',
)
/** What stands in every measure so stated; to be searched for first, as it is found or missed at once. */
const TARGET = new RegExp(`(?:: |[ :](?:(?:${BOUND} ){1,4}?|${BOUND} ?|available ))${NUMBER}`, 'i')
/** `at least 95% of requests are answered within two days`, `98 out of 100 parcels` */
const SHARE_OF = new RegExp(
  `(?:(?:at least|at most|not less than|no less than|no fewer than|no more than|not more than|a minimum of|more than|fewer than|less than|over|under|up to|target:?) )?(?<target>${NUMBER}) ?(?:(?<unit>%|percent|per ?cent)\\)? of|(?<outOf>(?:(?:out )?of|in)(?: every)? (?:1,?000|[12]00|ten|10))) (?<name>(?:all |the |its |their )?[a-z][^.;:\\n|]{4,110})`,
  'gi',
)
/** `from 40% to 60%`, `drop from 12 days to below 8 days`, `from EUR 340 to EUR 290` */
const CHANGE = new RegExp(
  `(?<before>[^.;:|]{0,120}?)\\b(?<verb>increas\\w*|rais\\w*|grow\\w*|improv\\w*|lift\\w*|reduc\\w*|decreas\\w*|declin\\w*|cut\\w*|lower\\w*|rise\\w*|climb\\w*|fall\\w*|drop\\w*|extend\\w*|expand\\w*|shorten\\w*|halv\\w*|doubl\\w*|bring) ?(?<name>[a-z][^.;:\\n]{3,90}?)?,? ?from (?:a baseline of |about |around |currently )?(?<baseline>${NUMBER}) ?(?:${UNIT})?(?: (?:a|per) (?:month|year|week|day|quarter)| in (?:19|20)\\d\\d)? to (?:at least |at most |below |under |above |over |a target of |about )*(?<target>${NUMBER}) ?(?<unit>${UNIT})?(?![a-z])`,
  'gi',
)
/** A bare number is a measure where people, things or events are counted. */
const COUNTED = new RegExp(
  `\\b(?<verb>plac\\w*|serv\\w*|train\\w*|reach\\w*|support\\w*|recruit\\w*|hous\\w*|host\\w*|plant\\w*|enrol\\w*|deliver\\w*|complet\\w*|welcom\\w*|receiv\\w*|organi[sz]\\w*|hold|holds) (?:at least|a minimum of|no fewer than|not less than|up to|a total of) (?<target>${NUMBER}) (?<name>[a-z][a-z-]+s(?: [a-z-]+){0,5})`,
  'gi',
)
const CADENCE =
  /\b(?:measured|reported|calculated|reviewed|assessed|averaged|published|per|each|every|in (?:a|any|each|every))? ?(?:calendar |contract |given )?(?<cadence>daily|weekly|monthly|quarterly|annual(?:ly)?|yearly|(?:each|every|per|any|a) (?:calendar |contract )?(?:day|week|month|quarter|year))\b/i
const OWNER =
  /(?:^|[\s,;(])(?<owner>(?:the )?[A-Z][\w&.-]*(?: [A-Z][\w&.-]*){0,3}) (?:shall|will|must|is (?:to|responsible|accountable)|agrees|undertakes|reports|measures)\b/

interface Kpi {
  readonly name: string
  readonly unit: string | null
  readonly baseline: string | null
  readonly target: string | null
}

/**
 * Measures with a target: in prose (`availability of at least 99.5% per month`), as a share (`95% of requests answered within
 * two days`), as a change (`from 40% to 60%`), as a count, and row by row in tables and lists.
 */
export function kpis(reading: Reading): Found[] {
  return inText(reading, reading.each(read)).map(found => {
    if (found.value.kind !== 'kpi' || found.value.cadence !== null) return found
    // How often is often said in the next sentence.
    const next = reading.words[sentenceIndex(reading.sentences, found.start) + 1] ?? ''
    return { ...found, value: { ...found.value, cadence: cadenceIn(next.slice(0, 200)) } }
  })
}

const cadenceIn = (text: string) => CADENCE.exec(text)?.groups?.cadence?.toLowerCase() ?? null
const ownerIn = (text: string) => OWNER.exec(text)?.groups?.owner?.replace(/^the /i, '') ?? null

/** So much of a sentence is looked at: a measure is said shortly. */
const LONGEST = 1200
const COUNTS =
  /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)\b/i
/** What happens to things of which a share is told. */
const DONE = /\b(?:shall|will|must|are|is) (?:be )?[a-z]+ |\b(?:leave|arrive|take place|start|end)\b/i
/** A word that shows that a sentence is of something else counts in this much of it. */
const NO_MEASURE_LENGTH = 400

const isOther = (text: string) => NO_MEASURE.test(text) && !PLAIN_MEASURE.test(text)

/** Measures that only their figure shows are said in a short sentence. */
const SHORT = 320

function read(whole: string): Found[] {
  const sentence = whole.slice(0, LONGEST)
  if (!COUNTS.test(sentence)) return []
  const found = MEASURE.test(sentence) || /\bof every 1/.test(sentence) ? byRules(sentence) : []
  if (found.length > 0 || sentence.includes('|') || sentence.length > SHORT) return found
  // What no rule knows by its words, a model may know by how its figure stands.
  return kpisByFigure(sentence).map(({ start, end, confidence, ...kpi }) => ({
    kind: 'kpi',
    value: { kind: 'kpi', ...kpi, cadence: cadenceIn(sentence), owner: ownerIn(sentence) },
    start,
    end,
    confidence,
    rule: 'figure that reads as a target',
  }))
}

function byRules(sentence: string): Found[] {
  const found: Found[] = []
  const add = (start: number, text: string, kpi: Kpi, confidence: number, rule: string) => {
    const end = start + text.length
    if (kpi.name.length < 3 || found.some(other => other.start < end && start < other.end)) return
    const value = { kind: 'kpi' as const, ...kpi, cadence: cadenceIn(sentence), owner: ownerIn(sentence) }
    found.push({ kind: 'kpi', value, start, end, confidence, rule })
  }
  if (sentence.includes('|')) {
    const row = rowOf(sentence)
    if (row) add(0, sentence, row, 0.75, 'row of a table')
    return found
  }
  // Searching is dear: first whether a sentence can hold what is searched for at all.
  for (const match of sentence.includes(' from ') ? sentence.matchAll(CHANGE) : []) {
    const { before = '', name = '', verb = '', baseline = '', target = '', unit } = match.groups ?? {}
    const called =
      cleanedName(name) ||
      measureName(before.replace(/ (?:to|shall|will|should|expect\w*|is|are)?(?: to)? ?$/i, ''))
    const lead = before.length
    if (NO_MEASURE.test(`${called} ${name}`)) continue
    const kpi = {
      name: called || verb,
      unit: unit ?? null,
      baseline: decimalOf(baseline),
      target: decimalOf(target),
    }
    add(match.index + lead, match[0].slice(lead), kpi, 0.8, 'change from a baseline to a target')
  }
  const other = isOther(sentence)
  for (const { start, text, confidence, rule, ...kpi } of other ? [] : goalsIn(sentence))
    add(start, text, kpi, confidence, rule)
  for (const match of !other && /%|percent|per ?cent|out of|\bof every\b|\bin (?:ten|10)\b/i.test(sentence)
    ? sentence.matchAll(SHARE_OF)
    : []) {
    const { name = '', target = '', unit, outOf } = match.groups ?? {}
    if (!MEASURE.test(name) && !(unit && DONE.test(name)) && !outOf?.includes('every')) continue
    const kpi = {
      name: cleanedName(name),
      unit: unit ?? outOf ?? null,
      baseline: null,
      target: decimalOf(target),
    }
    add(match.index, match[0], kpi, 0.7, 'share of what is done')
  }
  const stated = (!other || !isOther(sentence.slice(0, NO_MEASURE_LENGTH))) && TARGET.test(sentence)
  for (const match of stated ? sentence.matchAll(STATED) : []) {
    const { before = '', bound = '', target = '', unit, after } = match.groups ?? {}
    if (!MEASURE.test(`${before} ${bound}`) || isOther(before)) continue
    // Without a unit a number is a target only where a bound says so, and not a year, a clause or a day.
    if (
      !unit &&
      !after &&
      !/than|least|most|exceed|under|below|above|over|minimum|maximum|target/i.test(bound)
    )
      continue
    if (!unit && /^(?:(?:19|20)\d\d|\d+\.\d+\.\d+)$/.test(target)) continue
    const name = measureName(before)
    if (CONDITION.test(before.trim()) || name.split(' ').length > 9) continue
    if (/^(?:day|week|month|business d|working d|calendar d)/i.test(unit ?? '') && !SLOW_MEASURE.test(before))
      continue
    if (!unit && !COUNTED_MEASURE.test(before)) continue
    if (/^(?:section|article|clause|exhibit|schedule|page)\b/i.test(name)) continue
    const lead = Math.max(0, before.toLowerCase().lastIndexOf(name.toLowerCase().slice(0, 12)))
    const baseline =
      /\((?:baseline|from|currently|now|today|at present|was):? ?(?<figure>\d[\d.,]*)/i.exec(sentence)?.groups
        ?.figure ?? null
    const kpi = { name, unit: unit ?? null, baseline, target: decimalOf(target) }
    add(match.index + lead, match[0].slice(lead), kpi, unit ? 0.75 : 0.65, 'measure with a target')
  }
  for (const match of other ? [] : sentence.matchAll(COUNTED)) {
    const { name = '', target = '' } = match.groups ?? {}
    const kpi = { name: cleanedName(name), unit: null, baseline: null, target: decimalOf(target) }
    add(match.index, match[0], kpi, 0.65, 'count with a target')
  }
  return found
}

const FIGURE = new RegExp(`^[^\\w]*(?:${BOUND} )*(?<figure>${NUMBER}) ?(?<unit>${UNIT})?[^\\w]*$`, 'i')

/** A row of a table: a measure in its first cell, then a figure, or a baseline and a target. */
function rowOf(line: string): Kpi | null {
  const cells = line
    .split('|')
    .map(cell => cell.trim())
    .filter(cell => cell !== '')
  const name = cleanedName(cells[0] ?? '')
  const figures = cells.slice(1).flatMap(cell => {
    const groups = FIGURE.exec(cell)?.groups
    return groups ? [groups] : []
  })
  const last = figures.at(figures.length > 1 ? 1 : 0)
  if (!last || !MEASURE.test(name) || NO_MEASURE.test(name)) return null
  const unit = last.unit ?? figures[0]?.unit ?? null
  const baseline = figures.length > 1 ? decimalOf(figures[0]?.figure ?? '') : null
  return { name, unit, baseline, target: decimalOf(last.figure ?? '') }
}
