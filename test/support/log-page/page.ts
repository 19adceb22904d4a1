import * as Y from 'yjs'
import { LocalDatabase } from '../../../client/local/database.ts'
import { LocalLog } from '../../../client/local/local-log.ts'
import { createTabChannel } from '../../../client/local/tab-channel.ts'

/*
 * The local log alone, for tests that kill the browser, fill the disk or clear the site's data. It writes what it shows as saved
 * to the console, where a test sees it even when the browser is gone a moment later.
 */
const doc = new Y.Doc({ gc: false })
const text = doc.getText('text')
const fromLog = {}
const log = new LocalLog({
  database: new LocalDatabase('log-page'),
  channel: createTabChannel('log-page'),
  room: 'room',
  apply: updates => {
    for (const update of updates) Y.applyUpdate(doc, update, fromLog)
  },
  wholeState: () => Y.encodeStateAsUpdate(doc),
  now: Date.now,
  retryMs: 100,
})
doc.on('update', (update: Uint8Array, origin: unknown) => {
  if (origin !== fromLog) log.append(update, 'local')
})

const page = {
  loaded: log.load(),
  text: () => text.toString(),
  state: () => log.state(),
  type: (words: string) => text.insert(text.length, words),
  compact: () => log.compact({ settled: 1, waiting: 1 }),
  /** Types a number after the other until the browser ends, merging rows now and then. */
  typeForEver(from: number) {
    let next = from
    log.subscribe(() => {
      if (log.state().unsaved === 0) console.log(`saved ${text.toString().split(' ').length - 1}`)
    })
    setInterval(() => {
      page.type(`${next} `)
      if (next % 25 === 0) void page.compact()
      next += 1
    }, 2)
  },
}

export type LogPage = typeof page

Object.assign(window, { page })
