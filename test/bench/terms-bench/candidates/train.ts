import { writeFileSync } from 'node:fs'
import { readGold } from '../gold.ts'
import { ownTrainingSet } from '../own/own-agreements.ts'
import { candidateExample, trainCandidates } from './train-candidates.ts'

/**
 * Trains the models of dates and lengths of time that are shipped, on agreements of our own and on those of the folders named, and
 * writes them as data: `node test/bench/terms-bench/candidates/train.ts <folder with gold.jsonl>`. Same agreements, same bytes.
 */
const TARGET = new URL(
  '../../../../shared/terms/recognise/facts/candidates/candidate-models.json',
  import.meta.url,
)
const ATTRIBUTION =
  'Weights trained on agreements of our own and on CUAD v1 (Contract Understanding Atticus Dataset), The Atticus Project, https://www.atticusprojectai.org/cuad, licensed under CC BY 4.0, https://creativecommons.org/licenses/by/4.0/. Changed: reduced to weights of hashed words; no text of the contracts is contained.'

const folders = process.argv.slice(2)
if (folders.length === 0) {
  console.error('Say which folder: node test/bench/terms-bench/candidates/train.ts <folder with gold.jsonl>')
  process.exit(2)
}
const contracts = [...ownTrainingSet(), ...folders.flatMap(readGold)]
const models = trainCandidates(contracts.map(candidateExample))
const trainedOn = contracts.map(({ id }) => id)
const written = JSON.stringify({ attribution: ATTRIBUTION, trainedOn, models }, null, 2)
writeFileSync(TARGET, `${written}\n`)
console.log(`${contracts.length} agreements, ${Math.round(written.length / 1024)} kB`)
