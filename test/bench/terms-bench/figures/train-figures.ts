import { writeFileSync } from 'node:fs'
import {
  FIGURE_BUCKETS,
  figureFeatures,
  unitClass,
} from '../../../../shared/terms/recognise/facts/kpis/figures/figure-features.ts'
import { type Figure, figuresIn } from '../../../../shared/terms/recognise/facts/kpis/figures/figures-in.ts'
import {
  MEASURE,
  NO_MEASURE,
  PLAIN_MEASURE,
} from '../../../../shared/terms/recognise/facts/kpis/kpi-words.ts'
import { readText } from '../../../../shared/terms/recognise/reading.ts'
import { KPI_EXAMPLES } from '../../../shared/terms/recognise/kpi-examples.ts'
import { readGold } from '../gold.ts'
import { pulled, storedModel } from '../learnt/linear-training.ts'
import { minimise } from '../minimise.ts'
import { BLIND_KPI_PASSAGES_A } from '../own/blind-kpi-passages-a.ts'
import { KPI_PASSAGES } from '../own/kpi-passages.ts'
import { LATE_KPI_PASSAGES } from '../own/late-kpi-passages.ts'
import { LEARNT_KPI_PASSAGES } from '../own/learnt-kpi-passages.ts'
import { TRAINED_KPI_PASSAGES } from '../own/trained-kpi-passages.ts'
import { MEASURE_SENTENCES, OTHER_SENTENCES } from './figure-examples.ts'
import { MORE_MEASURE_SENTENCES } from './more-measure-sentences.ts'
import { MORE_OTHER_SENTENCES } from './more-other-sentences.ts'

/**
 * Trains the model of figures on sentences of our own, and on sentences of a labelled set that speak of other figures than
 * measures: `node test/bench/terms-bench/figures/train-figures.ts <folder with gold.jsonl>`. Without a folder it tells how well
 * it does on sentences left out in turn, and writes nothing.
 */
const TARGET = new URL(
  '../../../../shared/terms/recognise/facts/kpis/figures/figure-model.json',
  import.meta.url,
)
const ATTRIBUTION =
  'Trained on sentences of our own and, as examples of figures that are no measure, on sentences of CUAD v1 (Contract Understanding Atticus Dataset), The Atticus Project, https://www.atticusprojectai.org/cuad, licensed under CC BY 4.0, https://creativecommons.org/licenses/by/4.0/. Changed: reduced to weights of hashed words; no text of the contracts is contained.'
const LONGEST = 1200
/** Of the contracts' sentences every so many are taken, and each counts for less than one that was written on purpose. */
const EVERY = 3
const OF_CONTRACTS = 0.5
const PULL = 0.5
const STEPS = 150
const SMALLEST = 0.03
const PARTS = 5

interface Case {
  readonly features: readonly number[]
  readonly wanted: boolean
  readonly weight: number
  readonly part: number
}

const own = [
  ...[...MEASURE_SENTENCES, ...MORE_MEASURE_SENTENCES].flatMap((sentence, index) => {
    // Each pair of braces before it moves a figure two places.
    const targets = [...sentence.matchAll(/\{/g)].map((match, at) => match.index - 2 * at)
    return casesOf(sentence.replace(/[{}]/g, ''), start => targets.includes(start), 1, index)
  }),
  ...[...OTHER_SENTENCES, ...MORE_OTHER_SENTENCES].flatMap((sentence, index) =>
    casesOf(sentence, () => false, 1, index),
  ),
  ...[
    ...KPI_EXAMPLES,
    ...KPI_PASSAGES,
    ...TRAINED_KPI_PASSAGES,
    ...LATE_KPI_PASSAGES,
    ...LEARNT_KPI_PASSAGES,
    ...BLIND_KPI_PASSAGES_A,
  ].flatMap(({ text, kpis }, index) => {
    const targets = new Set(kpis.map(({ target }) => target))
    if (text.includes('|') || text.includes('\t')) return []
    return readText(text).words.flatMap(sentence =>
      casesOf(sentence, (_, decimal) => targets.has(decimal), 1, index),
    )
  }),
]
const folder = process.argv[2]
if (folder === undefined) tellParts()
else {
  const others = readGold(folder).flatMap(({ text }, contract) =>
    readText(text).words.flatMap((sentence, index) =>
      (index + contract) % EVERY === 0 && (!MEASURE.test(sentence) || NO_MEASURE.test(sentence))
        ? casesOf(sentence, () => false, OF_CONTRACTS, 0, isDoubtful)
        : [],
    ),
  )
  const stored = storedModel(train([...own, ...others]), FIGURE_BUCKETS, SMALLEST)
  const model = { attribution: ATTRIBUTION, ...stored }
  writeFileSync(TARGET, `${JSON.stringify(model, null, 2)}\n`)
  console.log(
    `${own.length} figures of our own, ${others.length} of contracts; ${stored.weights.split(' ').length} weights`,
  )
}

function casesOf(
  sentence: string,
  wanted: (start: number, decimal: string) => boolean,
  weight: number,
  index: number,
  without: (sentence: string, figure: Figure) => boolean = () => false,
): Case[] {
  if (sentence.length > LONGEST) return []
  const figures = figuresIn(sentence)
  const features = figureFeatures(sentence, figures)
  return figures.flatMap((figure, at) =>
    without(sentence, figure)
      ? []
      : [
          {
            features: features[at] ?? [],
            wanted: wanted(figure.start, figure.decimal),
            weight,
            part: index % PARTS,
          },
        ],
  )
}

/** A figure of a contract that nobody labelled and that may well be a service level: it is no example of anything. */
function isDoubtful(sentence: string, figure: Figure): boolean {
  const near = sentence.slice(Math.max(0, figure.start - 80), figure.after + 60)
  const kind = unitClass(figure)
  return (kind === 'hours' && MEASURE.test(near)) || (kind === 'share' && PLAIN_MEASURE.test(near))
}

/** Weights, and behind them the bias. */
function train(cases: readonly Case[]): Float32Array {
  const start = new Float32Array(FIGURE_BUCKETS + 1)
  return minimise((point, gradient) => loss(cases, point, gradient), start, STEPS)
}

function loss(cases: readonly Case[], point: Float32Array, gradient: Float32Array): number {
  let sum = pulled(point, gradient, FIGURE_BUCKETS, PULL)
  for (const { features, wanted, weight } of cases) {
    const score = features.reduce((sum, bucket) => sum + (point[bucket] ?? 0), point[FIGURE_BUCKETS] ?? 0)
    sum += weight * (Math.max(score, 0) - (wanted ? score : 0) + Math.log1p(Math.exp(-Math.abs(score))))
    const error = weight * (1 / (1 + Math.exp(-score)) - (wanted ? 1 : 0))
    for (const bucket of features) gradient[bucket] = (gradient[bucket] ?? 0) + error
    gradient[FIGURE_BUCKETS] = (gradient[FIGURE_BUCKETS] ?? 0) + error
  }
  return sum
}

function tellParts() {
  let [hits, wrong, missed] = [0, 0, 0]
  for (let part = 0; part < PARTS; part += 1) {
    const weights = train(own.filter(one => one.part !== part))
    const bias = weights[FIGURE_BUCKETS] ?? 0
    for (const { features, wanted } of own.filter(one => one.part === part)) {
      const got = features.reduce((sum, bucket) => sum + (weights[bucket] ?? 0), bias) >= 0
      hits += got && wanted ? 1 : 0
      wrong += got && !wanted ? 1 : 0
      missed += !got && wanted ? 1 : 0
    }
  }
  console.log(
    `left out in turn: of ${hits + missed} figures that are targets ${hits} are found, and ${wrong} others with them`,
  )
}
