import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AgreementStatus } from '../../../shared/agreement/lifecycle.ts'
import { actsForParty, ROLES, type Role } from '../../../shared/agreement/role.ts'
import {
  type Drafted,
  draftAgreement,
  PARTY_A,
  proveWithDeviceKey,
  seal,
  sign,
  signatoriesOf,
  statementFor,
} from '../../support/drafted-agreement.ts'
import { bringIn, type TestPerson } from '../../support/test-person.ts'
import { startTestServer, type TestServer } from '../../support/test-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

/** An agreement in a status, and a member of each role who is no signatory. */
interface Cast {
  readonly drafted: Drafted
  readonly members: ReadonlyMap<Role, { readonly person: TestPerson; readonly memberId: string }>
}

const casts = new Map<AgreementStatus, Cast>()

async function castIn(status: AgreementStatus): Promise<Cast> {
  const drafted = await draftAgreement(server)
  const members = new Map<Role, { person: TestPerson; memberId: string }>()
  for (const role of ROLES) {
    const person = await server.signUp(role, `${role}-${drafted.id}@example.org`)
    const party = actsForParty(role) ? PARTY_A : undefined
    members.set(role, { person, memberId: await bringIn(drafted.ada, person, drafted.id, role, party) })
  }
  if (status !== 'draft') {
    const version = await seal(drafted)
    if (status === 'signed') {
      await sign(drafted.ada, version, drafted.adaMember)
      await sign(drafted.ben, version, drafted.benMember)
    }
  }
  return { drafted, members }
}

beforeAll(async () => {
  for (const status of ['draft', 'sealed', 'signed'] as const) casts.set(status, await castIn(status))
}, 60_000)

type Ask = (person: TestPerson, cast: Cast) => Promise<{ status: number; body: { kind?: string } | null }>

const at = (cast: Cast, path: string) => `/api/agreements/${cast.drafted.id}${path}`

/** Each asks for something that would do no harm if it were allowed: a bad body, or a thing that is not there. */
const ASKS: Readonly<Record<string, Ask>> = {
  read: (person, cast) => person.get(at(cast, '')),
  terms: (person, cast) => person.get(at(cast, '/terms')),
  export: (person, cast) => person.get(at(cast, '/export.json')),
  'list invitations': (person, cast) => person.get(at(cast, '/invitations')),
  revoke: (person, cast) => person.delete(at(cast, '/invitations/none')),
  'change a member': (person, cast) => person.patch(at(cast, '/members/none'), {}),
  'remove a member': (person, cast) => person.delete(at(cast, '/members/none')),
  seal: (person, cast) =>
    person.post(at(cast, '/versions'), { signatories: [...signatoriesOf(cast.drafted)].slice(0, 1) }),
  refuse: (person, cast) => person.post(at(cast, '/versions/9/refusals'), { reason: 'No' }),
}

/** What the table of DESIGN gives: `ok`, `none` (allowed, but the thing is not there) or the refusal. */
const expected: readonly (readonly [string, AgreementStatus, Readonly<Record<Role, string>>])[] = [
  ...(['draft', 'sealed', 'signed'] as const).flatMap(
    status =>
      [
        ['read', status, all('ok')],
        ['terms', status, all('ok')],
        ['export', status, all('ok')],
        ['list invitations', status, only('ok', 'convener')],
        ['revoke', status, only('not-found', 'convener')],
        ['change a member', status, only('not-found', 'convener')],
        ['remove a member', status, only('not-found', 'convener')],
      ] as const,
  ),
  ['seal', 'draft', only('not-ready', 'convener')],
  ['seal', 'sealed', only('wrong-status', 'convener')],
  ['seal', 'signed', only('wrong-status', 'convener')],
  ['refuse', 'draft', only('wrong-status', 'convener', 'partner')],
  ['refuse', 'sealed', only('not-found', 'convener', 'partner')],
  ['refuse', 'signed', only('wrong-status', 'convener', 'partner')],
]

function all(outcome: string): Record<Role, string> {
  return only(outcome, ...ROLES)
}
function only(outcome: string, ...roles: readonly Role[]): Record<Role, string> {
  return Object.fromEntries(
    ROLES.map(role => [role, roles.includes(role) ? outcome : 'forbidden']),
  ) as Record<Role, string>
}

describe('what each role may do', () => {
  it.each(expected)('%s, while %s', async (action, status, outcomes) => {
    const cast = casts.get(status)
    const ask = ASKS[action]
    if (!cast || !ask) throw new Error('no such case')
    const seen: Record<string, string> = {}
    for (const role of ROLES) {
      const member = cast.members.get(role)
      if (!member) throw new Error('no such member')
      const answer = await ask(member.person, cast)
      seen[role] = answer.status < 300 ? 'ok' : (answer.body?.kind ?? String(answer.status))
    }
    expect(seen).toEqual(outcomes)
  })

  it('invite: conveners alone, at any time', async () => {
    for (const cast of casts.values())
      for (const role of ROLES) {
        const person = cast.members.get(role)?.person
        const answer = await person?.post(at(cast, '/invitations'), { role: 'observer' })
        expect(answer?.status, role).toBe(role === 'convener' ? 201 : 403)
      }
  })

  it('sign: who may sign at all is told that the version names others, everybody else that the role never may', async () => {
    const cast = casts.get('sealed')
    if (!cast) throw new Error('no such case')
    const { drafted } = cast
    const version = (await drafted.ada.get(at(cast, '/versions/1'))).body
    const statement = statementFor(version, drafted.benMember)
    const request = { statement, proof: await proveWithDeviceKey(statement) }
    const seen: Record<string, string> = {}
    for (const role of ROLES)
      seen[role] = (
        await cast.members.get(role)?.person.post(at(cast, '/versions/1/signatures'), request)
      )?.body.kind
    expect(seen).toEqual(only('not-a-signatory', 'convener', 'partner'))
  })

  it('amend: conveners alone, once it is signed', async () => {
    for (const [status, cast] of casts) {
      const seen: Record<string, string> = {}
      for (const role of [...ROLES].reverse()) {
        const answer = await cast.members.get(role)?.person.post(at(cast, '/amendments'), {})
        seen[role] = answer?.status === 200 ? 'ok' : answer?.body.kind
      }
      expect(seen, status).toEqual(only(status === 'signed' ? 'ok' : 'wrong-status', 'convener'))
    }
  })
})
