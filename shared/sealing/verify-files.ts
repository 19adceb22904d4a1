import { err, ok, type Result } from '../result.ts'
import type { CryptoPort } from './crypto-port.ts'
import { decodeJson, type UnreadableBytes } from './utf8.ts'
import { check, unreadableReport, type VerificationReport } from './verification-report.ts'
import { verifyAgreement } from './verify-agreement.ts'
import { readSignedPdf, verifySignedPdf } from './verify-signed-pdf.ts'

/** A file as somebody chose it. `name` is used for words only, never to decide what the file is. */
export interface NamedFile {
  readonly name: string
  readonly bytes: Uint8Array
}

const isPdf = ({ bytes }: NamedFile) => String.fromCharCode(...bytes.subarray(0, 5)) === '%PDF-'

const formatOf = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'format' in value ? value.format : null

/** The two JSON values, in whichever order the files came. */
const readPair = (
  files: readonly NamedFile[],
): Result<{ readonly manifest: unknown; readonly signatures: unknown }, UnreadableBytes> => {
  const values: unknown[] = []
  for (const file of files) {
    const read = decodeJson(file.bytes)
    if (!read.ok) return err({ kind: 'unreadable', reason: `${file.name} is neither a PDF nor JSON text` })
    values.push(read.value.json)
  }
  const manifest = values.find(value => formatOf(value) === 'parley-manifest/1')
  const signatures = values.find(value => formatOf(value) === 'parley-signatures/1')
  if (manifest !== undefined && signatures !== undefined) return ok({ manifest, signatures })
  const missing = manifest === undefined ? 'manifest.json' : 'signatures.json'
  return err({ kind: 'unreadable', reason: `${missing} is missing, or was not written by Parley` })
}

/** The manifest and signatures in what was chosen, as JSON and not verified: one PDF, or the two JSON files in any order. */
export function readSealedFiles(
  files: readonly NamedFile[],
): Result<{ readonly manifest: unknown; readonly signatures: unknown }, UnreadableBytes> {
  const [file] = files
  if (file && files.length === 1 && isPdf(file)) return readSignedPdf(file.bytes)
  return readPair(files)
}

/** Verifies what was chosen: one PDF, or the two JSON files in any order. Every input gets a report. */
export async function verifyFiles(
  files: readonly NamedFile[],
  crypto: CryptoPort,
): Promise<VerificationReport> {
  const [file] = files
  if (file && files.length === 1 && isPdf(file)) return verifySignedPdf(file.bytes, crypto)
  const pair = readPair(files)
  return pair.ok
    ? verifyAgreement(pair.value.manifest, pair.value.signatures, crypto)
    : unreadableReport([check('files', false, `This cannot be checked: ${pair.error.reason}.`)])
}
