import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import * as Y from 'yjs'
import { readBody } from '../../../shared/document/yjs-body.ts'
import { type ClientTab, createClientDevice } from '../../support/client-device.ts'
import { type CuttableProxy, startCuttableProxy } from '../../support/cuttable-proxy.ts'
import { type Drafted, draftAgreement, seal } from '../../support/drafted-agreement.ts'
import { until } from '../../support/local-device.ts'
import { startTestServer, type TestServer } from '../../support/test-server.ts'

let server: TestServer
let proxy: CuttableProxy
let drafted: Drafted
let dataDir: string
let port: number
const closers: (() => unknown)[] = []

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'parley-test-'))
  server = await startTestServer({ dataDir })
  port = Number(new URL(server.url).port)
  proxy = await startCuttableProxy(server.url)
  drafted = await draftAgreement(server)
})
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close()
  await proxy.close()
  await server.close()
  rmSync(dataDir, { recursive: true, force: true })
})

function open(tab: ClientTab) {
  const session = tab.sessions.open(drafted.id, { online: true, userId: tab.userId })
  closers.push(() => session.dispose())
  return session
}

const deviceOf = (person: Drafted['ada'], url = proxy.url) => {
  const device = createClientDevice(url)
  closers.push(device.close)
  return device.tab(person)
}

const addParagraph = (body: Y.Doc, words: string) => {
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText(words)])
  body.getXmlFragment('body').push([paragraph])
}

it('keeps what was written offline and comes after the seal, and merges it when drafting reopens', async () => {
  const bens = open(deviceOf(drafted.ben))
  await until(() => bens.caughtUp(), 'live')
  await proxy.cut()
  addParagraph(bens.body, 'Too late for this version.')
  await until(() => bens.status().kind === 'offline', 'offline')

  const version = await seal(drafted)
  let asked = 0
  bens.onAccessChanged(() => {
    asked += 1
  })
  await proxy.restore()
  await until(() => bens.status().kind === 'refused', 'refused')
  expect(bens.status()).toEqual({ kind: 'refused', why: 'sealed', waiting: 1 })
  expect(asked).toBeGreaterThan(0)
  expect(JSON.stringify(readBody(bens.body))).toContain('Too late for this version.')
  // Its own copy still gives the exact sealed text, without the late paragraph.
  const sealed = bens.bodyAt(new Uint8Array(Buffer.from(version.snapshot, 'base64')))
  expect(sealed && readBody(sealed)).toEqual(version.manifest.body)

  const refused = await drafted.ada.post(`/api/agreements/${drafted.id}/versions/1/refusals`, {
    reason: 'The fee is wrong.',
  })
  expect(refused.status).toBe(200)
  await until(() => bens.status().kind === 'saved-for-everyone', 'sent after reopening')
  const exported = await drafted.ada.get(`/api/agreements/${drafted.id}/export.json`)
  expect(JSON.stringify(exported.body)).toContain('Too late for this version.')
})

it('shows an agreement that was sealed meanwhile as saved while nothing of one’s own waits', async () => {
  const bens = open(deviceOf(drafted.ben))
  await until(() => bens.caughtUp(), 'live')
  let asked = 0
  bens.onAccessChanged(() => {
    asked += 1
  })
  await seal(drafted)
  await until(() => asked > 0 && bens.caughtUp(), 'told and back')
  expect(bens.status()).toEqual({ kind: 'saved-for-everyone' })
})

it('goes on by itself after the server was restarted', async () => {
  const adas = open(deviceOf(drafted.ada))
  await until(() => adas.caughtUp(), 'live')
  await server.close()
  await until(() => adas.status().kind === 'offline', 'offline')
  addParagraph(adas.body, 'Written while the server was away.')
  await until(() => JSON.stringify(adas.status()) === '{"kind":"offline","waiting":1}', 'waits')
  server = await startTestServer({ dataDir, port })
  await until(() => adas.status().kind === 'saved-for-everyone', 'saved')
  const exported = await drafted.ada.get(`/api/agreements/${drafted.id}/export.json`)
  expect(JSON.stringify(exported.body)).toContain('Written while the server was away.')
})
