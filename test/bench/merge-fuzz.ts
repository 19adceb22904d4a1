import { randomMerge } from '../support/random-merge.ts'

/**
 * Many random merges; each word that anybody wrote must be in the text or in the review, and each that somebody removed and that
 * stands again should be in the review. Prints the seeds that break this.
 */
const ROUNDS = Number(process.env.FUZZ_ROUNDS ?? 10_000)
const FIRST = Number(process.env.FUZZ_SEED ?? 1_000_000)

let written = 0
let inText = 0
let inReview = 0
let returned = 0
let untold = 0
const broken: string[] = []
for (let round = 0; round < ROUNDS; round++) {
  const seed = FIRST + round
  const kind = round % 2 === 0 ? 'parley' : 'stock'
  const merge = randomMerge(seed, kind)
  written += merge.written.length
  inText += merge.inText.length
  inReview += merge.inReview.length
  returned += merge.returned.length
  untold += merge.untold.length
  if (merge.lost.length > 0) broken.push(`${kind} ${seed}: ${merge.lost.join(', ')}`)
}
process.stdout.write(
  `${ROUNDS} merges: ${written} words written, ${inText} whole in the text, ${inReview} in the review, ${written - inText - inReview} lost; ${returned} removed words stand again, ${untold} of them untold\n`,
)
for (const line of broken) process.stdout.write(`lost: ${line}\n`)
process.exitCode = broken.length > 0 ? 1 : 0
