import { idFromBytes } from '../../shared/ids.ts'

/** A new id of a block or a mark. */
export const newId = (): string => idFromBytes(crypto.getRandomValues(new Uint8Array(20)))
