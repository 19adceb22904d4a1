import { describe, expect, it } from 'vitest'
import { standingOf } from '../../../client/agreement/agreement-standing.ts'
import type { AgreementDetail } from '../../../shared/protocol/api.ts'
import { entry, summary } from '../library/entries.ts'

const ada = {
  id: 'member-a-0000000000',
  userId: 'user-a',
  name: 'Ada Lund',
  email: 'ada@example.org',
  role: 'convener' as const,
  partyId: null,
  joinedAt: '2026-11-01T09:00:00.000Z',
}
const detail = (given: Partial<AgreementDetail>): AgreementDetail => ({
  ...summary({}),
  me: ada,
  members: [ada],
  invitations: [],
  versions: [],
  ...given,
})
const refused = (number: number) => ({
  number,
  status: 'refused' as const,
  fingerprint: 'f'.repeat(64),
  sealedAt: '2026-11-02T09:00:00.000Z',
  refusal: { name: 'Ben Mori', reason: `No to ${number}.`, at: '2026-11-03T09:00:00.000Z' },
})

describe('how an agreement stands', () => {
  it('lets the writer of a text that is only here do everything but sign', () => {
    expect(standingOf(entry({ server: null }), null, null)).toMatchObject({
      onServer: false,
      status: 'draft',
      mayWrite: true,
      maySeal: true,
      maySign: false,
    })
  })

  it('believes what the server says now over what it said last', () => {
    const standing = standingOf(entry({ server: summary({}) }), detail({ status: 'sealed' }), null)
    expect(standing).toMatchObject({ status: 'sealed', mayWrite: false })
  })

  it('keeps what was last known while the server cannot be asked', () => {
    const offline = { kind: 'offline' as const, message: '' }
    const standing = standingOf(entry({ server: summary({ role: 'observer' }) }), null, offline)
    expect(standing).toMatchObject({ noAccess: false, mayWrite: false, onServer: true })
  })

  it('lets nobody write who no longer belongs to it', () => {
    const gone = { kind: 'not-found' as const, message: '' }
    expect(standingOf(entry({ server: summary({}) }), detail({}), gone)).toMatchObject({
      noAccess: true,
      mayWrite: false,
      maySeal: false,
      maySign: false,
    })
  })

  it('remembers without a network that somebody was taken off it', () => {
    const offline = { kind: 'offline' as const, message: '' }
    expect(standingOf(entry({ server: summary({}), left: true }), null, offline).noAccess).toBe(true)
    expect(standingOf(entry({ server: summary({}), left: true }), detail({}), null).noAccess).toBe(false)
  })

  it('does not take an agreement that the server never saw for one that was taken away', () => {
    const unknown = { kind: 'not-found' as const, message: '' }
    expect(standingOf(entry({ server: null }), null, unknown).noAccess).toBe(false)
  })

  it('tells of a refusal only while the newest version is the refused one', () => {
    expect(standingOf(null, detail({ versions: [refused(1), refused(2)] }), null).refusal?.number).toBe(2)
    const signed = { ...refused(3), status: 'signed' as const, refusal: null }
    expect(standingOf(null, detail({ versions: [refused(2), signed] }), null).refusal).toBeNull()
  })
})
