import { cleanedName, measureName } from '../kpi-words.ts'
import { figureFeatures } from './figure-features.ts'
import { figureChance } from './figure-model.ts'
import { type Figure, figuresIn } from './figures-in.ts'

/** A measure that is told by its figure, at its place in the sentence. */
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
const MOST_FIGURES = 8

/** Measures in a sentence whose words no rule knows: the figures that a model takes for targets, with what they are of. */
export function kpisByFigure(sentence: string): KpiByFigure[] {
  const figures = figuresIn(sentence)
  if (figures.length === 0 || figures.length > MOST_FIGURES) return []
  const chances = figureFeatures(sentence, figures).map(figureChance)
  const best = chances.reduce((most, chance, index) => (chance > (chances[most] ?? 0) ? index : most), 0)
  const figure = figures[best]
  const chance = chances[best] ?? 0
  if (!figure || chance < LIKELY) return []
  const name = nameOf(sentence, figure)
  if (name.length < 3) return []
  const before = baselineOf(sentence, figures, figure)
  const named = sentence.indexOf(name.split(' … ')[0] ?? name)
  return [
    {
      start: Math.min(figure.start, named < 0 ? figure.start : named),
      end: Math.max(figure.after, named < figure.start ? 0 : named + name.length),
      name,
      unit: figure.unit ?? before?.unit ?? null,
      baseline: before?.decimal ?? null,
      target: figure.decimal,
      confidence: Math.round((0.4 + 0.35 * chance) * 100) / 100,
    },
  ]
}

/** What stands between the name and the figure and belongs to neither. */
const BOUND_AT_END =
  /(?:,? ?(?:\b(?:at (?:least|most)|no(?:t)? (?:later|more|less|fewer|longer|higher|lower) than|(?:more|less|fewer|longer|higher|lower|better) than|up to|under|over|below|above|within|in|to|by|of|at|is|are|be|the|an?|every|each|about|around|only|not|exceeds?|average|averages|minimum|maximum|target|with|for|from|than|after|until|between|and|amounts?|reach(?:es)?|stays?|keeps?|kept|falls?|rises?|grows?|climbs?|drops?)|[:=≥≤<>(-]))+ ?$/i
/** What is left of a verb before a bound: `may not pass`, `is brought from 9 hours`. */
const VERB_AT_END =
  / (?:(?:may|must|shall|will|should|does|do|can|is|are|never)(?: not)?(?: be)?(?: to)?(?: (?:\w+ed|pass|go|drop|rise|fall|brought|cut|kept|held|met|up|down|beyond|above|below))*|(?:goes|shrinks?|climbs?|is \w+) from \S+(?: [a-z]+)?)$/i
const AFTER_SHARE = /^ of (?:all |the |its |their |our )*(?<name>[a-z][^,.;:|()]{2,80})/i
const AFTER_COUNT =
  /^ (?!(?:or|and|on|in|at|by|for|per|an?|each|every|times|from|within|to|than|of|lower|higher|more|less|is|are|was)\b)(?<name>[a-z][^,.;:|()]{2,80})/i
/** Where a name that stands behind its figure ends: the verb, or when and how often. */
const ENDS =
  / (?:shall|will|must|should|may|is|are|be|has|have|reach\w*|arrive|by|until|each|every|per|before|after|within|from|against|who|that|which|when|where|(?:a|in (?:any|each|its|their)) (?:\w+ )?(?:day|week|month|quarter|year|season|term))\b.*$/i
/** A whole that says nothing of what is measured. */
const ANY_WHOLE =
  /^(?:cases?|days?|nights?|samples|months?|years?|weeks?|occasions|instances|times?|each|every|it)\b/i

/** What a figure is of, in the words around it; `…` stands where the figure stood within them. */
function nameOf(sentence: string, figure: Figure): string {
  const rest = sentence.slice(figure.after)
  const isShare = /%|\bcent|\b(?:of|in)\b/i.test(figure.unit ?? '')
  const isAmount = /^(?:tonn|k?g\b|gram|litre|kwh|mwh|hect|kilom|met|mile)/i.test(figure.unit ?? '')
  const told = (isShare || isAmount ? AFTER_SHARE : figure.unit === null ? AFTER_COUNT : null)?.exec(rest)
  const counted = /\b(?:out of|of every|of|in)\b/i.test(figure.unit ?? '') ? AFTER_COUNT.exec(rest) : null
  const described = / an? $/i.test(sentence.slice(0, figure.start)) ? AFTER_COUNT.exec(rest) : null
  const behind = cleanedName(((described ?? counted ?? told)?.groups?.name ?? '').replace(ENDS, ''))
  const lead = sentence
    .slice(0, figure.start)
    .replace(/^[\s\d.()*•-]+/, '')
    .replace(BOUND_AT_END, '')
    .replace(VERB_AT_END, '')
    .trim()
  if (described && behind.length >= 3) return behind
  if (behind.length < 3 || ANY_WHOLE.test(behind)) {
    const named = measureName(lead)
    return named.length >= 3 && !/^(?:it|they|we|you|this|that|which)$/i.test(named)
      ? named
      : cleanedName(lead.split(/[;|]|: (?=.{25})/).at(-1) ?? '')
  }
  const before = cleanedName(lead.split(/[;|:]/).at(-1) ?? '')
  return before.split(' ').length < 2
    ? behind
    : `${before} … ${told && figure.unit !== null && !counted ? 'of ' : ''}${behind}`
}

/** The figure of the same kind that stands before it behind `from`, `today` or `baseline`. */
function baselineOf(sentence: string, figures: readonly Figure[], target: Figure): Figure | undefined {
  return figures.find(
    figure =>
      figure !== target &&
      /\b(?:from|today|currently|now|baseline|instead of|was|against|in (?:19|20)\d\d)\b[^.;]{0,20}$/i.test(
        sentence.slice(Math.max(0, figure.start - 30), figure.start),
      ) &&
      (figure.unit === target.unit || figure.unit === null || target.unit === null),
  )
}
