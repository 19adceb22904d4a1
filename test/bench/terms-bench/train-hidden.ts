import { CLAUSE_KINDS } from '../../../shared/terms/recognise/clauses/clause-kind.ts'
import { type StoredHidden, storeHidden } from '../../../shared/terms/recognise/clauses/hidden-layer.ts'
import { BUCKETS } from '../../../shared/terms/recognise/clauses/sentence-features.ts'
import { Adam } from './adam.ts'
import { CUE_WEIGHT, type Row } from './training-rows.ts'

const KINDS = CLAUSE_KINDS.length
const SIZE = 32
const ROUNDS = 24
const BATCH = 256
const RATE = 4e-3
/** Of the words of a sentence so many are hidden in each round, and of the units: what is left must do without them. */
const WORDS_DROPPED = 0.75
const UNITS_DROPPED = 0.2
/** A sentence of a kind counts so often. */
const OF_KIND = 5
/** Inputs are small numbers; the net learns faster from larger ones. */
const SCALE = 4

/**
 * The small net beside the linear model: trained in rounds on sentences in an order that is mixed anew each round, by a generator
 * of numbers with a seed of its own, so that the same examples give the same net.
 */
export function trainHidden(rows: readonly Row[], known: readonly number[]): StoredHidden {
  const random = mulberry(7)
  const inputs = new Adam(known.length * SIZE, () => 0.05 * normal(random))
  const hiddenBiases = new Adam(SIZE, () => 0)
  const outputs = new Adam(SIZE * KINDS, () => 0.2 * normal(random))
  const outputBiases = new Adam(KINDS, () => -4)
  const net = { inputs, hiddenBiases, outputs, outputBiases }
  for (let round = 0; round < ROUNDS; round += 1) {
    const order = mixed(rows, round, random)
    const rate = RATE * (1.05 - round / ROUNDS)
    for (let from = 0; from < order.length; from += BATCH) {
      const batch = order.slice(from, from + BATCH)
      for (const row of batch) learn(row, net, random, 1 / batch.length)
      inputs.stepRows(rate, SIZE)
      for (const part of [hiddenBiases, outputs, outputBiases]) part.step(rate)
    }
  }
  return storeHidden(
    known.map((bucket, row) => ({
      bucket,
      weights: inputs.values
        .slice(row * SIZE, (row + 1) * SIZE)
        .map(weight => SCALE * (bucket < BUCKETS ? 1 : CUE_WEIGHT) * weight),
    })),
    {
      hiddenBiases: [...hiddenBiases.values],
      outputs: [...outputs.values],
      outputBiases: [...outputBiases.values],
    },
  )
}

interface Net {
  readonly inputs: Adam
  readonly hiddenBiases: Adam
  readonly outputs: Adam
  readonly outputBiases: Adam
}

/** Sentences of no kind that a round looks at: all that are kept in a few rounds, a different part in each. */
function mixed(rows: readonly Row[], round: number, random: () => number): Row[] {
  const chosen = rows.filter((row, index) => row.times === 1 || (index + round) % 2 === 0)
  for (let last = chosen.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1))
    const [a, b] = [chosen[last], chosen[other]]
    if (a && b) {
      chosen[last] = b
      chosen[other] = a
    }
  }
  return chosen
}

const sums = new Float32Array(SIZE)
const factors = new Float32Array(SIZE)
const errors = new Float32Array(SIZE)

function learn({ columns, weights, wanted, times }: Row, net: Net, random: () => number, share: number) {
  const { inputs, hiddenBiases, outputs, outputBiases } = net
  sums.set(hiddenBiases.values)
  const used: number[] = []
  for (let at = 0; at < columns.length; at += 1) {
    if (random() < WORDS_DROPPED) continue
    used.push(at)
    const from = (columns[at] ?? 0) * SIZE
    const value = ((weights[at] ?? 0) * SCALE) / (1 - WORDS_DROPPED)
    for (let unit = 0; unit < SIZE; unit += 1)
      sums[unit] = (sums[unit] ?? 0) + value * (inputs.values[from + unit] ?? 0)
  }
  for (let unit = 0; unit < SIZE; unit += 1) {
    factors[unit] = (sums[unit] ?? 0) > 0 && random() >= UNITS_DROPPED ? 1 / (1 - UNITS_DROPPED) : 0
    errors[unit] = 0
  }
  // Sentences of no kind stand for those left out, and every other round skips each of them.
  const count = times === 1 ? 1 : times * 2
  for (let kind = 0; kind < KINDS; kind += 1) {
    let score = outputBiases.values[kind] ?? 0
    for (let unit = 0; unit < SIZE; unit += 1)
      score += (sums[unit] ?? 0) * (factors[unit] ?? 0) * (outputs.values[unit * KINDS + kind] ?? 0)
    const of = wanted[kind] ?? 0
    const error = share * count * (of ? OF_KIND : 1) * (1 / (1 + Math.exp(-score)) - of)
    outputBiases.add(kind, error)
    for (let unit = 0; unit < SIZE; unit += 1) {
      const active = (sums[unit] ?? 0) * (factors[unit] ?? 0)
      if (active === 0) continue
      errors[unit] = (errors[unit] ?? 0) + error * (outputs.values[unit * KINDS + kind] ?? 0)
      outputs.add(unit * KINDS + kind, error * active)
    }
  }
  for (let unit = 0; unit < SIZE; unit += 1) {
    errors[unit] = (errors[unit] ?? 0) * (factors[unit] ?? 0)
    hiddenBiases.add(unit, errors[unit] ?? 0)
  }
  for (const at of used)
    inputs.addRow(columns[at] ?? 0, errors, ((weights[at] ?? 0) * SCALE) / (1 - WORDS_DROPPED))
}

function mulberry(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const normal = (random: () => number) =>
  Math.sqrt(-2 * Math.log(random() || 1e-12)) * Math.cos(2 * Math.PI * random())
