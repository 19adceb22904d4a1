import { describe, expect, it } from 'vitest'
import { BLOWS, runKillTrials } from '../support/cluster/kill-trials.ts'
import { postgresFolder, redisProgram } from '../support/services/programs.ts'

const SEED = Number(process.env.FUZZ_SEED ?? 5)

describe.skipIf(postgresFolder() === null || redisProgram() === null)(
  'two servers, PostgreSQL and Redis',
  () => {
    it('each killed once while people type on both servers, lose nothing that was promised and do not diverge', async () => {
      const report = await runKillTrials(BLOWS, SEED)
      expect(report.trials).toBe(BLOWS.length)
      expect(report.promised).toBe(report.typed)
    }, 400_000)
  },
)
