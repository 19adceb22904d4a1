import { randomBytes } from 'node:crypto'
import { idFromBytes } from '../shared/ids.ts'

/** A fresh id that nobody can guess. */
export const newId = (): string => idFromBytes(randomBytes(20))
