import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AgreementSession } from '../../../client/session/agreement-session.ts'
import { holdsMerge } from '../../../shared/record/merge/merge-ranges.ts'
import { keptMerges } from '../../../shared/record/merge/merge-rooms.ts'
import { createClientDevice } from '../../support/client-device.ts'
import { type CuttableProxy, startCuttableProxy } from '../../support/cuttable-proxy.ts'
import { until } from '../../support/local-device.ts'
import { bringIn, createAgreement, type TestPerson } from '../../support/test-person.ts'
import { startTestServer, type TestServer } from '../../support/test-server.ts'

let server: TestServer
let proxy: CuttableProxy
let ada: TestPerson
let ben: TestPerson
let agreementId: string
const closers: (() => unknown)[] = []

beforeEach(async () => {
  server = await startTestServer()
  proxy = await startCuttableProxy(server.url)
  ada = await server.signUp('Ada Ashby')
  ben = await server.signUp('Ben Birch')
  agreementId = (await createAgreement(ada)).id
  await bringIn(ada, ben, agreementId, 'partner')
})
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close()
  await proxy.close()
  await server.close()
})

function open(person: TestPerson, url: string, name?: string): AgreementSession {
  const device = createClientDevice(url, name)
  closers.push(device.close)
  const session = device.tab(person).sessions.open(agreementId, { online: true, userId: person.id })
  closers.push(() => session.dispose())
  return session
}

const saved = (session: AgreementSession) =>
  until(
    () => session.caughtUp() && session.status().kind === 'saved-for-everyone',
    `saved, not ${session.status().kind}`,
  )
const text = (session: AgreementSession) => session.body.getText('test')

describe('merges of a session', () => {
  it('enters the merge of offline changes once, the same for everyone, also after a restart offline', async () => {
    const adas = open(ada, server.url)
    const bens = open(ben, proxy.url, 'bens-laptop')
    await Promise.all([saved(adas), saved(bens)])
    text(adas).insert(0, 'The fee is due monthly.')
    await until(() => text(bens).length > 0, 'both have the start')
    expect(keptMerges(adas.discussion)).toEqual([])

    await proxy.cut()
    await until(() => bens.status().kind === 'offline', 'offline')
    text(bens).insert(15, ' yearly or')
    text(adas).delete(0, 8)
    await saved(adas)
    await until(() => JSON.stringify(bens.status()).includes('"waiting":1'), 'on disk')
    await bens.dispose()
    const again = open(ben, proxy.url, 'bens-laptop')
    await again.loaded
    await proxy.restore()
    await saved(again)

    await until(() => keptMerges(adas.discussion).length > 0, 'Ada knows of the merge')
    const [merge, ...more] = keptMerges(adas.discussion)
    expect(more).toEqual([])
    expect(merge?.by).toBe(ben.id)
    expect(keptMerges(again.discussion).map(({ key }) => key)).toEqual([merge?.key])
    if (!merge) throw new Error('no merge')
    expect(holdsMerge(adas.body, merge.ranges)).toBe(true)
    const { mine, theirs } = merge.ranges
    expect([...mine.inserted].map(([, from, to]) => to - from)).toEqual([10])
    expect([...mine.deleted]).toEqual([])
    expect([...theirs.inserted]).toEqual([])
    expect([...theirs.deleted].map(([, from, to]) => to - from)).toEqual([8])
  })
})
