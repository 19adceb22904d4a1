import { writeFileSync } from 'node:fs'
import { readGold } from '../gold.ts'
import { ownTrainingSet } from '../own/own-agreements.ts'
import { candidateExample, trainCandidates } from './train-candidates.ts'
import { nameExample, trainNames } from './train-names.ts'

/**
 * Trains the models of dates, of lengths of time and of parties' names that are shipped, on agreements of our own and on those of the
 * folders named, and writes them as data: `node test/bench/terms-bench/learnt/train.ts <folder with gold.jsonl>`. Same agreements,
 * same bytes.
 */
const FACTS = new URL('../../../../shared/terms/recognise/facts/', import.meta.url)
const ATTRIBUTION =
  'Weights trained on agreements of our own and on CUAD v1 (Contract Understanding Atticus Dataset), The Atticus Project, https://www.atticusprojectai.org/cuad, licensed under CC BY 4.0, https://creativecommons.org/licenses/by/4.0/. Changed: reduced to weights of hashed words; no text of the contracts is contained.'

const folders = process.argv.slice(2)
if (folders.length === 0) {
  console.error('Say which folder: node test/bench/terms-bench/learnt/train.ts <folder with gold.jsonl>')
  process.exit(2)
}
const contracts = [...ownTrainingSet(), ...folders.flatMap(readGold)]
const trainedOn = contracts.map(({ id }) => id)
write('candidates/candidate-models.json', {
  trainedOn,
  models: trainCandidates(contracts.map(candidateExample)),
})
write('parties/likely/name-model.json', trainNames(contracts.map(nameExample)))

function write(path: string, model: object): void {
  const written = JSON.stringify({ attribution: ATTRIBUTION, ...model }, null, 2)
  writeFileSync(new URL(path, FACTS), `${written}\n`)
  console.log(`${contracts.length} agreements, ${path}: ${Math.round(written.length / 1024)} kB`)
}
