import type { ErrorKind } from '../../shared/protocol/errors.ts'

/**
 * What is true of the user's changes right now. `waiting` counts local changes that the server has not acknowledged as durable.
 * - `loading`: the local copy is not read yet.
 * - `saving`: something was typed that this device's log has not committed.
 * - `saved-on-device`: all is in this device's log; nobody shares it (no account, or not created on the server yet).
 * - `sending`: on this device, on its way to the server.
 * - `saved-for-everyone`: the server acknowledged every change as durable.
 * - `offline`: no connection; all is in this device's log.
 * - `refused`: the server takes no changes (`why`); they stay on this device and go when it takes them again.
 * - `storage-failed`: this device cannot write (full disk, blocked storage); what was typed since is only in this tab.
 */
export type SessionStatus =
  | { readonly kind: 'loading' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved-on-device' }
  | { readonly kind: 'sending'; readonly waiting: number }
  | { readonly kind: 'saved-for-everyone' }
  | { readonly kind: 'offline'; readonly waiting: number }
  | { readonly kind: 'refused'; readonly why: ErrorKind; readonly waiting: number }
  | { readonly kind: 'storage-failed'; readonly message: string }
