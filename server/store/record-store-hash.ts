import { hash } from 'node:crypto'
import type { Sha256 } from '../../shared/record/chain.ts'

/** SHA-256 for the record's hash chain. A copy, so that a head never holds on to a buffer that is shared with others. */
export const sha256: Sha256 = bytes => new Uint8Array(hash('sha256', bytes, 'buffer'))
