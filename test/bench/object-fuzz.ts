import { assertAlike, runObjects } from '../support/object-run.ts'

/** Many runs of people who edit objects behind slow links. Prints the seeds after which they do not hold the same. */
const ROUNDS = Number(process.env.FUZZ_ROUNDS ?? 5000)
const FIRST = Number(process.env.FUZZ_SEED ?? 1_000_000)

let edits = 0
let broken = 0
for (let seed = FIRST; seed < FIRST + ROUNDS; seed++) {
  const run = runObjects(seed)
  for (const count of run.did.values()) edits += count
  try {
    assertAlike(run)
  } catch (error) {
    broken++
    process.stdout.write(`seed ${seed}: ${error instanceof Error ? error.message : String(error)}\n`)
  }
}
process.stdout.write(`${ROUNDS} runs, ${edits} edits: ${broken} ended unlike or invalid\n`)
process.exitCode = broken > 0 ? 1 : 0
