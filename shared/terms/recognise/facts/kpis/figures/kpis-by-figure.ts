import { figureFeatures, unitClass } from './figure-features.ts'
import { figureChance } from './figure-model.ts'
import { type Figure, figuresIn } from './figures-in.ts'
import { nameOfFigure } from './measure-name.ts'
import { isPlainTarget } from './plain-target.ts'

/** A measure that is told by its figure, at its place in the sentence. `name` is empty where the sentence before tells it. */
export interface KpiByFigure {
  readonly start: number
  readonly end: number
  readonly name: string
  readonly unit: string | null
  readonly baseline: string | null
  readonly target: string
  readonly confidence: number
}

/** From which chance a figure is a target. */
const LIKELY = 0.5
/** How sure a target is that needs no model. */
const PLAINLY = 0.85
const MOST_FIGURES = 14
const NOW =
  /\b(?:from|today|currently|now|at present|stands at|so far|(?:rose|fell|dropped|climbed|grew|sank|amounted|came) to|baseline|instead of|was|were|against|last year|stood at|found to be|actual(?: value)?|outturn|starting (?:point|value)|(?:in )?(?:19|20)\d\d:?)\b[^.;]{0,24}$/i
/** What was reached already is where something starts from. */
const PAST =
  /\b(?:(?:rose|fell|dropped|climbed|grew|sank|amounted|came) to|stood at|found to be) (?:about )?$/i
const NOW_BEHIND = /^ ?(?:->|→|=>|\(?(?:now|today|at present|currently|last year)(?=[,;.)]|$| and))/i
/** A share of what somebody pays or owns is no measure. */
const OF_CHARGES =
  /^ of (?:[\w'-]+ ){0,5}(?:charges?|fees?|prices?|royalt\w+|commissions?|salary|shares|votes|capital|(?:conversion|purchase|total) cost)\b/i
const BETWEEN = /\b(?:between|range of|from) $/i
const STARTS =
  /\b(?:from|today|currently|now|at present|stands at|so far|baseline|was|were|against|last year|stood at|found to be|actual|outturn|starting)\b[^.;]{0,24}$/i
const DATE =
  '(?:(?:in|by|until|from|for|at|over) )?(?:the )?(?:end of )?(?:(?:19|20)\\d\\d(?:[/-]\\d{2,4})?|q[1-4]|(?:service |contract )?year (?:one|two|three|four|five|\\d)|(?:first|second|third|fourth|fifth|last|final|next|following)(?: \\w+)? (?:year|quarter))'
const DATED = new RegExp(`\\b${DATE}\\b`, 'i')
const DATED_ALL = new RegExp(`\\b${DATE}\\b`, 'gi')
const STEP_WORDS =
  /\b(?:and|then|to|in|by|from|at|least|the|thereafter|rising|after|that|of|not|less|than)\b|[\s,;:()-]/gi

/** `(2025: 16)`, `(last year 29)`: where something starts from, said in brackets behind the target. */
const STARTS_ASIDE =
  /\w[^()]*\([^()]*\b(?:today|now|currently|actual|was|were|baseline|last year|so far|(?:19|20)\d\d(?: |:))[^()]*$/i

/** Measures in a sentence: the figures that a model takes for targets, with what they are of and where they start from. */
export function kpisByFigure(sentence: string, likelyFrom = LIKELY): KpiByFigure[] {
  const figures = figuresIn(sentence)
  if (figures.length === 0 || figures.length > MOST_FIGURES) return []
  const features = figureFeatures(sentence, figures)
  const chances = figures.map((figure, index) =>
    Math.max(figureChance(features[index] ?? []), isPlainTarget(sentence, figure) ? PLAINLY : 0),
  )
  const likely = figures.filter(
    (one, index) =>
      (chances[index] ?? 0) >= likelyFrom &&
      !STARTS_ASIDE.test(sentence.slice(0, one.start).slice(-40)) &&
      !PAST.test(sentence.slice(Math.max(0, one.start - 24), one.start)) &&
      !NOW_BEHIND.test(sentence.slice(one.after, one.after + 16)) &&
      !OF_CHARGES.test(sentence.slice(one.after, one.after + 70)),
  )
  const steps = stepsOf(sentence, figures)
  const targets = [
    ...new Set(likely.map(one => steps.find(chain => chain.includes(one))?.at(-1) ?? one)),
  ].filter(one => !isTimeOfShare(sentence, one, likely))
  let from = 0
  return targets.flatMap(figure => {
    const chain = steps.find(one => one.includes(figure)) ?? [figure]
    const baseline = baselineOf(sentence, figures, targets, chain, figure)
    // The name stands before the first of the figures that lead to the target.
    const first = { ...figure, start: (chain[0] ?? figure).start }
    const name = nameOfFigure(sentence, first, from) || (from > 0 ? nameOfFigure(sentence, first, 0) : '')
    const chance = chances[figures.indexOf(figure)] ?? 0
    const named = sentence.indexOf(name.split(' … ')[0] ?? name, from)
    const start = name === '' || named < 0 ? figure.start : Math.min(figure.start, named)
    from = figure.after
    return [
      {
        start,
        end: Math.max(figure.after, named < figure.start ? 0 : named + name.length),
        name,
        unit: figure.unit ?? baseline?.unit ?? null,
        baseline: baseline?.decimal ?? null,
        target: figure.decimal,
        confidence: Math.round((0.4 + 0.35 * chance) * 100) / 100,
      },
    ]
  })
}

/** Figures that lead to one: both ends of a range, and the steps from year to year up to the last. */
function stepsOf(sentence: string, figures: readonly Figure[]): Figure[][] {
  const chains: Figure[][] = []
  for (const figure of figures) {
    const chain = chains.at(-1)
    const last = chain?.at(-1)
    if (chain && last && leadsOn(sentence, last, figure, chain.length > 1)) chain.push(figure)
    else chains.push([figure])
  }
  return chains.filter(chain => chain.length > 1)
}

function leadsOn(sentence: string, figure: Figure, next: Figure, goesOn: boolean): boolean {
  if (unitClass(next) !== unitClass(figure) && figure.unit !== null) return false
  const before = sentence.slice(Math.max(0, figure.start - 36), figure.start)
  const gap = sentence.slice(figure.after, next.start)
  if (STARTS.test(before) || gap.length > 48 || gap.lastIndexOf('(') > gap.lastIndexOf(')')) return false
  if (goesOn && /^,? and $/.test(gap)) return true
  if (/^ ?(?:and|to|-) ?$/.test(gap)) return BETWEEN.test(before) || !/and/.test(gap)
  if (/^(?:,| and|, and) $/.test(gap)) return figure.unit === null || next.unit === null
  return (
    DATED.test(`${before}${gap}`) &&
    DATED.test(gap) &&
    gap.replace(DATED_ALL, '').replace(STEP_WORDS, '').length < 4
  )
}

/** A time that only tells of what a share is: `within two days` in `95% of requests are answered within two days`. */
function isTimeOfShare(sentence: string, figure: Figure, likely: readonly Figure[]): boolean {
  if (!/^(?:hours|days|months)$/.test(unitClass(figure))) return false
  if (!/\b(?:within|in|after|than)(?: \w+){0,2} $/i.test(sentence.slice(0, figure.start))) return false
  const at = likely.indexOf(figure)
  return [likely[at - 1], likely[at + 1]].some(
    share =>
      share !== undefined &&
      /^(?:share|outof)$/.test(unitClass(share)) &&
      !/;|, (?:and|but|while) | and (?:shall|must|will|an?) /.test(between(sentence, share, figure)),
  )
}

const between = (sentence: string, a: Figure, b: Figure) =>
  a.start < b.start ? sentence.slice(a.after, b.start) : sentence.slice(b.after, a.start)

/** The figure of the same kind that stands with `from`, `today` or `baseline`, nearest to the target. */
function baselineOf(
  sentence: string,
  figures: readonly Figure[],
  targets: readonly Figure[],
  chain: readonly Figure[],
  target: Figure,
): Figure | undefined {
  const [before, after] = [targets[targets.indexOf(target) - 1], targets[targets.indexOf(target) + 1]]
  const near = figures.filter(
    one =>
      !targets.includes(one) &&
      !chain.includes(one) &&
      one.start > (before?.start ?? -1) &&
      one.start < (after?.start ?? sentence.length) &&
      (NOW.test(sentence.slice(Math.max(0, one.start - 36), one.start)) ||
        NOW_BEHIND.test(sentence.slice(one.after, one.after + 16))) &&
      (one.unit === target.unit || one.unit === null || target.unit === null),
  )
  return near.findLast(one => one.start < target.start) ?? near[0]
}
