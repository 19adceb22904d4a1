import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { createMerger } from '../../../server/sync/merger.ts'
import { RoomAnswers } from '../../../server/sync/room-answers.ts'
import { RoomState, shapeOf } from '../../../server/sync/room-state.ts'
import { CHAIN_START } from '../../../shared/record/chain.ts'

const merger = createMerger(Number.POSITIVE_INFINITY)

/** A state to which words are added, and what an answer brings to somebody who has nothing. */
function room() {
  const doc = new Y.Doc()
  const state = new RoomState(merger)
  const answers = new RoomAnswers()
  doc.on('update', (update: Uint8Array) =>
    state.add([{ update, shape: shapeOf(update) }], { seq: state.head.seq + 1, chain: CHAIN_START }),
  )
  return {
    write: (word: string) => doc.getText('t').insert(doc.getText('t').length, word),
    ask: () => answers.to(new Map(), state),
  }
}

function textIn({ frames }: { readonly frames: readonly Uint8Array[] }): string {
  const reader = new Y.Doc()
  const frame = frames[0] ?? new Uint8Array()
  let at = 2
  while ((frame[at++] ?? 0) >= 128);
  Y.applyUpdate(reader, frame.subarray(at))
  return reader.getText('t').toString()
}

describe('answers with the whole state', () => {
  it('are made once for all who come together, and hold all that was there when each asked', async () => {
    const { write, ask } = room()
    write('one ')
    const first = ask()
    write('two ')
    const second = ask()
    expect(await first).toBe(await second)
    expect(textIn(await first)).toBe('one two ')
    expect(await ask()).toBe(await first)
    write('three ')
    const [third, fourth] = [ask(), ask()]
    expect(await third).toBe(await fourth)
    expect(textIn(await third)).toBe('one two three ')
  })

  it('never lack what was there before the question, however questions and words follow each other', async () => {
    const { write, ask } = room()
    let words = ''
    for (let n = 0; n < 60; n++) {
      write(`${n} `)
      words += `${n} `
      const expected = words
      const asked = ask().then(answer => expect(textIn(answer).startsWith(expected)).toBe(true))
      if (n % 3 === 0) await asked
      if (n % 7 === 0) await new Promise(resolve => setTimeout(resolve, 4))
    }
    expect(textIn(await ask())).toBe(words)
  })
})
