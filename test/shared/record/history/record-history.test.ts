import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { SEQ_MARK } from '../../../../shared/document/compare/line-text.ts'
import { type NodeJson, textOf, walk } from '../../../../shared/document/document-json.ts'
import { readBody, readTitle, seedUpdate } from '../../../../shared/document/yjs-body.ts'
import { clauseChanges } from '../../../../shared/record/history/clause-changes.ts'
import { compareStates } from '../../../../shared/record/history/compare-states.ts'
import { hands } from '../../../../shared/record/history/hands.ts'
import { RecordReader } from '../../../../shared/record/history/record-reader.ts'
import { sittings } from '../../../../shared/record/history/sittings.ts'
import { packRecordPage, unpackRecordPage } from '../../../../shared/record/record-pack.ts'
import { type HistoryEntry, RecordStamps } from '../../../../shared/record/record-stamps.ts'
import type { SeqRanges } from '../../../../shared/record/seq-ranges.ts'
import { stampedBody } from '../../../../shared/record/stamped-body.ts'
import type { Stamp } from '../../../../shared/record/state-reading.ts'
import { documentAt } from '../../../../shared/record/text-at.ts'
import { editAtRandom } from '../../../server/sync/support/random-document.ts'
import { SeededRandom } from '../../../support/seeded-random.ts'

const heading = (id: string, text: string): NodeJson => ({
  type: 'heading',
  attrs: { id, level: 1 },
  content: [{ type: 'text', text }],
})
const paragraph = (id: string, text: string): NodeJson => ({
  type: 'paragraph',
  attrs: { id },
  content: [{ type: 'text', text }],
})

/** Writes a record: each edit is an entry of its own by the given author. */
class Writing {
  readonly entries: HistoryEntry[] = []
  at = 1_763_900_000_000

  seed(blocks: readonly NodeJson[]): this {
    return this.add('ada', seedUpdate({ title: 'T', body: { type: 'doc', content: blocks } }, 99))
  }

  add(authorId: string, update: Uint8Array): this {
    this.entries.push({ seq: this.entries.length + 1, authorId, at: this.at, update })
    return this
  }

  copy(): Y.Doc {
    return documentAt(this.entries, this.entries.length)
  }

  edit(authorId: string, change: (body: Y.XmlFragment) => void, doc = this.copy()): this {
    const before = Y.encodeStateVector(doc)
    change(doc.getXmlFragment('body'))
    return this.add(authorId, Y.encodeStateAsUpdate(doc, before))
  }

  stamps(): RecordStamps {
    const stamps = new RecordStamps()
    for (const entry of this.entries) stamps.add(entry)
    return stamps
  }
}

const textIn = (body: Y.XmlFragment, block: number) => (body.get(block) as Y.XmlElement).get(0) as Y.XmlText

/** Text with its author behind each stretch. */
function attributed(writing: Writing): string {
  const stamps = writing.stamps()
  const body = stampedBody(writing.copy(), (...range) => stamps.inserted.split(...range))
  const out: string[] = []
  walk(body, node => {
    if (node.type !== 'text') return
    const seq = node.marks?.find(({ type }) => type === SEQ_MARK)?.attrs?.seq
    out.push(`${node.text}<${writing.entries.find(entry => entry.seq === seq)?.authorId ?? '?'}>`)
  })
  return out.join('')
}

/** Three devices and two people; with `gaps` some changes come before what they refer to. */
function randomRecord(random: SeededRandom, gaps: boolean): Writing {
  const docs = [1, 2, 3].map(() => new Y.Doc({ gc: false }))
  const writing = new Writing()
  const late: Uint8Array[] = []
  for (let round = 0; round < 30; round++) {
    const doc = random.pick(docs)
    const before = Y.encodeStateVector(doc)
    for (let edits = random.int(3); edits >= 0; edits--) editAtRandom(doc, random)
    if (random.chance(0.2)) doc.getMap('meta').set('title', `Title ${round}`)
    late.push(Y.encodeStateAsUpdate(doc, before))
    if (gaps && random.chance(0.3)) continue
    writing.at += random.int(400_000)
    for (const update of late.splice(0).reverse()) writing.add(random.pick(['ada', 'ben']), update)
    if (random.chance(0.5)) Y.applyUpdate(doc, Y.encodeStateAsUpdate(random.pick(docs)))
  }
  return writing
}

describe('who wrote what', () => {
  it('is exact to the character, whatever the client id says', () => {
    const writing = new Writing().seed([paragraph('p-0000000000000001', 'one two')])
    writing.edit('ben', body => textIn(body, 0).insert(4, 'and '))
    writing.edit('cleo', body => textIn(body, 0).delete(0, 1))
    expect(attributed(writing)).toBe('ne <ada>and <ben>two<ada>')
  })

  it('keeps what was written offline with whoever wrote it, in whatever order it arrives', () => {
    const writing = new Writing().seed([paragraph('p-0000000000000001', 'base')])
    const [mine, theirs] = [writing.copy(), writing.copy()]
    const offline = Y.encodeStateVector(mine)
    textIn(mine.getXmlFragment('body'), 0).insert(0, 'mine ')
    writing.edit('ben', body => textIn(body, 0).insert(4, ' theirs'), theirs)
    Y.applyUpdate(mine, Y.encodeStateAsUpdate(theirs))
    // The answer to a handshake repeats what the server has, others' text included.
    writing.add('ada', Y.encodeStateAsUpdate(mine, offline))
    writing.add('cleo', Y.encodeStateAsUpdate(mine))
    expect(attributed(writing)).toBe('mine <ada>base<ada> theirs<ben>')
  })

  it('reads the same text as the body, under any edits', () => {
    for (let seed = 1; seed <= 20; seed++) {
      const random = new SeededRandom(seed)
      const doc = new Y.Doc({ gc: false })
      const writing = new Writing()
      doc.on('update', update => writing.add(random.pick(['ada', 'ben']), update))
      for (let edit = 0; edit < 40; edit++) editAtRandom(doc, random)
      const stamps = writing.stamps()
      const stamped = stampedBody(doc, (...range) => stamps.inserted.split(...range))
      expect(textOf(stamped)).toBe(textOf(readBody(doc)).replaceAll('\uFFFC', ''))
      walk(stamped, node => {
        if (node.type === 'text') expect(node.marks?.some(({ type }) => type === SEQ_MARK)).toBe(true)
      })
      expect(readBody(writing.copy())).toEqual(readBody(doc))
    }
  })

  it('is asked of a live text that may be ahead of the record, which has no author there yet', () => {
    const writing = new Writing().seed([paragraph('p-0000000000000001', 'one two')])
    writing.edit('ben', body => textIn(body, 0).insert(4, 'and '))
    const reader = new RecordReader()
    reader.add(writing.entries)
    const live = writing.copy()
    const stamps = () => {
      const found: string[] = []
      walk(reader.attribution(Y.encodeStateAsUpdate(live, reader.clocks())), ({ type, text, marks }) => {
        const seq = marks?.find(mark => mark.type === SEQ_MARK)?.attrs?.seq
        if (type === 'text') found.push(`${text}<${seq ?? '?'}>`)
      })
      return found.join('')
    }
    expect(stamps()).toBe('one <1>and <2>two<1>')
    textIn(live.getXmlFragment('body'), 0).delete(0, 4)
    expect(stamps()).toBe('and <2>two<1>')
    textIn(live.getXmlFragment('body'), 0).insert(4, 'now ')
    expect(stamps()).toBe('and <2>now <?>two<1>')
    expect(reader.textAt(2).body.content?.map(textOf)).toEqual(['one and two'])
  })

  it('tells for each clause who wrote, removed or set something in it', () => {
    const writing = new Writing().seed([
      heading('h-0000000000000001', 'Costs'),
      paragraph('p-0000000000000001', 'to be paid'),
      heading('h-0000000000000002', 'Term'),
      paragraph('p-0000000000000002', 'ten years'),
      paragraph('p-0000000000000003', 'and more'),
    ])
    writing.edit('ben', body => textIn(body, 1).delete(0, 3))
    writing.edit('cleo', body => body.delete(4, 1))
    writing.edit('ben', body => (body.get(3) as Y.XmlElement).setAttribute('textAlign', 'right'))
    const entries = clauseChanges(writing.copy(), writing.stamps())
    expect([...entries]).toEqual([
      ['h-0000000000000001', [1, 2]],
      ['h-0000000000000002', [1, 3, 4]],
    ])
  })
})

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
      return { title: readTitle(doc), body: stampedBody(doc, stamp(ranges)) }
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
