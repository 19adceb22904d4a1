import { type Found, inText, type Reading } from '../../reading.ts'
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
 * a sentence leaves open (what `it` is, how often, who looks after it) is sought in those beside it. `figures`: what `figuresOf` gave
 * for each sentence.
 */
export function kpis(
  reading: Reading,
  figures: readonly (readonly KpiByFigure[])[] = reading.each(figuresOf),
): Found[] {
  const { words, sentences } = reading
  const { found: laidOut, filled } = laidOutKpis(reading)
  const labelled = labelledIn(reading)
  const leads = leadInsOf(words)
  const inSentences: Found[][] = words.map(() => [])
  let skipTo = -1
  for (const [index, sentence] of words.entries()) {
    if (index <= skipTo) continue
    const { start = 0, end = 0 } = sentences[index] ?? {}
    if (filled.some(one => start < one.end && one.start < end)) continue
    const block = labelled.get(index)
    if (block) {
      skipTo = block.last
      const { found } = block
      inSentences[index] = [{ ...found, start: found.start - start, end: found.end - start }]
      continue
    }
    if (sentence.includes('|')) {
      inSentences[index] = rowIn(sentence)
      continue
    }
    const lead = leads.get(index)
    const listed = lead === undefined ? [] : listedKpis(sentence.slice(0, LONGEST), words[lead] ?? '')
    const some = listed.length > 0 ? listed : (figures[index] ?? [])
    inSentences[index] = some.flatMap(kpi => inContext(words, index, kpi, lead) ?? [])
  }
  return [...laidOut, ...inText(reading, inSentences)]
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
