import { CLOSE } from '../../shared/protocol/wire.ts'
import type { Logger } from '../log.ts'

/** What of a request says who asks. */
export interface Credentials {
  readonly cookie: string | null
  readonly authorization: string | null
}

/** An open socket as far as its session goes. */
export interface SignedInSocket {
  readonly userId: string
  readonly credentials: Credentials
  close(code: number, reason: string): void
}

/** Closes the sockets of sessions that have ended since they were opened: signed out, taken back, or expired. */
export interface SessionWatch {
  watch(socket: SignedInSocket): void
  forget(socket: SignedInSocket): void
  /** Looks at once at the sockets of one user, whose sessions may just have changed. */
  look(userId: string): Promise<void>
}

export interface SessionWatchOptions {
  /** How often all sockets are looked at; this is how long a socket outlives a session that ended elsewhere. */
  readonly everyMs: number
  readonly log: Logger
  /** The user that the credentials stand for now; null when they stand for nobody any more. */
  userOf(credentials: Credentials): Promise<string | null>
}

export function createSessionWatch({ everyMs, log, userOf }: SessionWatchOptions): SessionWatch {
  const sockets = new Set<SignedInSocket>()
  let timer: NodeJS.Timeout | null = null

  /** Each session is asked for once, however many sockets it has, and one after the other. */
  const lookAt = async (some: readonly SignedInSocket[]): Promise<void> => {
    const sessions = new Map<string, SignedInSocket[]>()
    for (const socket of some) {
      const { cookie, authorization } = socket.credentials
      const session = JSON.stringify([cookie, authorization])
      const ofSession = sessions.get(session)
      if (ofSession) ofSession.push(socket)
      else sessions.set(session, [socket])
    }
    for (const ofSession of sessions.values()) {
      const [first] = ofSession
      const user = first ? await userOf(first.credentials) : null
      for (const socket of ofSession)
        if (socket.userId !== user) socket.close(CLOSE.unauthenticated, 'unauthenticated')
    }
  }

  const lookAtAll = (): void => {
    // A store that does not answer ends nobody's session; the next look comes.
    lookAt([...sockets]).catch(error => log.warn({ error: String(error) }, 'Sessions could not be looked at'))
  }

  return {
    watch: socket => {
      sockets.add(socket)
      timer ??= setInterval(lookAtAll, everyMs).unref()
    },
    forget: socket => {
      sockets.delete(socket)
      if (sockets.size > 0 || !timer) return
      clearInterval(timer)
      timer = null
    },
    look: userId => lookAt([...sockets].filter(socket => socket.userId === userId)),
  }
}
