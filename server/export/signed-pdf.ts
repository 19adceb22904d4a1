import { ok, type Result } from '../../shared/result.ts'
import { canonicalJson } from '../../shared/sealing/canonical-json.ts'
import type { Manifest } from '../../shared/sealing/manifest.ts'
import type { SignatureFile, SignatureRecord } from '../../shared/sealing/statement.ts'
import { ATTACHMENT } from '../../shared/sealing/verify-signed-pdf.ts'
import type { PdfRefusal, PdfRenderer } from './pdf-input.ts'
import { sealPdf } from './pdf-seal.ts'
import type { SealKey } from './seal-key.ts'

const json = (value: unknown) => new TextEncoder().encode(canonicalJson(value))

/**
 * The signed export: the pages, both files attached in canonical form, and the server's closing seal. The attached manifest is
 * exactly the bytes whose SHA-256 is the fingerprint.
 */
export async function createSignedPdf(signed: {
  readonly manifest: Manifest
  readonly fingerprint: string
  readonly signatures: readonly SignatureRecord[]
  readonly renderer: PdfRenderer
  readonly sealKey: SealKey
  readonly at: Date
}): Promise<Result<Uint8Array, PdfRefusal>> {
  const { manifest, fingerprint, signatures, at } = signed
  const file: SignatureFile = { format: 'parley-signatures/1', fingerprint, signatures }
  const pdf = await signed.renderer.render({
    title: manifest.title,
    status: 'signed',
    body: manifest.body,
    terms: manifest.terms,
    fingerprint,
    version: manifest.version,
    manifest,
    signatures,
    attachments: [
      {
        name: ATTACHMENT.manifest,
        mimeType: 'application/json',
        bytes: json(manifest),
        relationship: 'source',
        description: 'What was signed: the text, its terms and who is to sign',
      },
      {
        name: ATTACHMENT.signatures,
        mimeType: 'application/json',
        bytes: json(file),
        relationship: 'data',
        description: 'The signatures over the fingerprint of manifest.json',
      },
    ],
    language: 'en',
    date: manifest.sealedAt,
  })
  if (!pdf.ok) return pdf
  const reason = `Closes version ${manifest.version} as signed by all`
  return ok(await sealPdf(pdf.value, signed.sealKey, { reason, at }))
}
