import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { assert } from '../../shared/result.ts'
import { toHex } from '../../shared/sealing/bytes.ts'
import { encodeSeal, sealAttributes } from '../../shared/sealing/cms-seal.ts'
import { derFromRawSignature } from '../../shared/sealing/ecdsa-signature.ts'
import { YOUNG_MB } from '../young-objects.ts'
import { ROOM_BYTES, type SealClaim, WIDE } from './seal-claim.ts'
import type { SealKey } from './seal-key.ts'

/**
 * Closes a PDF with a PAdES-B-B signature (ETSI EN 319 142-1): an incremental update after the file as it was, one invisible
 * signature field, and a seal over every byte of the file but its own. The claimed time stands in the field alone, as PAdES
 * asks. `pdf` must have a classic cross-reference table, as Typst writes it.
 */
export async function sealPdf(pdf: Uint8Array, key: SealKey, claim: SealClaim): Promise<Uint8Array> {
  const open = await openInThread(pdf, claim)
  const { bytes, gapStart, gapEnd } = fillByteRange(open)
  const covered = createHash('sha256').update(bytes.subarray(0, gapStart)).update(bytes.subarray(gapEnd))
  const certificateDigest = createHash('sha256').update(key.certificate).digest()
  const signedAttributes = sealAttributes(new Uint8Array(covered.digest()), new Uint8Array(certificateDigest))
  const signature = derFromRawSignature(await key.sign(signedAttributes))
  const cms = encodeSeal({ certificate: key.certificate, signedAttributes, signature })
  assert(cms !== null && cms.length <= ROOM_BYTES, 'the seal fits its room')
  bytes.write(toHex(cms), gapStart + 1, 'latin1')
  return new Uint8Array(bytes)
}

async function openInThread(pdf: Uint8Array, claim: SealClaim): Promise<Uint8Array> {
  const thread = new Worker(new URL('./pdf-seal-worker.ts', import.meta.url), {
    workerData: { pdf, claim },
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
  })
  const [open]: unknown[] = await once(thread, 'message')
  assert(open instanceof Uint8Array, 'the thread answers with a PDF')
  return open
}

/** Writes which bytes the seal covers: all but the hex string that it will stand in. */
function fillByteRange(open: Uint8Array): { bytes: Buffer; gapStart: number; gapEnd: number } {
  const bytes = Buffer.from(open)
  const gapStart = bytes.lastIndexOf(`<${'0'.repeat(2 * ROOM_BYTES)}>`, undefined, 'latin1')
  const gapEnd = gapStart + 2 * ROOM_BYTES + 2
  const placeholder = `[ 0 ${WIDE} ${WIDE} ${WIDE} ]`
  const rangeStart = bytes.lastIndexOf(placeholder, undefined, 'latin1')
  assert(gapStart > 0 && rangeStart > 0, 'the seal was given its room')
  const range = `[ 0 ${gapStart} ${gapEnd} ${bytes.length - gapEnd} ]`
  bytes.write(range.padEnd(placeholder.length), rangeStart, 'latin1')
  return { bytes, gapStart, gapEnd }
}
