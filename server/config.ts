import { z } from 'zod'
import { err, ok, type Result } from '../shared/result.ts'
import { TRAFFIC_LIMITS, type TrafficLimits } from './sync/traffic.ts'

/** How this server runs. Every setting has a default that suits one machine. */
export interface ServerConfig {
  /** 0 takes any free port. */
  readonly port: number
  readonly dataDir: string
  /** The one origin under which people reach the server, as in `https://parley.example.org`; null: whatever host they used. */
  readonly publicUrl: string | null
  readonly smtpUrl: string | null
  /** PostgreSQL, in place of the databases in `dataDir`. */
  readonly databaseUrl: string | null
  /** Redis, over which the servers of one database tell each other what is new; null: this is the only one. */
  readonly redisUrl: string | null
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent'
  /** Tries to sign in or up per minute and address; 0 for no limit. */
  readonly signInsPerMinute: number
  /** What one member or address may do over sockets; a field that is left out has its default. */
  readonly traffic: Partial<TrafficLimits>
  /** Who may read `/metrics` from elsewhere; null: only the machine itself. */
  readonly metricsToken: string | null
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

const wholeNumber = (max: number, fallback: number) =>
  z
    .string()
    .regex(/^\d+$/, 'must be a whole number')
    .transform(Number)
    .refine(value => value <= max, `must be at most ${max}`)
    .default(fallback)

const url = (protocols: RegExp) => z.url({ protocol: protocols }).optional()

const environmentSchema = z
  .object({
    PORT: wholeNumber(65_535, 3000),
    DATA_DIR: z.string().default('./data'),
    PUBLIC_URL: url(/^https?$/),
    SMTP_URL: url(/^smtps?$/),
    DATABASE_URL: url(/^postgres(ql)?$/),
    REDIS_URL: url(/^rediss?$/),
    LOG_LEVEL: z.enum(LOG_LEVELS).default('info'),
    SIGN_INS_PER_MINUTE: wholeNumber(1_000_000, 30),
    SOCKETS_PER_MEMBER: wholeNumber(1_000_000, TRAFFIC_LIMITS.socketsPerMember),
    SOCKETS_PER_ADDRESS: wholeNumber(1_000_000, TRAFFIC_LIMITS.socketsPerAddress),
    OPENINGS_PER_MINUTE: wholeNumber(1_000_000, TRAFFIC_LIMITS.openingsPerMinute),
    MESSAGES_PER_SECOND: wholeNumber(1_000_000, TRAFFIC_LIMITS.messagesPerSecond),
    METRICS_TOKEN: z.string().min(16, 'must have 16 characters or more').optional(),
  })
  .refine(({ DATABASE_URL, REDIS_URL }) => DATABASE_URL !== undefined || REDIS_URL === undefined, {
    path: ['REDIS_URL'],
    message: 'is for several servers on one PostgreSQL database: set DATABASE_URL as well, or leave it out',
  })

/** The settings in an environment; an empty one counts as not set. The error says which is wrong and how. */
export function readConfig(
  environment: Readonly<Record<string, string | undefined>>,
): Result<ServerConfig, { readonly kind: 'bad-setting'; readonly message: string }> {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()))
  const parsed = environmentSchema.safeParse(set)
  if (!parsed.success) {
    const lines = parsed.error.issues.map(issue => `${issue.path.join('.')}: ${issue.message}`)
    return err({ kind: 'bad-setting', message: lines.join('\n') })
  }
  const settings = parsed.data
  return ok({
    port: settings.PORT,
    dataDir: settings.DATA_DIR,
    publicUrl: settings.PUBLIC_URL ? new URL(settings.PUBLIC_URL).origin : null,
    smtpUrl: settings.SMTP_URL ?? null,
    databaseUrl: settings.DATABASE_URL ?? null,
    redisUrl: settings.REDIS_URL ?? null,
    logLevel: settings.LOG_LEVEL,
    signInsPerMinute: settings.SIGN_INS_PER_MINUTE,
    traffic: {
      socketsPerMember: settings.SOCKETS_PER_MEMBER,
      socketsPerAddress: settings.SOCKETS_PER_ADDRESS,
      openingsPerMinute: settings.OPENINGS_PER_MINUTE,
      messagesPerSecond: settings.MESSAGES_PER_SECOND,
    },
    metricsToken: settings.METRICS_TOKEN ?? null,
  })
}
