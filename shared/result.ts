/** An expected outcome as a value: refusals are returned, never thrown. `E` is a union with a `kind`. */
export type Result<T, E> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E }

/** The success of a `Result`. */
export const ok = <T>(value: T): { ok: true; value: T } => ({ ok: true, value })

/** The refusal of a `Result`. */
export const err = <E>(error: E): { ok: false; error: E } => ({ ok: false, error })

/** Throws on a defect (a state that the code rules out), never on bad input. */
export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`Defect: ${message}`)
}

/** The value, or a thrown defect when it is null or undefined. */
export function must<T>(value: T | null | undefined, message: string): T {
  assert(value !== null && value !== undefined, message)
  return value
}

/** Makes a switch over a union exhaustive: a new member fails to compile here. */
export function unreachable(value: never): never {
  throw new Error(`Defect: unexpected ${JSON.stringify(value)}`)
}
