import { readBody, readTitle } from '../../shared/document/yjs-body.ts'
import type { AgreementSession } from '../session/agreement-session.ts'
import type { OwnCopy } from './check-version.ts'

/** Bytes of base64, as the server writes a snapshot; null when it is none. */
const fromBase64 = (text: string): Uint8Array | null => {
  try {
    return Uint8Array.from(atob(text), character => character.charCodeAt(0))
  } catch {
    return null
  }
}

/** Title and text as this device has them at the sealed state; null when it lacks part of it. The session must be loaded. */
export function ownCopy(session: AgreementSession, snapshot: string): OwnCopy | null {
  const bytes = fromBase64(snapshot)
  const doc = bytes && session.bodyAt(bytes)
  if (!doc) return null
  const copy = { title: readTitle(doc), body: readBody(doc) }
  doc.destroy()
  return copy
}
