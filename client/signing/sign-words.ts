import type { ApiError } from '../api/api-error.ts'
import type { NoDeviceKey } from './device-key.ts'
import type { PasskeyRefusal } from './passkey.ts'

export type Method = 'passkey' | 'device-key'

/** Why there is no signature. Nothing was signed, whatever it is. */
export type SignProblem = PasskeyRefusal | NoDeviceKey

/** What the server says, and what to do where its words cannot know. */
const serverWords = (error: ApiError): string => {
  switch (error.kind) {
    case 'offline':
      return 'The server cannot be reached, so your signature was not handed in. Check your connection and sign again.'
    case 'already-signed':
      return 'You have signed this version already, perhaps in another tab. Load the page again to see it.'
    case 'wrong-status':
      return 'This version no longer waits for signatures. Load the page again to see why.'
    default:
      return error.message
  }
}

/** What to tell the person. */
export function signProblemWords(problem: SignProblem): string {
  switch (problem.kind) {
    case 'cancelled':
      return 'Nothing was signed: the question was closed, its time ran out, or this device knows none of your passkeys. Try again, or make a passkey on this device.'
    case 'not-possible':
      return 'Nothing was signed: this browser or device could not use a passkey for it. Try another browser, or sign with this device’s key.'
    case 'exists':
      return 'This device already has a passkey of yours for Parley. Sign with it.'
    case 'no-device-key':
      return 'Nothing was signed: this browser cannot keep a key. A private window, blocked storage or a full disk can be the reason. Use an ordinary window, or sign with a passkey.'
    case 'server':
      return serverWords(problem.error)
  }
}
