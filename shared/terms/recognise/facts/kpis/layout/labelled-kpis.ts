import { matchesOf } from '../../../text/matches-of.ts'
import { figuresIn } from '../figures/figures-in.ts'
import { NUMBERED } from '../kpi-numbered.ts'
import { cadenceIn, ownerIn } from '../kpi-rhythm.ts'
import { cleanedName } from '../kpi-words.ts'
import type { LaidOutKpi } from './table-kpis.ts'

/** Labels of what a measure has, each with a colon behind it and perhaps a year in brackets before that. */
const LABELS = {
  name: 'name(?: of (?:the )?(?:indicator|measure|kpi))?|indicator(?: [\\d.]+)?|measure(?: \\d+)?|kpi(?: \\d+)?|metric|title',
  unit: 'unit(?: of measure(?:ment)?)?',
  baseline:
    'base ?line(?: value)?|starting (?:point|value|level)|start(?: value)?|current (?:value|level|status)|today|now|actual(?: value)?|present value|status quo|last year',
  target:
    'target(?: value| level)?|goal|aim|target to be reached|final value|end value|desired value|minimum|maximum|threshold',
  cadence:
    'frequency(?: of [a-z]+)?|how often|cadence|interval|measured|reported|reviewed|review|collected|collection|evaluation|reporting|measurement|reporting frequency|periodicity',
  owner:
    'owner|responsible(?: (?:partner|party|person|unit|body))?|responsibility|lead(?: partner)?|accountable|who|held by|reported by|measured by|data owner',
  other:
    'source(?: of (?:data|verification))?|means of verification|method|formula|definition|note|comment|verification|how measured|description|purpose|value|deadline|due',
} as const
export type LabelledKpi = Omit<LaidOutKpi, 'start' | 'end'>
type Label = keyof typeof LABELS

const LABEL = new RegExp(
  `(?<=^|[\\n.;,(] ?|[\\w)%] )(?:${Object.entries(LABELS)
    .map(([name, words]) => `(?<${name}>${words})`)
    .join('|')})(?: ?\\([^()\\n]{1,24}\\))?(?: in (?:19|20)\\d\\d)? ?: ?`,
  'gi',
)
const HAS_TARGET = new RegExp(`(?:${LABELS.target})(?: ?\\([^()\\n]{1,24}\\))? ?: ?`, 'i')

const BEGINS = new RegExp(
  `^[-•*]? ?(?:${Object.values(LABELS).join('|')})(?: ?\\([^()\\n]{1,24}\\))? ?:`,
  'i',
)

/** Whether a sentence begins with the label of something that a measure has. */
export const beginsWithLabel = (sentence: string): boolean => BEGINS.test(sentence)

/** Whether a stretch of text may hold a measure told by labels; to be asked first, as it is answered at once. */
export const mayBeLabelled = (text: string): boolean => text.includes(':') && HAS_TARGET.test(text)

/**
 * A measure told by labels: `Proportion of girls in school. Baseline: 54% (2023). Target: 70%. Collected: annually.`, each on a line,
 * in a sentence or behind another. The name is what a label calls so, or what stands before the first label. Null without a target.
 */
export function labelledKpi(text: string): LabelledKpi | null {
  const marks = matchesOf(text, LABEL).map(match => ({
    label: labelOf(match.groups ?? {}),
    start: match.index,
    after: match.index + match[0].length,
  }))
  const saidBy = (label: Label): string => {
    const at = marks.findIndex(one => one.label === label)
    const mark = marks[at]
    if (!mark) return ''
    return text
      .slice(mark.after, Math.min(marks[at + 1]?.start ?? text.length, mark.after + 160))
      .replace(/[\s.;,(]+$/, '')
      .trim()
  }
  const target = figuresIn(`${saidBy('target')} |`).find(one => !one.money)
  const first = marks[0]
  if (!target || !first || marks.length < 2) return null
  const baseline = figuresIn(`${saidBy('baseline')} |`)[0]
  const name = nameBefore(text.slice(0, first.start)) || firstOf(saidBy('name'))
  if (name.length < 3) return null
  return {
    name,
    unit: target.unit ?? (saidBy('unit') || null) ?? baseline?.unit ?? null,
    baseline: baseline?.decimal ?? null,
    target: target.decimal,
    cadence: cadenceIn(saidBy('cadence')),
    owner: ownerOf(saidBy('owner')) ?? ownerIn(text, { bound: false }),
    rule: 'measure told by labels',
    confidence: 0.8,
  }
}

const labelOf = (groups: Readonly<Record<string, string | undefined>>): Label =>
  (Object.keys(LABELS) as Label[]).find(label => groups[label] !== undefined) ?? 'other'
const firstOf = (value: string) => cleanedName(value.split(/[.;\n]/)[0] ?? '')
const ownerOf = (value: string) => value.split(/[.;,\n]/)[0]?.trim() || null

/** `Indicator 1.3 - Proportion of girls`, `KPI 4 (waiting time): Median waiting time`: without what numbers it. */
function nameBefore(text: string): string {
  const line =
    text
      .trim()
      .replace(/[\s.;:,(-]+$/, '')
      .split(/\n|(?<=\w)\. (?=[A-Z])/)
      .at(-1) ?? ''
  return cleanedName(line.replace(NUMBERED, ''))
}
