import { err, ok, type Result } from '../result.ts'
import { tryCanonicalJson } from './canonical-json.ts'
import type { CryptoPort } from './crypto-port.ts'
import { readAttachment } from './pdf/pdf-attachments.ts'
import { type PdfFile, readPdfFile } from './pdf/pdf-file.ts'
import { findSeal, verifySeal } from './pdf/pdf-seal.ts'
import { MalformedPdf } from './pdf/pdf-value.ts'
import { decodeJson, type UnreadableBytes } from './utf8.ts'
import {
  type Check,
  check,
  unreadableReport,
  type VerificationReport,
  verdictOf,
} from './verification-report.ts'
import { verifyAgreement } from './verify-agreement.ts'
import { VERIFY_LIMITS } from './verify-limits.ts'

/** Names of the attachments of a signed export. */
export const ATTACHMENT = { manifest: 'manifest.json', signatures: 'signatures.json' } as const

/** The reader throws on malformed input; here that becomes a value. Any other throw is a defect and goes on. */
const attempt = <T>(read: () => T): Result<T, UnreadableBytes> => {
  try {
    return ok(read())
  } catch (error) {
    if (error instanceof MalformedPdf) return err({ kind: 'unreadable', reason: error.message })
    throw error
  }
}

/**
 * An attachment as JSON. Its bytes must be the canonical JSON of its value: else two readers could read two texts out of one
 * file (a name that stands twice), and its SHA-256 would not be the fingerprint.
 */
const readJson = (pdf: PdfFile, name: string): unknown => {
  const bytes = readAttachment(pdf, name, VERIFY_LIMITS.jsonBytes)
  const read = decodeJson(bytes)
  if (!read.ok) throw new MalformedPdf(`its attachment ${name} is not JSON text`)
  const canonical = tryCanonicalJson(read.value.json)
  if (!canonical.ok || canonical.value !== read.value.text)
    throw new MalformedPdf(`its attachment ${name} is not in canonical form`)
  return read.value.json
}

const readFrame = (bytes: Uint8Array) => {
  if (bytes.length > VERIFY_LIMITS.pdfBytes) throw new MalformedPdf('it is too large')
  const pdf = readPdfFile(bytes)
  return { pdf, seal: findSeal(pdf) }
}

const readFiles = (pdf: PdfFile) => ({
  manifest: readJson(pdf, ATTACHMENT.manifest),
  signatures: readJson(pdf, ATTACHMENT.signatures),
})

/** The two attachments of a signed export as JSON, not verified: for showing the text. */
export const readSignedPdf = (
  bytes: Uint8Array,
): Result<{ readonly manifest: unknown; readonly signatures: unknown }, UnreadableBytes> =>
  attempt(() => readFiles(readFrame(bytes).pdf))

const sealCheck = (sealKey: string | null): Check =>
  check(
    'pdf-seal',
    sealKey !== null,
    sealKey === null
      ? 'The file was changed after it was closed: its closing seal does not hold.'
      : 'The closing seal holds: no byte of the file has changed since it was closed.',
  )

/**
 * Verifies a signed export: its closing seal over the whole file, and the text and signatures attached to it. It needs no server,
 * runs alike in a browser and in Node, and answers every input with a report.
 */
export async function verifySignedPdf(pdf: Uint8Array, crypto: CryptoPort): Promise<VerificationReport> {
  const frame = attempt(() => readFrame(pdf))
  if (!frame.ok) {
    const text = `This is not a signed agreement that can be checked: ${frame.error.reason}.`
    return unreadableReport([check('pdf-form', false, text)])
  }
  const sealKey = await verifySeal(frame.value.seal, crypto)
  const outside = [
    check('pdf-form', true, 'The file is a PDF with one closing seal that covers all of it.'),
    sealCheck(sealKey),
  ]
  const files = attempt(() => readFiles(frame.value.pdf))
  if (!files.ok) {
    const text = `The signed text cannot be taken out of the file: ${files.error.reason}.`
    return unreadableReport([...outside, check('pdf-attachments', false, text)])
  }
  const inside = await verifyAgreement(files.value.manifest, files.value.signatures, crypto, 'pdf')
  const checks = [...outside, ...inside.checks]
  const verdict = verdictOf(checks)
  return {
    ...inside,
    verdict,
    checks,
    proves: verdict === 'invalid' ? [] : inside.proves,
    ...(sealKey === null ? {} : { sealKey }),
  }
}
