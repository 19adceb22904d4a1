import { describe, expect, it } from 'vitest'
import { randomMerge } from '../support/random-merge.ts'

const ROUNDS = Number(process.env.FUZZ_ROUNDS ?? 300)
const FIRST = Number(process.env.FUZZ_SEED ?? 1)

describe.each(['parley', 'stock'] as const)(
  'merge review over random merges, written by the %s binding',
  kind => {
    it('accounts for every word that either side wrote, in the text or in the review, and for nearly all that came back', () => {
      let returned = 0
      let untold = 0
      let written = 0
      let inText = 0
      const failures: { seed: number; lost: readonly string[] }[] = []
      for (let seed = FIRST; seed < FIRST + ROUNDS / 2; seed++) {
        const merge = randomMerge(seed, kind)
        written += merge.written.length
        inText += merge.inText.length
        returned += merge.returned.length
        untold += merge.untold.length
        if (merge.lost.length > 0) failures.push({ seed, lost: merge.lost })
      }
      expect(failures).toEqual([])
      expect(written).toBeGreaterThan(ROUNDS)
      expect(written - inText, 'the run must lose words from the text, or it proves nothing').toBeGreaterThan(
        ROUNDS / 100,
      )
      // One word alone cannot always be told from the same word written by chance.
      expect(returned, 'words that one removed must come back, or it proves nothing').toBeGreaterThan(50)
      expect(untold).toBeLessThanOrEqual(returned / 50)
    })
  },
)
