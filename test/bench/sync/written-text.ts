import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import * as Y from 'yjs'

type Patch = readonly [at: number, deleted: number, text: string]

/** The edits of a real text, key by key (BENCH_TRACE names its file), or of one that is made up. */
function edits(): readonly { readonly patches: readonly Patch[] }[] {
  const file = process.env.BENCH_TRACE
  if (file) return JSON.parse(gunzipSync(readFileSync(file)).toString()).txns
  let length = 0
  return Array.from({ length: 100_000 }, (_, n) => {
    const deletes = n % 5 === 4 && length > 10
    const at = (n * 7919) % (length + 1)
    const patch = deletes
      ? ([Math.max(0, at - 1), 1, ''] as const)
      : ([length > 50 && n % 40 === 0 ? at : length, 0, 'x'] as const)
    length += deletes ? -1 : 1
    return { patches: [patch] }
  })
}

export interface WrittenText {
  /** One for each edit. */
  readonly updates: readonly Uint8Array[]
  /** How far each writer's clock got. */
  readonly clocks: ReadonlyMap<number, number>
  readonly text: string
}

/** A text as one person typed it. */
export function writtenText(): WrittenText {
  const doc = new Y.Doc()
  doc.clientID = 999
  const updates: Uint8Array[] = []
  doc.on('update', update => updates.push(update))
  const text = doc.getText('t')
  for (const { patches } of edits())
    doc.transact(() => {
      for (const [at, deleted, inserted] of patches) {
        if (deleted > 0) text.delete(at, deleted)
        if (inserted) text.insert(at, inserted)
      }
    })
  return { updates, clocks: Y.decodeStateVector(Y.encodeStateVector(doc)), text: text.toString() }
}
