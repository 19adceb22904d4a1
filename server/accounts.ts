/** Whoever is signed in. Name and e-mail address are trimmed, not empty, and fit a signature's statement. */
export interface Person {
  readonly id: string
  readonly name: string
  readonly email: string
}

/** A signed-in person, and the cookies that prolong the session (`Set-Cookie` values, often none). */
export interface Session {
  readonly person: Person
  readonly cookies: readonly string[]
}

/** People's accounts. */
export interface Accounts {
  /** Whether sign-in links can be sent. */
  readonly magicLink: boolean
  /** The session that a request's cookie or bearer token stands for; null when there is none or it has ended. */
  session(headers: Headers): Promise<Session | null>
  /** The people with these ids; ids without an account are left out. */
  people(userIds: readonly string[]): Promise<ReadonlyMap<string, Person>>
  /** Answers `/api/auth/*`. `address` is where the request came from. */
  handle(request: Request, address: string): Promise<Response>
}
