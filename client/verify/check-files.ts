import { parseManifest } from '../../shared/sealing/parse-manifest.ts'
import type { VerificationReport } from '../../shared/sealing/verification-report.ts'
import { type NamedFile, readSealedFiles, verifyFiles } from '../../shared/sealing/verify-files.ts'
import { createWebCryptoPort } from '../../shared/sealing/web-crypto-port.ts'
import type { SignedText } from './verify-model.ts'

/** The report on the files, and the text in them as far as it can be read. A module of its own, loaded when files are chosen. */
export async function checkFiles(
  files: readonly NamedFile[],
): Promise<{ readonly report: VerificationReport; readonly text: SignedText | null }> {
  const report = await verifyFiles(files, createWebCryptoPort(crypto.subtle))
  const sealed = readSealedFiles(files)
  const manifest = sealed.ok ? parseManifest(sealed.value.manifest) : null
  const text = manifest?.ok ? { title: manifest.value.title, body: manifest.value.body } : null
  return { report, text }
}
