import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { createSqliteRecordStore } from '../../../server/store/sqlite-record-store.ts'
import { firstBrokenLink } from '../../../shared/record/chain.ts'
import { sha256 } from '../../contract/record-store.contract.ts'
import { SeededRandom } from '../../support/seeded-random.ts'
import { BODY } from './support/engine-fixture.ts'
import { Typist } from './support/typist.ts'
import { until } from './support/until.ts'

const KILLS = 6
const folder = mkdtempSync(join(tmpdir(), 'parley-kill-'))
afterAll(() => rmSync(folder, { recursive: true }))
const file = join(folder, 'record.sqlite')
const script = fileURLToPath(new URL('./support/sync-process.ts', import.meta.url))

async function startProcess(port: string): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(process.execPath, [script, file, port], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [line] = await once(child.stdout, 'data')
  return { child, url: String(line).trim() }
}

async function recordOnDisk() {
  const store = createSqliteRecordStore({ file })
  const entries = await store.read(BODY, 0, Number.MAX_SAFE_INTEGER)
  await store.close()
  const doc = new Y.Doc()
  for (const { update } of entries) Y.applyUpdate(doc, update)
  return { entries, words: doc.getMap('words') }
}

describe('a server that is killed while two clients type', () => {
  it(`has, after each of ${KILLS} random moments, all that it called saved and all that it showed to others`, async () => {
    const random = new SeededRandom(9)
    let { child, url } = await startProcess('0')
    let acknowledged = 0
    let enough = 30
    const onSaved = () => {
      if (++acknowledged >= enough) child.kill('SIGKILL')
    }
    const typists = [new Typist('ada', url, onSaved), new Typist('ben', url, onSaved)]
    for (let kill = 0; kill < KILLS; kill++) {
      await once(child, 'exit')
      const { entries, words } = await recordOnDisk()
      expect(firstBrokenLink(BODY, entries, sha256)).toBeNull()
      for (const { saved, seen } of typists) {
        expect([...saved].filter(word => !words.has(word))).toEqual([])
        expect([...seen].filter(word => !words.has(word))).toEqual([])
      }
      enough = acknowledged + 1 + random.int(80)
      ;({ child } = await startProcess(new URL(url).port))
    }

    enough = Number.POSITIVE_INFINITY
    for (const typist of typists) typist.stopTyping()
    await until('all words are saved', () => typists.every(({ saved, typed }) => saved.size === typed.length))
    await until('both have all', () => {
      const all = typists.reduce((sum, { typed }) => sum + typed.length, 0)
      return typists.every(({ doc }) => doc.getMap('words').size === all)
    })
    for (const typist of typists) typist.stop()
    child.kill('SIGKILL')
    await once(child, 'exit')
    expect(acknowledged).toBeGreaterThan(KILLS * 10)
  }, 180_000)
})
