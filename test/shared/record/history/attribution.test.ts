import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { seqOf } from '../../../../shared/document/compare/line-text.ts'
import { textOf, walk } from '../../../../shared/document/document-json.ts'
import { readBody } from '../../../../shared/document/yjs-body.ts'
import { clauseChanges } from '../../../../shared/record/history/clause-changes.ts'
import { RecordReader } from '../../../../shared/record/history/record-reader.ts'
import { stampedBody } from '../../../../shared/record/stamped-body.ts'
import { editAtRandom } from '../../../server/sync/support/random-document.ts'
import { SeededRandom } from '../../../support/seeded-random.ts'
import { attributed, heading, paragraph, textIn, Writing } from './support/writing.ts'

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
        if (node.type === 'text') expect(seqOf(node)).not.toBeNull()
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
      walk(reader.attribution(Y.encodeStateAsUpdate(live, reader.clocks())), node => {
        if (node.type === 'text') found.push(`${node.text}<${seqOf(node) ?? '?'}>`)
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
