import type { Editor } from '@tiptap/core'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { answerFinding } from '../../../client/review/review-edits.ts'
import { textOf } from '../../../shared/document/document-json.ts'
import { readBody } from '../../../shared/document/yjs-body.ts'
import type { BlockFinding } from '../../../shared/record/merge/merge-finding.ts'
import { MERGE_CASES } from '../../support/merge-cases/merge-cases.ts'
import { textOfDoc } from '../../support/merge-writers.ts'
import { type MergeAccount, randomMerge } from '../../support/random-merge.ts'
import { runMergeCase } from '../../support/run-merge-case.ts'
import { HeadlessBody } from '../editor/headless-body.ts'

/** Somebody who has the merged text open, and what answers need of an editor. */
function reader(merged: Y.Doc) {
  const body = new HeadlessBody(9000, Y.encodeStateAsUpdate(merged))
  const editor = {
    get state() {
      return body.state
    },
    schema: body.state.schema,
    storage: { bodySync: { binding: body.binding } },
    view: { dispatch: body.dispatch.bind(body) },
  } as unknown as Editor
  return { body, editor, text: () => textOfDoc(body.doc) }
}

const findingsOf = ({ review }: Pick<MergeAccount, 'review'>) => review?.findings ?? []
const caseNamed = (name: string) => {
  const found = MERGE_CASES.find(each => each.name === name)
  if (!found) throw new Error(`There is no case “${name}”`)
  return runMergeCase(found, 'parley')
}
const only = <Kind extends BlockFinding['kind']>(merged: MergeAccount, kind: Kind) => {
  const found = findingsOf(merged).filter(finding => finding.kind === kind)
  expect(found).toHaveLength(1)
  return found[0] as Extract<BlockFinding, { kind: Kind }>
}

const plain = (text: string) => text.replaceAll('\uFFFC', '').trim()
const count = (text: string, part: string) => text.split(part).length - 1

describe('answers to what a merge did', () => {
  it('put every swallowed word back, where it stood or in a paragraph of its own', () => {
    let answered = 0
    for (let seed = 1; seed <= 40; seed++) {
      const merged = randomMerge(seed, 'parley')
      for (const finding of findingsOf(merged)) {
        if (finding.kind !== 'swallowed' || plain(finding.text) === '') continue
        for (const way of ['usual', 'paragraph'] as const) {
          const { editor, text } = reader(merged.doc)
          const before = count(text(), plain(finding.text))
          const done = answerFinding(editor, finding, way)
          if (!done && way === 'usual') continue
          expect(done?.how, `seed ${seed}, ${way}`).toBe('restored')
          expect(count(text(), plain(finding.text)), `seed ${seed}, ${way}`).toBeGreaterThan(before)
          answered++
        }
      }
    }
    expect(answered).toBeGreaterThan(20)
  })

  it('put words back between those that they stood between', () => {
    const merged = caseNamed('one makes a paragraph a heading, the other writes in it')
    const { editor, text } = reader(merged.doc)
    answerFinding(editor, only(merged, 'swallowed'))
    expect(text()).toContain('end this agreement with THEIRS1 three months notice')
  })

  it('bring a removed clause back with what was written in it, and only that with a new paragraph', () => {
    const merged = caseNamed('one removes a clause, the other writes in it')
    const finding = only(merged, 'swallowed')
    const whole = reader(merged.doc)
    answerFinding(whole.editor, finding)
    expect(whole.text()).toContain('end this agreement with THEIRS1 three months notice in writing.')
    const alone = reader(merged.doc)
    answerFinding(alone.editor, finding, 'paragraph')
    expect(alone.text()).toMatch(/THEIRS1/)
    expect(alone.text()).not.toContain('months notice')
    expect(readBody(alone.body.doc).content?.at(-1)).toMatchObject({
      type: 'paragraph',
      content: [{ type: 'text', text: 'THEIRS1' }],
    })
  })

  it('take the other value, and the value again that went with a block', () => {
    const merged = caseNamed('both set one field of a KPI')
    const finding = only(merged, 'field')
    const { editor, text } = reader(merged.doc)
    expect(answerFinding(editor, finding)?.how).toBe('picked')
    expect(text()).toContain(`"target":"${finding.merged === '95' ? '99' : '95'}"`)
  })

  it('remove one of two copies, words or blocks, and keep the other', () => {
    for (const name of [
      'both divide one paragraph at one place',
      'both move one paragraph',
      'both make one paragraph a list',
      'both write the same words',
    ]) {
      const merged = caseNamed(name)
      const finding = only(merged, 'duplicate')
      const { body, editor, text } = reader(merged.doc)
      const words = finding.text.trim()
      expect(count(text(), words), name).toBe(2)
      expect(answerFinding(editor, finding)?.how).toBe('removed')
      expect(count(text(), words), name).toBe(1)
      expect(
        readBody(body.doc).content?.some(block => textOf(block) === ''),
        name,
      ).toBe(false)
    }
  })

  it('take out again what somebody removed and the other side had moved or remade', () => {
    for (const [name, removed, stays] of [
      ['one removes a paragraph, the other moves it', 'Either party may', 'bank transfer'],
      ['one makes a paragraph a heading, the other removes it', 'Either party may', 'Notice'],
      ['one removes a paragraph, the other makes it a list', 'Either party may', 'Notice'],
      ['one divides a paragraph, the other removes it', 'Either party may', 'Notice'],
      [
        'one removes a few words, the other makes their paragraph a heading',
        'three months',
        'end this agreement',
      ],
      ['one removes a paragraph, the other joins it with the one before', 'third clause', 'in writing.'],
      ['one removes a KPI, the other moves it', 'On time delivery', 'Either party may'],
    ] as const) {
      const merged = caseNamed(name)
      const { body, editor, text } = reader(merged.doc)
      expect(text(), name).toContain(removed)
      expect(answerFinding(editor, only(merged, 'returned'))?.how, name).toBe('removed')
      expect(text(), name).not.toContain(removed)
      expect(text(), name).toContain(stays)
      expect(
        readBody(body.doc).content?.some(block => textOf(block) === ''),
        name,
      ).toBe(false)
    }
  })

  it('put back what a container held that both emptied', () => {
    const merged = caseNamed('each takes one of two items of a list out')
    const { editor, text } = reader(merged.doc)
    expect(answerFinding(editor, only(merged, 'emptied'))?.how).toBe('restored')
    expect(text()).toContain('Deliver the goods')
    expect(text()).toContain('Report each failed delivery')
  })

  it('move stranded words to where the words around them went', () => {
    const merged = caseNamed('one comes back with a clause for others that divided and removed')
    const { editor, text } = reader(merged.doc)
    expect(answerFinding(editor, only(merged, 'stranded'))?.how).toBe('restored')
    expect(count(text(), 'MINE1')).toBe(1)
    expect(text()).toMatch(/due MINE1 monthly/)
  })

  it('say so, and change nothing, where the text has no place for them any more', () => {
    const merged = caseNamed('both set one field of a KPI')
    const { body, editor } = reader(merged.doc)
    body.edit(tr => tr.delete(0, tr.doc.content.size))
    body.takeSent()
    expect(answerFinding(editor, only(merged, 'field'))).toBeNull()
    expect(body.takeSent()).toEqual([])
  })
})
