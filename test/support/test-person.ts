import type { Role } from '../../shared/agreement/role.ts'
import type { AgreementDetail, CreateAgreement, CreatedInvitation } from '../../shared/protocol/api.ts'

/** An answer of the API. `body` is parsed where it is JSON, else null; `bytes` is what came. */
export interface TestAnswer {
  readonly status: number
  readonly headers: Headers
  // Tests say what they expect of it.
  // biome-ignore lint/suspicious/noExplicitAny: an answer may be anything until a test has looked at it
  readonly body: any
  readonly bytes: Uint8Array
}

/** A person with an account on a server. */
export interface TestPerson {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly password: string
  /** For `Authorization: Bearer`. */
  readonly token: string
  /** For `Cookie`, as the browser would send it. */
  readonly cookie: string
  get(path: string): Promise<TestAnswer>
  post(path: string, body?: unknown): Promise<TestAnswer>
  patch(path: string, body: unknown): Promise<TestAnswer>
  delete(path: string): Promise<TestAnswer>
}

/** One request; a body that is no text or bytes goes as JSON. */
export async function ask(
  url: string,
  method: string,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<TestAnswer> {
  const raw = typeof body === 'string' || body instanceof Uint8Array
  const response = await fetch(url, {
    method,
    redirect: 'manual',
    headers: { ...(body === undefined || raw ? {} : { 'content-type': 'application/json' }), ...headers },
    ...(body === undefined ? {} : { body: raw ? (body as string) : JSON.stringify(body) }),
  })
  const bytes = new Uint8Array(await response.arrayBuffer())
  const isJson = response.headers.get('content-type')?.includes('json') ?? false
  return {
    status: response.status,
    headers: response.headers,
    body: isJson && bytes.length > 0 ? JSON.parse(new TextDecoder().decode(bytes)) : null,
    bytes,
  }
}

const PASSWORD = 'correct horse battery'

/** Signs a new person up; throws when the server refuses. */
export async function signUp(
  serverUrl: string,
  name: string,
  email = `${name.toLowerCase().replace(/[^a-z]+/g, '.')}@example.org`,
): Promise<TestPerson> {
  const answer = await ask(`${serverUrl}/api/auth/sign-up/email`, 'POST', { name, email, password: PASSWORD })
  if (answer.status !== 200)
    throw new Error(`Sign-up failed: ${answer.status} ${JSON.stringify(answer.body)}`)
  const token = String(answer.body.token)
  const request = (method: string) => (path: string, body?: unknown) =>
    ask(`${serverUrl}${path}`, method, body, { authorization: `Bearer ${token}` })
  return {
    id: answer.body.user.id,
    name: answer.body.user.name,
    email: answer.body.user.email,
    password: PASSWORD,
    token,
    cookie: answer.headers
      .getSetCookie()
      .map(cookie => cookie.split(';')[0])
      .join('; '),
    get: request('GET'),
    post: request('POST'),
    patch: request('PATCH'),
    delete: request('DELETE'),
  }
}

const expectStatus = (answer: TestAnswer, ...statuses: readonly number[]): TestAnswer => {
  if (!statuses.includes(answer.status))
    throw new Error(`Answered ${answer.status}: ${JSON.stringify(answer.body)}`)
  return answer
}

/** Creates an agreement, by default a blank one. */
export async function createAgreement(
  person: TestPerson,
  request: Partial<CreateAgreement> = {},
): Promise<AgreementDetail> {
  const body = { title: 'Valley transport', model: 'blank', ...request }
  return expectStatus(await person.post('/api/agreements', body), 200, 201).body
}

/** Makes an invitation and gives its link. */
export async function invite(
  convener: TestPerson,
  agreementId: string,
  role: Role,
  partyId?: string,
): Promise<CreatedInvitation> {
  const body = { role, ...(partyId === undefined ? {} : { partyId }) }
  return expectStatus(await convener.post(`/api/agreements/${agreementId}/invitations`, body), 201).body
}

/** Follows an invitation; gives the id of the new member. */
export async function accept(person: TestPerson, token: string): Promise<string> {
  return expectStatus(await person.post(`/api/invitations/${token}/accept`), 200).body.memberId
}

/** Invites a person and has them accept; gives the id of the new member. */
export async function bringIn(
  convener: TestPerson,
  person: TestPerson,
  agreementId: string,
  role: Role,
  partyId?: string,
): Promise<string> {
  return accept(person, (await invite(convener, agreementId, role, partyId)).token)
}
