import { beforeEach, describe, expect, it } from 'vitest'
import { createRoomAccess } from '../../../server/http/room-access.ts'
import { createMemoryAgreementStore } from '../../../server/store/memory-agreement-store.ts'
import { must } from '../../../shared/result.ts'
import { agreementFixture, BEN, memberFixture } from '../../contract/agreement-fixtures.ts'

const { id } = agreementFixture()
const OTHER = 'agreement-0000000002'

describe('what people may do in rooms', () => {
  let store = createMemoryAgreementStore()
  let reads: string[] = []
  let access = createRoomAccess(store, { people: async () => new Map() })

  beforeEach(async () => {
    store = createMemoryAgreementStore()
    reads = []
    await store.create(agreementFixture(), memberFixture())
    await store.addInvitation({
      id: 'invitation-000000001',
      agreementId: id,
      tokenHash: 'hash',
      role: 'observer',
      partyId: null,
      createdBy: 'ada',
      createdAt: '2026-11-23T10:00:00.000Z',
      expiresAt: '2026-11-24T10:00:00.000Z',
      acceptedBy: null,
    })
    await store.acceptInvitation('hash', { ...BEN, role: 'observer' }, '2026-11-23T11:00:00.000Z')
    await store.create(
      agreementFixture({ id: OTHER }),
      memberFixture({ id: 'member-of-other-0001', agreementId: OTHER }),
    )
    const noting =
      <Arguments extends unknown[], Answer>(name: string, read: (...a: Arguments) => Answer) =>
      (...a: Arguments): Answer => {
        reads.push(name)
        return read(...a)
      }
    access = createRoomAccess(
      {
        member: noting('member', store.member),
        members: noting('members', store.members),
        find: noting('find', store.find),
      },
      {
        people: noting(
          'people',
          async (ids: readonly string[]) =>
            new Map(
              ids.map(user => [user, { id: user, name: user.toUpperCase(), email: `${user}@example.org` }]),
            ),
        ),
      },
    )
  })

  it('is read once for all who are asked about together, for each of them by their own role', async () => {
    const [ada, ben, eve, again] = await Promise.all(
      ['ada', 'ben', 'eve', 'ada'].map(user => access(user, id)),
    )
    expect(reads).toEqual(['members', 'find', 'people'])
    expect(ada).toEqual({
      name: 'ADA',
      mayWrite: { body: { ok: true, value: true }, discussion: { ok: true, value: true } },
    })
    expect(ben?.mayWrite.body.ok).toBe(false)
    expect(eve).toBeNull()
    expect(again).toEqual(ada)
  })

  it('is one person’s own where one is asked about, and each agreement’s own', async () => {
    const [ada, stranger] = await Promise.all([access('ada', id), access('ben', OTHER)])
    expect([ada?.name, stranger]).toEqual(['ADA', null])
    expect(reads.filter(name => name === 'members')).toEqual([])
    expect(await access('ada', 'agreement-0000000009')).toBeNull()
  })

  it('is never older than the question', async () => {
    const before = access('ben', id)
    await before
    const ben = must(await store.member(id, 'ben'), 'ben is a member')
    const earlier = access('ada', id)
    await store.changeMember(id, ben.id, { role: 'partner' })
    const after = await access('ben', id)
    expect([(await before)?.mayWrite.body.ok, after?.mayWrite.body.ok]).toEqual([false, true])
    expect((await earlier)?.name).toBe('ADA')
  })

  it('fails for all who asked when it cannot be read, and is read again for the next', async () => {
    let fails = true
    const unsteady = createRoomAccess(
      {
        ...store,
        members: async agreementId => {
          if (fails) throw new Error('The disk is away')
          return store.members(agreementId)
        },
      },
      { people: async () => new Map([['ada', { id: 'ada', name: 'Ada', email: 'ada@example.org' }]]) },
    )
    const both = await Promise.allSettled([unsteady('ada', id), unsteady('ben', id)])
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    fails = false
    expect((await unsteady('ada', id))?.name).toBe('Ada')
  })
})
