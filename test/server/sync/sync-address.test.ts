import { describe, expect, it } from 'vitest'
import { readSyncAddress } from '../../../server/sync/sync-address.ts'

const ID = 'agreement-number-one'

describe('the address of a socket', () => {
  it.each([
    [`/sync/${ID}/body`, 'body', false],
    [`/sync/${ID}/discussion?saved=1`, 'discussion', true],
    [`/sync/${ID}/body?user=ada&saved=1`, 'body', true],
    [`/sync/${ID}/body?saved=0`, 'body', false],
    [`/sync/${ID}/body?`, 'body', false],
  ] as const)('%s names a room', (target, room, wantsSaved) => {
    expect(readSyncAddress(target)).toEqual({ key: { agreementId: ID, room }, wantsSaved })
  })

  it.each([
    '',
    '/',
    '/sync',
    `/sync/${ID}`,
    `/sync/${ID}/`,
    `/sync/${ID}/minutes`,
    `/sync/${ID}/body/`,
    `/sync/${ID}/body/more`,
    '/sync/UPPER-CASE-IS-NO-ID/body',
    '/sync/..%2F..%2Fetc/body',
    `/api/../sync/${ID}/body`,
    `http://elsewhere.example/sync/${ID}/body`,
  ])('%j names none', target => {
    expect(readSyncAddress(target)).toBeNull()
  })
})
