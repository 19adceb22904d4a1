import { describe, expect, it } from 'vitest'
import type { LogState } from '../../../client/local/local-log.ts'
import { deriveStatus } from '../../../client/session/derive-status.ts'
import type { LinkState } from '../../../client/session/link.ts'

const log = (change: Partial<LogState> = {}): LogState => ({
  loaded: true,
  unsaved: 0,
  waiting: 0,
  failure: null,
  ...change,
})
const live: LinkState = { phase: 'live', denied: null }

describe('the status of a session', () => {
  it.each<[string, LogState, LinkState | null, object]>([
    ['loading', log({ loaded: false }), null, { kind: 'loading' }],
    [
      'a failed disk before everything',
      log({ loaded: false, failure: 'full' }),
      live,
      { kind: 'storage-failed', message: 'full' },
    ],
    ['saving before anything of the server', log({ unsaved: 1, waiting: 3 }), live, { kind: 'saving' }],
    ['on this device, when nobody shares it', log({ waiting: 3 }), null, { kind: 'saved-on-device' }],
    ['sending', log({ waiting: 3 }), live, { kind: 'sending', waiting: 3 }],
    ['saved for everyone', log(), live, { kind: 'saved-for-everyone' }],
    [
      'saved for everyone while it connects, because all was acknowledged',
      log(),
      { phase: 'connecting' },
      { kind: 'saved-for-everyone' },
    ],
    [
      'sending while it connects',
      log({ waiting: 1 }),
      { phase: 'connecting' },
      { kind: 'sending', waiting: 1 },
    ],
    ['offline', log({ waiting: 2 }), { phase: 'offline' }, { kind: 'offline', waiting: 2 }],
    ['offline with nothing waiting', log(), { phase: 'offline' }, { kind: 'offline', waiting: 0 }],
    [
      'refused with changes',
      log({ waiting: 1 }),
      { phase: 'live', denied: 'sealed' },
      { kind: 'refused', why: 'sealed', waiting: 1 },
    ],
    [
      'a reader without changes is not refused',
      log(),
      { phase: 'live', denied: 'forbidden' },
      { kind: 'saved-for-everyone' },
    ],
    [
      'shut out',
      log(),
      { phase: 'refused', why: 'not-found' },
      { kind: 'refused', why: 'not-found', waiting: 0 },
    ],
  ])('is %s', (_, logState, link, expected) => {
    expect(deriveStatus(logState, link)).toEqual(expected)
  })
})
