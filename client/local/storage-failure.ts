import { StorageBlocked } from './database.ts'

/** This device cannot store; the message is for the person. */
export class StorageFailed extends Error {
  override name = 'StorageFailed'
}

/** Whether an error comes from this device's storage and not from a mistake of ours. */
export const isStorageFailure = (error: unknown): boolean =>
  error instanceof StorageFailed || error instanceof StorageBlocked || error instanceof DOMException

const nameOf = (error: unknown) => (error instanceof Error || error instanceof DOMException ? error.name : '')

/** What a failure of this device's storage means to the person at it, and what to do about it. */
export function storageFailure(error: unknown): string {
  if (error instanceof StorageFailed) return error.message
  if (error instanceof StorageBlocked)
    return 'Another tab of Parley holds up this device’s storage. Close the other tabs of Parley, or load them again.'
  switch (nameOf(error)) {
    case 'QuotaExceededError':
      return 'This device’s storage is full. Keep this tab open and free some space: saving is tried again by itself.'
    case 'VersionError':
      return 'This tab runs an older version of Parley than this device’s storage. Copy what you wrote last, then load the page again.'
    default:
      return 'This browser does not let Parley store anything on this device. Keep this tab open; if you are in a private window, use a normal one.'
  }
}
