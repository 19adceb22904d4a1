import { writeFileSync } from 'node:fs'
import { readGold } from './gold.ts'
import { prepare } from './prepared-example.ts'
import { ClauseTrainer } from './train-clauses.ts'

/**
 * Trains the model of clauses that is shipped, on every contract of the folders named, and writes it as data:
 * `node test/bench/terms-bench/train.ts <folder with gold.jsonl>`. Same contracts, same bytes.
 */
const TARGET = new URL('../../../shared/terms/recognise/clauses/shipped-model.json', import.meta.url)
const ATTRIBUTION =
  'Weights trained on CUAD v1 (Contract Understanding Atticus Dataset), The Atticus Project, https://www.atticusprojectai.org/cuad, licensed under CC BY 4.0, https://creativecommons.org/licenses/by/4.0/. Changed: reduced to weights of hashed words; no text of the contracts is contained.'

const folders = process.argv.slice(2)
if (folders.length === 0) {
  console.error('Say which folder: node test/bench/terms-bench/train.ts <folder with gold.jsonl>')
  process.exit(2)
}
const contracts = folders.flatMap(readGold)
const model = new ClauseTrainer(contracts.map(prepare)).model()
const trainedOn = contracts.map(contract => contract.id)
writeFileSync(TARGET, `${JSON.stringify({ attribution: ATTRIBUTION, trainedOn, ...model }, null, 2)}\n`)
console.log(`${contracts.length} contracts, ${Math.round(model.entries.length / 1024)} kB of weights`)
