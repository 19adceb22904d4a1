import { describe, expect, it } from 'vitest'
import { textOf } from '../../../../shared/document/document-json.ts'
import { readBody, readTitle } from '../../../../shared/document/yjs-body.ts'
import { comparable, compareStates } from '../../../../shared/record/history/compare-states.ts'
import { hands } from '../../../../shared/record/history/hands.ts'
import { RecordReader } from '../../../../shared/record/history/record-reader.ts'
import { sittings } from '../../../../shared/record/history/sittings.ts'
import { packRecordPage, unpackRecordPage } from '../../../../shared/record/record-pack.ts'
import type { SeqRanges } from '../../../../shared/record/seq-ranges.ts'
import { stampedBody } from '../../../../shared/record/stamped-body.ts'
import type { Stamp } from '../../../../shared/record/state-reading.ts'
import { documentAt } from '../../../../shared/record/text-at.ts'
import { SeededRandom } from '../../../support/seeded-random.ts'
import { attributed, paragraph, randomRecord, textIn, Writing } from './support/writing.ts'

describe('the text at any moment', () => {
  it('is the text after each entry', () => {
    const writing = new Writing().seed([paragraph('p-0000000000000001', 'a')])
    for (const letter of 'bcd') writing.edit('ben', body => textIn(body, 0).insert(0, letter))
    const texts = [0, 1, 2, 3, 4].map(seq => textOf(readBody(documentAt(writing.entries, seq))))
    expect(texts).toEqual(['', 'a', 'ba', 'cba', 'dcba'])
  })

  it('is cut out of the newest text just as replaying the record gives it', () => {
    for (let seed = 1; seed <= 12; seed++) {
      const writing = randomRecord(new SeededRandom(seed), seed % 2 === 0)
      const reader = new RecordReader()
      reader.add(writing.entries.slice(0, 10))
      reader.add(writing.entries)
      for (let seq = 0; seq <= reader.head; seq += 3)
        expect(reader.textAt(seq).body).toEqual(readBody(documentAt(writing.entries, seq)))
    }
  })

  it('passes over an entry that cannot be read', () => {
    const writing = new Writing()
      .seed([paragraph('p-0000000000000001', 'a')])
      .add('eve', Uint8Array.of(9, 9, 9))
    writing.edit('ben', body => textIn(body, 0).insert(1, 'b'))
    expect(textOf(readBody(writing.copy()))).toBe('ab')
    expect(attributed(writing)).toBe('a<ada>b<ben>')
  })
})

describe('a comparison of two moments', () => {
  /** As it was made before it was read out of the newest text alone: each state as a document of its own. */
  const byDocuments = (writing: Writing, from: number, to: number) => {
    const stamps = writing.stamps()
    const handOf = hands(writing.entries)
    const stamp =
      (ranges: SeqRanges): Stamp =>
      (client, start, end, visit) =>
        ranges.split(client, start, end, (a, b, seq) => visit(a, b, seq && (handOf[seq - 1] ?? seq)))
    const state = (seq: number, ranges: SeqRanges) => {
      const doc = documentAt(writing.entries, seq)
      return comparable({ title: readTitle(doc), body: stampedBody(doc, stamp(ranges)) })
    }
    return compareStates(state(from, stamps.deleted), state(to, stamps.inserted))
  }

  it('is what the two texts differ by, whatever came when, also where changes waited for others', () => {
    let waited = 0
    for (let seed = 1; seed <= 16; seed++) {
      const random = new SeededRandom(seed)
      const writing = randomRecord(random, seed % 2 === 0)
      const reader = new RecordReader()
      reader.add(writing.entries)
      let to = 0
      for (let pair = 0; pair < 8; pair++) {
        const from = random.int(reader.head + 1)
        // One moment is often compared with several.
        if (pair % 2 === 0) to = random.int(reader.head + 1)
        if (documentAt(writing.entries, to).store.pendingStructs) waited++
        expect(reader.compare(from, to), `seed ${seed}, ${from} to ${to}`).toEqual(
          byDocuments(writing, from, to),
        )
      }
    }
    expect(waited).toBeGreaterThan(0)
  })

  it('tells a changed term in words, though several people wrote its letters', () => {
    const amount = {
      type: 'text',
      text: 'EUR 10,000',
      marks: [{ type: 'term', attrs: { kind: 'amount', id: 'cap' } }],
    }
    const writing = new Writing().seed([
      {
        type: 'paragraph',
        attrs: { id: 'p-0000000000000001' },
        content: [{ type: 'text', text: 'Up to ' }, amount],
      },
    ])
    writing.edit('ben', body => textIn(body, 0).insert(12, '0'))
    writing.edit('cleo', body => textIn(body, 0).insert(13, '5'))
    const reader = new RecordReader()
    reader.add(writing.entries)
    expect(reader.compare(1, 2).terms.map(({ sentence }) => sentence)).toEqual([
      'The amount is now EUR 100,000 instead of EUR 10,000.',
    ])
    expect(reader.compare(3, 3).terms).toEqual([])
  })
})

describe('sittings', () => {
  it('group one person’s work until a pause, across others’ work', () => {
    const minutes = [0, 5, 10, 100, 101]
    const authors = ['ada', 'ben', 'ada', 'ada', 'ben']
    const entries = minutes.map((minute, index) => ({
      seq: index + 1,
      authorId: authors[index] ?? '',
      at: minute * 60_000,
      update: new Uint8Array(),
    }))
    const found = sittings(
      entries,
      entries.map(() => ({ written: 2, removed: 1 })),
    )
    expect(
      found.map(({ authorId, fromSeq, toSeq, updates, written }) => [
        authorId,
        fromSeq,
        toSeq,
        updates,
        written,
      ]),
    ).toEqual([
      ['ben', 5, 5, 1, 2],
      ['ada', 4, 4, 1, 2],
      ['ada', 1, 3, 2, 4],
      ['ben', 2, 2, 1, 2],
    ])
  })
})

describe('a page of the record', () => {
  it('comes back as it was packed', () => {
    const writing = new Writing().seed([paragraph('p-0000000000000001', 'a')])
    writing.at -= 5000
    writing.edit('ben', body => textIn(body, 0).insert(0, 'é'))
    const page = {
      head: 7,
      entries: writing.entries,
      names: new Map([
        ['ada', 'Ada Ünal'],
        ['ben', ''],
      ]),
    }
    expect(unpackRecordPage(packRecordPage(page))).toEqual({ ok: true, value: page })
    const empty = { head: 0, entries: [], names: new Map() }
    expect(unpackRecordPage(packRecordPage(empty))).toEqual({ ok: true, value: empty })
  })

  it('is refused when it is cut or of another form', () => {
    const bytes = packRecordPage({
      head: 1,
      entries: new Writing().seed([]).entries,
      names: new Map([['ada', 'Ada']]),
    })
    for (const wrong of [bytes.subarray(0, bytes.length - 1), Uint8Array.of(2), new Uint8Array()])
      expect(unpackRecordPage(wrong)).toEqual({ ok: false, error: { kind: 'malformed' } })
  })
})
