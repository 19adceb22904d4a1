import { WebSocket as NodeSocket } from 'ws'
import { createApiClient } from '../../client/api/api-client.ts'
import type { LibraryIndex } from '../../client/local/library-index.ts'
import { createLibraryIndex } from '../../client/local/library-index.ts'
import type { AgreementSession } from '../../client/session/agreement-session.ts'
import type { SocketConstructor } from '../../client/session/counting-socket.ts'
import { PATIENCE, type Patience } from '../../client/session/link.ts'
import type { SessionNews } from '../../client/session/session-core.ts'
import { createSessions, type Sessions } from '../../client/session/sessions.ts'
import { createDevice } from './local-device.ts'
import type { TestPerson } from './test-person.ts'

/** Short enough for tests, long enough for two busy cores. */
export const SHORT_PATIENCE: Patience = { ...PATIENCE, answer: 600, first: 300, silence: 2_000, tick: 30 }

/** A browser's sockets carry the session by themselves; this one is told it. */
function socketOf(token: string | null): SocketConstructor {
  class SignedInSocket extends NodeSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols ?? [], { headers: token === null ? {} : { authorization: `Bearer ${token}` } })
    }
  }
  // ws speaks the browser's interface; only its types name their own events.
  return SignedInSocket as unknown as SocketConstructor
}

const fetchAs =
  (url: string, token: string | null): typeof fetch =>
  (input, init) =>
    fetch(`${url}${String(input)}`, {
      ...init,
      headers: { ...init?.headers, ...(token === null ? {} : { authorization: `Bearer ${token}` }) },
    })

export interface ClientTab {
  readonly sessions: Sessions
  readonly library: LibraryIndex
  readonly userId: string | null
}

/** A device with tabs of the client's own session and library code, against a server (or a proxy before it). */
export function createClientDevice(url: string, name?: string) {
  const device = createDevice(name)
  const opened = new Set<AgreementSession>()
  return {
    name: device.name,
    /** A tab of the person, or of nobody. */
    tab(person: Pick<TestPerson, 'id' | 'token'> | null, patience = SHORT_PATIENCE): ClientTab {
      const token = person?.token ?? null
      const storage = device.tab()
      const api = createApiClient(fetchAs(url, token))
      const made = createSessions({
        ...storage,
        patience,
        serverUrl: `${url.replace('http', 'ws')}/sync`,
        Socket: socketOf(token),
        retryMs: 50,
        noticed: (news: SessionNews) => library.note(news),
        async whyRefused(agreementId) {
          const read = await api.agreement(agreementId)
          return read.ok || read.error.kind === 'offline' ? null : read.error.kind
        },
      })
      const sessions: Sessions = {
        ...made,
        open(agreementId, options) {
          const session = made.open(agreementId, options)
          opened.add(session)
          return session
        },
      }
      const library: LibraryIndex = createLibraryIndex({
        ...storage,
        api,
        sessions,
        templateFor: async model => ({
          type: 'doc',
          content: [
            {
              type: 'heading',
              attrs: { id: 'heading-000000001', level: 1 },
              content: [{ type: 'text', text: model }],
            },
            { type: 'party', attrs: { id: 'party-0000000001', name: 'Riverside Transport' } },
          ],
        }),
        sample: async () => ({ title: 'Sample', model: 'consortium', body: { type: 'doc', content: [] } }),
        now: () => new Date(),
      })
      return { sessions, library, userId: person?.id ?? null }
    },
    /** Also ends what goes on in the background: a session would look for its server for ever. */
    async close() {
      await Promise.all([...opened].map(session => session.dispose()))
      await device.close()
    },
  }
}
