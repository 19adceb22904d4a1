import { type Found, inText, type Reading } from '../../reading.ts'
import type { Stretch } from '../../text/sentences.ts'
import { type KpiByFigure, kpisByFigure } from './figures/kpis-by-figure.ts'
import { labelledIn, leadInsOf, listedKpis, neighboursOf, topicBefore } from './kpi-context.ts'
import { cadenceIn, ownerIn } from './kpi-rhythm.ts'
import { laidOutKpis } from './layout/laid-out-kpis.ts'
import { loneRow } from './layout/lone-row.ts'

/** So much of a sentence is looked at: a measure is said shortly. */
const LONGEST = 1200
const COUNTS =
  /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|half|third|quarter)\b/i

/**
 * Measures with a target: by the heads of tables, by labels, in items below a lead-in, and in prose by how their figures stand. What
 * a sentence leaves open (what `it` is, how often, who looks after it) is sought in those beside it. All but the prose is read at once;
 * what is returned makes the whole from what `figuresOf` gives for each sentence.
 */
export function kpis(reading: Reading): (figures: readonly (readonly KpiByFigure[])[]) => Found[] {
  const { words } = reading
  const { found: laidOut, filled } = laidOutKpis(reading)
  const leads = leadInsOf(words)
  const apart = apartFromProse(reading, filled, leads)
  return figures => {
    const inSentences = apart.map(
      (found, index) =>
        found ?? (figures[index] ?? []).flatMap(kpi => inContext(words, index, kpi, leads.get(index)) ?? []),
    )
    return [...laidOut, ...inText(reading, inSentences)]
  }
}

/** What rows, labels and lists tell in each sentence: nothing where a label before it or one of the `filled` stretches has told it already, null where it is prose. */
function apartFromProse(
  reading: Reading,
  filled: readonly Stretch[],
  leads: ReadonlyMap<number, number>,
): (readonly Found[] | null)[] {
  const { words, sentences } = reading
  const labelled = labelledIn(reading)
  let skipTo = -1
  return words.map((sentence, index) => {
    if (index <= skipTo) return []
    const { start = 0, end = 0 } = sentences[index] ?? {}
    if (filled.some(one => start < one.end && one.start < end)) return []
    const block = labelled.get(index)
    if (block) {
      skipTo = block.last
      const { found } = block
      return [{ ...found, start: found.start - start, end: found.end - start }]
    }
    if (sentence.includes('|')) return rowIn(sentence)
    const lead = leads.get(index)
    const listed = lead === undefined ? [] : listedKpis(sentence.slice(0, LONGEST), words[lead] ?? '')
    return listed.length > 0 ? listed.flatMap(kpi => inContext(words, index, kpi, lead) ?? []) : null
  })
}

/** Measures by the figures of one sentence. */
export function figuresOf(sentence: string): readonly KpiByFigure[] {
  const text = sentence.slice(0, LONGEST)
  return COUNTS.test(text) ? kpisByFigure(text) : []
}

function rowIn(sentence: string): Found[] {
  const cells = sentence
    .split('|')
    .map(cell => cell.trim())
    .filter(cell => cell !== '')
  const row = loneRow(cells)
  if (!row) return []
  const { rule, confidence, ...kpi } = row
  return [{ kind: 'kpi', value: { kind: 'kpi', ...kpi }, start: 0, end: sentence.length, confidence, rule }]
}

function inContext(
  words: readonly string[],
  index: number,
  { start, end, confidence, ...kpi }: KpiByFigure,
  lead: number | undefined,
): Found | null {
  const sentence = (words[index] ?? '').slice(0, LONGEST)
  const topic = kpi.name === '' ? topicBefore(words, index) : null
  const name = kpi.name || topic?.name
  if (name === undefined || name.length < 3) return null
  const beside = neighboursOf(words, index, topic?.at ?? index)
  const ledBy = lead === undefined ? '' : (words[lead] ?? '')
  return {
    kind: 'kpi',
    value: {
      kind: 'kpi',
      ...kpi,
      name,
      cadence: cadenceIn(ledBy) ?? cadenceIn(sentence) ?? beside.cadence,
      owner: ownerIn(sentence) ?? beside.owner ?? ownerIn(ledBy),
    },
    start,
    end,
    confidence,
    rule: lead === undefined ? 'figure that reads as a target' : 'item of a list of measures',
  }
}
