import type { ErrorKind } from '../../shared/protocol/errors.ts'
import { unreachable } from '../../shared/result.ts'
import type { SessionStatus } from '../session/session-status.ts'

/** How it is: `good` needs no attention, `busy` passes by itself, `waiting` holds changes back, `bad` needs the person. */
export type SaveTone = 'good' | 'busy' | 'waiting' | 'bad'

export interface SaveWords {
  readonly tone: SaveTone
  /** A few words for the header. */
  readonly short: string
  /** Where everything is, in whole sentences. */
  readonly details: string
}

const changes = (count: number) => (count === 1 ? '1 change' : `${count} changes`)
const waits = (count: number) => (count === 1 ? '1 change waits' : `${count} changes wait`)
const onDevice = (count: number) =>
  count === 0
    ? 'You have written nothing that is not sent.'
    : `${changes(count)} of yours ${count === 1 ? 'is' : 'are'} stored on this device and not sent.`

function refusedDetails(why: ErrorKind, waiting: number): string {
  switch (why) {
    case 'sealed':
      return `A version is sealed and the text is frozen. ${onDevice(waiting)} They join the text when drafting reopens.`
    case 'signed':
      return `The agreement is signed and its text is frozen. ${onDevice(waiting)} They join the text when an amendment reopens it.`
    case 'unauthenticated':
      return `You are signed out. ${onDevice(waiting)} Sign in to send what you write.`
    case 'forbidden':
    case 'not-found':
      return `Your role on this agreement does not allow changes to the text, or you no longer belong to it. ${onDevice(waiting)}`
    case 'foreign-author':
      return `Among the changes on this device are some that another account made. ${onDevice(waiting)} They are sent once that person has been online.`
    case 'too-large':
      return `One change is larger than the server takes, such as a very large paste. ${onDevice(waiting)} Undo it or paste it in parts.`
    case 'rate-limited':
    case 'unavailable':
    case 'internal':
      return `The server cannot store changes at this moment. ${onDevice(waiting)} They are sent when it can again; you can go on writing.`
    default:
      return `The server does not take your changes. ${onDevice(waiting)}`
  }
}

/** What is true of the user's changes, in words that promise no more than the status does. */
export function saveWords(status: SessionStatus): SaveWords {
  switch (status.kind) {
    case 'loading':
      return { tone: 'busy', short: 'Opening', details: 'The copy on this device is being read.' }
    case 'saving':
      return { tone: 'busy', short: 'Saving', details: 'What you just wrote is being stored on this device.' }
    case 'saved-on-device':
      return {
        tone: 'good',
        short: 'Saved on this device',
        details:
          'Everything you wrote is stored on this device, and only here. Share the agreement to keep it on the server too.',
      }
    case 'sending':
      return {
        tone: 'busy',
        short: 'Sending',
        details: `Everything you wrote is stored on this device. ${changes(status.waiting)} on the way to the server.`,
      }
    case 'saved-for-everyone':
      return {
        tone: 'good',
        short: 'Saved for everyone',
        details:
          'Everything you wrote is stored on this device and on the server, where the other members get it.',
      }
    case 'offline':
      return {
        tone: 'waiting',
        short: status.waiting === 0 ? 'Offline' : `Offline, ${waits(status.waiting)}`,
        details: `There is no connection. ${onDevice(status.waiting)} Go on writing: all of it is sent and merged when the connection is back.`,
      }
    case 'refused':
      return {
        tone: status.waiting === 0 ? 'good' : 'waiting',
        short: status.waiting === 0 ? 'Up to date' : `${waits(status.waiting)} on this device`,
        details: refusedDetails(status.why, status.waiting),
      }
    case 'storage-failed':
      return {
        tone: 'bad',
        short: 'Not saved on this device',
        details: `${status.message} Keep this tab open: what you wrote since is only in it.`,
      }
    default:
      return unreachable(status)
  }
}

const RANK: Readonly<Record<SessionStatus['kind'], number>> = {
  'storage-failed': 0,
  saving: 1,
  refused: 2,
  offline: 2,
  loading: 3,
  sending: 4,
  'saved-on-device': 5,
  'saved-for-everyone': 5,
}

/** Whether the change is good news. Bad news is shown at once; good news may wait until it holds, so that typing does not flicker. */
export const isBetter = (next: SessionStatus, shown: SessionStatus): boolean =>
  RANK[next.kind] > RANK[shown.kind]
