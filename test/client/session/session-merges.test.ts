import { describe, expect, it } from 'vitest'
import type { AgreementSession } from '../../../client/session/agreement-session.ts'
import { holdsMerge } from '../../../shared/record/merge/merge-ranges.ts'
import { keptMerges } from '../../../shared/record/merge/merge-rooms.ts'
import { createClientDevice } from '../../support/client-device.ts'
import { until } from '../../support/local-device.ts'
import type { TestPerson } from '../../support/test-person.ts'
import { withTwoPartners } from './two-partners.ts'

const at = withTwoPartners()

function open(person: TestPerson, url: string, name?: string): AgreementSession {
  const device = createClientDevice(url, name)
  at.closers.push(device.close)
  const session = device.tab(person).sessions.open(at.agreementId, { online: true, userId: person.id })
  at.closers.push(() => session.dispose())
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
    const adas = open(at.ada, at.server.url)
    const bens = open(at.ben, at.proxy.url, 'bens-laptop')
    await Promise.all([saved(adas), saved(bens)])
    text(adas).insert(0, 'The fee is due monthly.')
    await until(() => text(bens).length > 0, 'both have the start')
    expect(keptMerges(adas.discussion)).toEqual([])

    await at.proxy.cut()
    await until(() => bens.status().kind === 'offline', 'offline')
    text(bens).insert(15, ' yearly or')
    text(adas).delete(0, 8)
    await saved(adas)
    await until(() => JSON.stringify(bens.status()).includes('"waiting":1'), 'on disk')
    await bens.dispose()
    const again = open(at.ben, at.proxy.url, 'bens-laptop')
    await again.loaded
    await at.proxy.restore()
    await saved(again)

    await until(() => keptMerges(adas.discussion).length > 0, 'Ada knows of the merge')
    const [merge, ...more] = keptMerges(adas.discussion)
    expect(more).toEqual([])
    expect(merge?.by).toBe(at.ben.id)
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
