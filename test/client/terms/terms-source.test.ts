import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { keepEqual } from '../../../client/terms/keep-equal.ts'
import { createTermsSource } from '../../../client/terms/terms-source.ts'
import { sampleAgreement } from '../../../shared/agreement/templates/template-for.ts'
import { readBody, seedUpdate, writeBlocks } from '../../../shared/document/yjs-body.ts'
import { extractTerms } from '../../../shared/terms/extract-terms.ts'

const sampleDoc = () => {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, seedUpdate(sampleAgreement(), 7))
  return doc
}
const heading = (text: string) => ({
  type: 'heading',
  attrs: { level: 1 },
  content: [{ type: 'text', text }],
})

describe('the terms of a live text', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  test('are those of the text once it has come to rest, and not before', () => {
    const doc = sampleDoc()
    const source = createTermsSource(doc)
    const heard = vi.fn()
    const stop = source.subscribe(heard)
    expect(source.current()).toBeNull()
    vi.advanceTimersByTime(300)
    expect(source.current()).toEqual(extractTerms(readBody(doc), 'Skarvøy Fresh Delivery Consortium'))
    writeBlocks(doc, 0, [heading('Preamble')])
    expect(source.current()?.clauses[0]?.title).toBe('Purpose')
    vi.advanceTimersByTime(300)
    expect(source.current()?.clauses[0]?.title).toBe('Preamble')
    doc.getMap('meta').set('title', 'Renamed')
    vi.advanceTimersByTime(300)
    expect(source.current()?.title).toBe('Renamed')
    expect(heard).toHaveBeenCalledTimes(3)
    stop()
  })

  test('follow somebody who never stops typing, two seconds behind at most', () => {
    const doc = new Y.Doc()
    const source = createTermsSource(doc)
    const stop = source.subscribe(() => {})
    for (let typed = 0; typed < 25; typed += 1) {
      writeBlocks(doc, typed, [heading(`${typed}`)])
      vi.advanceTimersByTime(100)
    }
    expect(source.current()?.clauses.length).toBeGreaterThanOrEqual(18)
    stop()
  })

  test('stay quiet when the words change and no term does', () => {
    const doc = sampleDoc()
    const source = createTermsSource(doc)
    const heard = vi.fn()
    const stop = source.subscribe(heard)
    vi.advanceTimersByTime(300)
    const before = source.current()
    writeBlocks(doc, 200, [
      { type: 'paragraph', content: [{ type: 'text', text: 'Nothing is stated here.' }] },
    ])
    vi.advanceTimersByTime(300)
    expect(source.current()).toBe(before)
    expect(heard).toHaveBeenCalledTimes(1)
    stop()
  })

  test('are not derived while nobody looks', () => {
    const doc = sampleDoc()
    const source = createTermsSource(doc)
    source.subscribe(() => {})()
    vi.advanceTimersByTime(5000)
    expect(source.current()).toBeNull()
    expect(vi.getTimerCount()).toBe(0)
  })
})

test('terms that did not change stay the same objects', () => {
  const { body, title } = sampleAgreement()
  const old = extractTerms(body, title)
  const next = { ...extractTerms(body, title), facts: extractTerms(body, title).facts.slice(1) }
  const kept = keepEqual(old, next)
  expect(kept).toEqual(next)
  expect(kept.kpis).toBe(old.kpis)
  expect(kept.facts[0]).toBe(old.facts[1])
  expect(keepEqual(old, extractTerms(body, title))).toBe(old)
})
