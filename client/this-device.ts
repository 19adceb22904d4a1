import { createAccount } from './account/account-state.ts'
import { api } from './api/api-client.ts'
import { LocalDatabase } from './local/database.ts'
import { createLibraryIndex } from './local/library-index.ts'
import { createTabChannel } from './local/tab-channel.ts'
import { PATIENCE } from './session/link.ts'
import { createSessions } from './session/sessions.ts'

const database = new LocalDatabase()
const channel = createTabChannel('parley')
// The templates are a good part of the app's text and not needed to open an agreement.
const templates = () => import('../shared/agreement/templates/template-for.ts')

/** The open agreements of this tab. */
export const sessions = createSessions({
  database,
  channel,
  serverUrl: `${location.origin.replace(/^http/, 'ws')}/sync`,
  Socket: WebSocket,
  patience: PATIENCE,
  noticed: news => library.note(news),
  async whyRefused(agreementId) {
    const read = await api.agreement(agreementId)
    if (read.ok || read.error.kind === 'offline') return null
    if (read.error.kind === 'unauthenticated') void account.refresh()
    return ['unauthenticated', 'forbidden', 'not-found'].includes(read.error.kind) ? read.error.kind : null
  },
})

/** The agreements on this device. */
export const library = createLibraryIndex({
  database,
  channel,
  api,
  sessions,
  templateFor: async model => (await templates()).templateFor(model).body,
  sample: async () => ({ ...(await templates()).sampleAgreement(), model: 'consortium' }),
  now: () => new Date(),
  // Some browsers ask the person, so it is asked when there is something worth keeping.
  keepStorage: () => void navigator.storage?.persist?.(),
})

/** Who uses this device. */
export const account = createAccount({
  api,
  storage: storageOrNull(),
  // Without storage there is nothing to take along, and no reason to keep the person out.
  beforeSignIn: userId => library.claim(userId).catch(() => undefined),
})

function storageOrNull(): Storage | null {
  try {
    return window.localStorage
  } catch {
    return null
  }
}

const LOOK_EVERY_MS = 60_000

/** Starts what goes on by itself: asking who is signed in, carrying out what waits, and reacting to the network. Once per tab. */
export function startDevice(): void {
  library.setUser(account.state().user?.id ?? null)
  account.subscribe(() => {
    library.setUser(account.state().user?.id ?? null)
    sessions.wake()
  })
  const catchUp = () => {
    sessions.wake()
    void account.refresh().then(() => library.refresh())
  }
  addEventListener('online', catchUp)
  addEventListener('offline', () => sessions.suspectNetwork())
  addEventListener('pageshow', event => event.persisted && catchUp())
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && catchUp())
  // Signing in or out in another tab.
  addEventListener('storage', () => void account.refresh())
  addEventListener('beforeunload', event => {
    // What this device could not store yet would be gone with the tab.
    if (sessions.hasUnsaved()) event.preventDefault()
  })
  setInterval(() => document.visibilityState === 'visible' && void library.refresh(), LOOK_EVERY_MS)
  void account.refresh()
}

/** Signs out, and takes everything of the account off this device when asked to, waiting changes included. */
export async function signOut(options: { readonly removeCopies: boolean }) {
  const { user } = account.state()
  const signedOut = await account.signOut()
  if (!signedOut.ok || !user || !options.removeCopies) return signedOut
  return library.forget(user.id)
}
