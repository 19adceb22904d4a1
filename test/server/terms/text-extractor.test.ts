import { afterEach, expect, it } from 'vitest'
import { createTextExtractor, type TextExtractor } from '../../../server/terms/text-extractor.ts'
import { must } from '../../../shared/result.ts'
import type { TextTerms } from '../../../shared/terms/text-terms.ts'
import { silentLog } from '../../support/silent-log.ts'

let extractor: TextExtractor
afterEach(() => extractor.close())

it('gives nothing for a text that takes too long, instead of failing its reader', async () => {
  extractor = createTextExtractor(silentLog, { timeoutMs: 1 })
  expect(await extractor.extract('This agreement is governed by the laws of Norway.')).toBeNull()
})

it('goes on with the next text after one that took more memory than it may', async () => {
  extractor = createTextExtractor(silentLog, { memoryMb: 32 })
  expect(await extractor.extract('Aa.\n\n'.repeat(400_000))).toBeNull()
  expect(await extractor.extract('This agreement is governed by the laws of Norway.')).not.toBeNull()
})

it('reads a text in a thread of its own', async () => {
  extractor = createTextExtractor(silentLog)
  const json = await extractor.extract('This agreement is governed by the laws of Norway.')
  const terms: TextTerms = JSON.parse(new TextDecoder().decode(must(json, 'the text was read')))
  expect(terms.facts.map(({ text }) => text)).toContain('Norway')
})
