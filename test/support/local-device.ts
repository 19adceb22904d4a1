import 'fake-indexeddb/auto'
import { randomUUID } from 'node:crypto'
import * as Y from 'yjs'
import { LocalDatabase } from '../../client/local/database.ts'
import { LocalLog } from '../../client/local/local-log.ts'
import { createTabChannel } from '../../client/local/tab-channel.ts'

/** One browser's storage, in memory; `tab()` opens another tab of that browser. */
export function createDevice(name = `device-${randomUUID()}`) {
  const closers: (() => unknown)[] = []
  return {
    name,
    tab() {
      const database = new LocalDatabase(name)
      const channel = createTabChannel(name)
      closers.push(
        () => channel.close(),
        () => database.close(),
      )
      return { database, channel }
    },
    async close() {
      for (const close of closers) await close()
    },
  }
}

export type Tab = ReturnType<ReturnType<typeof createDevice>['tab']>

/** A document with its log, as a session wires them, without a network. */
export function openLogged(tab: Tab, room = 'room', options: { retryMs?: number } = {}) {
  const doc = new Y.Doc({ gc: false })
  const fromLog = {}
  const log = new LocalLog({
    ...tab,
    room,
    apply: updates => {
      for (const update of updates) Y.applyUpdate(doc, update, fromLog)
    },
    wholeState: () => Y.encodeStateAsUpdate(doc),
    now: () => 0,
    ...options,
  })
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== fromLog) log.append(update, origin === 'server' ? 'remote' : 'local')
  })
  const text = doc.getText('text')
  return {
    doc,
    log,
    text,
    type: (words: string) => text.insert(text.length, words),
    async close() {
      await log.settled()
      log.close()
      doc.destroy()
    },
  }
}

/** Waits until the condition holds; fails with the last reason when it never does. */
export async function until(
  holds: () => boolean | Promise<boolean>,
  what: string,
  ms = 5_000,
): Promise<void> {
  const end = Date.now() + ms
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`not within ${ms} ms: ${what}`)
    await new Promise(resolve => setTimeout(resolve, 5))
  }
}
