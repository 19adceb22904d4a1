/** Every way in which the server refuses, with its HTTP status. The kind travels; screens make the words from it. */
export const ERROR_STATUS = {
  'bad-request': 400, // the input does not have the asked form; `details` lists the fields
  unauthenticated: 401, // no session, or an expired one
  forbidden: 403, // the member's role never may
  'foreign-origin': 403, // the request comes from another site
  'foreign-author': 403, // a change under a Yjs client id that is another account's
  'not-found': 404, // it does not exist, or the caller may not know that it does
  'wrong-status': 409, // not while the agreement stands where it stands
  sealed: 409, // the text is frozen: a version waits for its signatures
  signed: 409, // the text is frozen: the version is signed
  conflict: 409, // somebody else took this id, or changed it meanwhile
  'last-convener': 409, // an agreement needs somebody who may invite and seal
  'not-a-signatory': 403, // the version names others to sign
  'already-signed': 409,
  'invalid-signature': 422, // the proof does not match the statement, or the statement not the version
  'unprintable-text': 422, // characters that a PDF cannot print; `details` lists block, character and clause
  'not-ready': 422, // the text lacks what sealing needs; `details` lists what
  'invitation-expired': 410,
  'invitation-used': 410,
  'too-large': 413,
  'rate-limited': 429,
  'not-signed': 409, // asked for the signed export of a version that is not signed by all
  internal: 500,
  unavailable: 503, // the store cannot write, or the server is going down
} as const

/** A refusal's machine-readable reason. */
export type ErrorKind = keyof typeof ERROR_STATUS

/** The body of every refused HTTP request. `message` says in plain words what to do. */
export interface ErrorBody {
  readonly kind: ErrorKind
  readonly message: string
  readonly details?: unknown
}
