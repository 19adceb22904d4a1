import { APIError, betterAuth } from 'better-auth'
import { getMigrations } from 'better-auth/db/migration'
import { bearer } from 'better-auth/plugins/bearer'
import { magicLink } from 'better-auth/plugins/magic-link'
import { PASSWORD_CHARACTERS } from '../../shared/protocol/api.ts'
import type { Accounts, Person } from '../accounts.ts'
import type { Logger } from '../log.ts'
import { newId } from '../new-id.ts'
import type { Database } from '../store/database.ts'
import { accountAnswer } from './account-answer.ts'
import type { SendMail } from './mailer.ts'
import { isForeign, siteOrigin } from './site-origin.ts'

const DAY_S = 24 * 60 * 60
const NAME_CHARACTERS = 200
const EMAIL_CHARACTERS = 254

/** Set by us on each request, so that no caller can choose the address that is counted. */
const ADDRESS_HEADER = 'x-parley-address'

/** How passwords are kept. */
export interface Passwords {
  /** What is stored for a password. */
  hash(password: string): Promise<string>
  verify(attempt: { readonly hash: string; readonly password: string }): Promise<boolean>
}

export interface AccountsOptions {
  readonly db: Database
  readonly databaseType: 'sqlite' | 'postgres'
  readonly secret: string
  readonly publicUrl: string | null
  /** Tries to sign in or up per minute and address; 0 for no limit. */
  readonly signInsPerMinute: number
  /** Null where no mail server is set: there are no sign-in links then. */
  readonly sendMail: SendMail | null
  /** The origin that sign-in links lead to: never taken from a request, because a stranger can ask for somebody's link. */
  readonly linkOrigin: () => string
  readonly log: Logger
  /** The library's own (scrypt, a tenth of a second each) when left out. */
  readonly passwords?: Passwords
}

/** Accounts in the agreements' own database, by better-auth; makes its tables where they are missing. */
export async function createBetterAuthAccounts(options: AccountsOptions): Promise<Accounts> {
  const auth = betterAuth(settings(options))
  await (await getMigrations(auth.options)).runMigrations()

  return {
    magicLink: options.sendMail !== null,

    async session(headers) {
      const { response, headers: answered } = await auth.api.getSession({ headers, returnHeaders: true })
      if (!response) return null
      const { id, name, email } = response.user
      return { person: { id, name, email }, cookies: answered.getSetCookie() }
    },

    async people(userIds) {
      if (userIds.length === 0) return new Map()
      const rows = await options.db
        .selectFrom('user')
        .select(['id', 'name', 'email'])
        .where('id', 'in', [...new Set(userIds)])
        .execute()
      return new Map(rows.map((row): [string, Person] => [row.id, row]))
    },

    async handle(request, address) {
      const headers = new Headers(request.headers)
      headers.set(ADDRESS_HEADER, address)
      return accountAnswer(await auth.handler(new Request(request, { headers })))
    },
  }
}

function settings(options: AccountsOptions) {
  const { publicUrl, signInsPerMinute, sendMail } = options
  return {
    appName: 'Parley',
    secret: options.secret,
    basePath: '/api/auth',
    ...(publicUrl === null ? {} : { baseURL: publicUrl }),
    // The gate in front has refused foreign origins already; here they only bound where a link may lead back to.
    trustedOrigins: (request: Request | undefined) =>
      request && !isForeign(publicUrl, request.headers) ? [siteOrigin(publicUrl, request.headers)] : [],
    database: { db: options.db, type: options.databaseType, transaction: true },
    emailAndPassword: {
      enabled: true,
      minPasswordLength: PASSWORD_CHARACTERS.min,
      maxPasswordLength: PASSWORD_CHARACTERS.max,
      ...(options.passwords ? { password: options.passwords } : {}),
    },
    session: { expiresIn: 60 * DAY_S, updateAge: DAY_S },
    databaseHooks: {
      user: {
        create: { before: async (user: Partial<Person>) => ({ data: checkedPerson(user) }) },
        update: { before: async (user: Partial<Person>) => ({ data: checkedPerson(user) }) },
      },
    },
    plugins: [
      bearer(),
      ...(sendMail === null ? [] : [magicLink({ sendMagicLink: mailLink(sendMail, options.linkOrigin) })]),
    ],
    rateLimit: {
      enabled: signInsPerMinute > 0,
      window: 60,
      max: 600,
      customRules: Object.fromEntries(
        ['/sign-in/*', '/sign-up/*', '/change-password', '/change-email'].map(path => [
          path,
          { window: 60, max: signInsPerMinute },
        ]),
      ),
    },
    advanced: {
      cookiePrefix: 'parley',
      useSecureCookies: publicUrl?.startsWith('https:') ?? false,
      disableCSRFCheck: true,
      // Said outright, because it is off by default where tests run.
      disableOriginCheck: false,
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
      database: { generateId: () => newId() },
    },
    telemetry: { enabled: false },
    // The library's own messages hold e-mail addresses and go to the console: only what was thrown is logged.
    logger: { disabled: true },
    onAPIError: {
      onError: (error: unknown) => {
        if (!(error instanceof APIError) || error.statusCode >= 500)
          options.log.error({ err: error }, 'an account request failed')
      },
    },
  }
}

/** Statements and PDFs carry name and address, so both are held to what those take. */
function checkedPerson<User extends { name?: string; email?: string }>(user: User): User {
  if (user.email !== undefined && user.email.length > EMAIL_CHARACTERS)
    throw new APIError('BAD_REQUEST', { code: 'INVALID_EMAIL' })
  if (user.name === undefined) return user
  // A link that was mailed makes an account without asking for a name.
  const name = user.name.trim() || (user.email ?? '').replace(/@.*$/, '')
  if (name === '' || name.length > NAME_CHARACTERS || /\p{Cc}/u.test(name))
    throw new APIError('BAD_REQUEST', { code: 'INVALID_NAME' })
  return { ...user, name }
}

const mailLink =
  (sendMail: SendMail, linkOrigin: () => string) => (message: { email: string; url: string }) => {
    const asked = new URL(message.url)
    const link = new URL(`${asked.pathname}${asked.search}`, linkOrigin())
    return sendMail({
      to: message.email,
      subject: 'Your link to sign in to Parley',
      text: `Follow this link within five minutes to sign in to Parley:\n\n${link}\n\nIf you did not ask for it, ignore this message: nobody can sign in without the link.\n`,
    })
  }
