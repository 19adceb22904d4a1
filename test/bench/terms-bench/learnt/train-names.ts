import {
  type NameCandidate,
  nameCandidates,
} from '../../../../shared/terms/recognise/facts/parties/likely/name-candidates.ts'
import {
  NAME_BUCKETS,
  nameFeatures,
} from '../../../../shared/terms/recognise/facts/parties/likely/name-features.ts'
import type { StoredLinearModel } from '../../../../shared/terms/recognise/linear-model.ts'
import { plainText } from '../../../../shared/terms/recognise/text/plain-text.ts'
import { bareName, jaccard } from '../compare.ts'
import type { GoldContract, GoldParty } from '../gold.ts'
import { minimise } from '../minimise.ts'
import { commonBuckets, pulled, storedModel } from './linear-training.ts'

const PULL = 0.3
const STEPS = 60
/** Features of fewer agreements than this are left out. */
const LEAST = 3

/** A name with its features, and whether it is a party's. */
interface NameCase {
  readonly features: readonly number[]
  readonly wanted: boolean
}

/** The names of one agreement; those of parties that may be left out are no example of anything. */
export function nameExample({ text, parties }: GoldContract): readonly NameCase[] {
  if (parties.status !== 'value') return []
  const plain = plainText(text)
  const candidates = nameCandidates(plain)
  const features = nameFeatures(plain.plain, candidates)
  return candidates.flatMap((candidate, at) => {
    const party = parties.value?.find(one => isOf(one, candidate))
    return party?.optional ? [] : [{ features: features[at] ?? [], wanted: party !== undefined }]
  })
}

/** Stricter than how results are compared: a name that holds two is that of neither. */
const isOf = ({ name, alt }: GoldParty, candidate: NameCandidate): boolean =>
  [name, ...alt].some(one => {
    const [a, b] = [bareName(one), bareName(candidate.name)]
    return a.replaceAll(' ', '') === b.replaceAll(' ', '') || jaccard(a, b) >= 0.75
  })

/** The model of parties' names, trained on these agreements. Same agreements, same model. */
export function trainNames(examples: readonly (readonly NameCase[])[]): StoredLinearModel {
  const common = commonBuckets(
    examples.map(example => example.map(({ features }) => features)),
    LEAST,
  )
  const cases = examples.flatMap(example =>
    example.map(({ features, wanted }) => ({
      features: features.filter(bucket => common.has(bucket)),
      wanted,
    })),
  )
  const found = minimise(
    (point, gradient) => loss(cases, point, gradient),
    new Float32Array(NAME_BUCKETS + 1),
    STEPS,
  )
  return storedModel(found, NAME_BUCKETS)
}

function loss(cases: readonly NameCase[], point: Float32Array, gradient: Float32Array): number {
  let sum = pulled(point, gradient, NAME_BUCKETS, PULL)
  for (const { features, wanted } of cases) {
    const score = features.reduce((total, bucket) => total + (point[bucket] ?? 0), point[NAME_BUCKETS] ?? 0)
    sum += Math.max(score, 0) - (wanted ? score : 0) + Math.log1p(Math.exp(-Math.abs(score)))
    const error = 1 / (1 + Math.exp(-score)) - (wanted ? 1 : 0)
    for (const bucket of features) gradient[bucket] = (gradient[bucket] ?? 0) + error
    gradient[NAME_BUCKETS] = (gradient[NAME_BUCKETS] ?? 0) + error
  }
  return sum
}
