import { afterEach, expect, it } from 'vitest'
import { createTextExtractor, type TextExtractor } from '../../../server/terms/text-extractor.ts'
import { must } from '../../../shared/result.ts'
import type { TextTerms } from '../../../shared/terms/text-terms.ts'
import { silentLog } from '../../support/silent-log.ts'

const LAW = 'This agreement is governed by the laws of Norway.'

let extractor: TextExtractor
afterEach(() => extractor.close())

it('gives nothing for a text that takes too long, instead of failing its reader', async () => {
  extractor = createTextExtractor(silentLog, { timeoutMs: 1 })
  expect(await extractor.extract(LAW)).toBeNull()
})

it('goes on with the next text after one that took more memory than it may', async () => {
  extractor = createTextExtractor(silentLog, { memoryMb: 32 })
  expect(await extractor.extract('Aa.\n\n'.repeat(400_000))).toBeNull()
  expect(await extractor.extract(LAW)).not.toBeNull()
})

it('reads a text in a thread of its own', async () => {
  extractor = createTextExtractor(silentLog)
  for (const sent of [LAW, new TextEncoder().encode(LAW)]) {
    const answer = must(await extractor.extract(sent), 'the text was read')
    if (!answer.ok) throw new Error(answer.error.message)
    const terms: TextTerms = JSON.parse(new TextDecoder().decode(answer.value))
    expect(terms.facts.map(({ text }) => text)).toContain('Norway')
  }
})

it.each([
  ['no text at all', '\n\n'],
  ['bytes of another encoding', new Uint8Array([72, 228, 110])],
])('says why it does not read %s', async (_, sent) => {
  extractor = createTextExtractor(silentLog)
  expect(await extractor.extract(sent)).toMatchObject({ ok: false, error: { kind: 'bad-request' } })
})
