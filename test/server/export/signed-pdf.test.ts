import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPdfRenderer } from '../../../server/export/pdf-renderer.ts'
import { sealPdf } from '../../../server/export/pdf-seal.ts'
import { loadSealKey, type SealKey } from '../../../server/export/seal-key.ts'
import { createSignedPdf } from '../../../server/export/signed-pdf.ts'
import { createFileKeys } from '../../../server/store/file-keys.ts'
import { toHex } from '../../../shared/sealing/bytes.ts'
import { canonicalJson } from '../../../shared/sealing/canonical-json.ts'
import { fingerprintOf } from '../../../shared/sealing/fingerprint.ts'
import type { Manifest } from '../../../shared/sealing/manifest.ts'
import { readAttachment } from '../../../shared/sealing/pdf/pdf-attachments.ts'
import { readPdfFile } from '../../../shared/sealing/pdf/pdf-file.ts'
import { findSeal } from '../../../shared/sealing/pdf/pdf-seal.ts'
import type { SignatureRecord } from '../../../shared/sealing/statement.ts'
import { verifySignedPdf } from '../../../shared/sealing/verify-signed-pdf.ts'
import { ADA, BEN, cryptoPort, manifestOf, statementOf } from '../../shared/sealing/fixture.ts'
import { signWithDeviceKey, signWithPasskey } from '../../shared/sealing/signers.ts'
import { sampleText } from './sample-text.ts'

const AT = new Date('2027-02-05T08:00:00Z')
const renderer = createPdfRenderer()
let folder: string
let sealKey: SealKey
let manifest: Manifest
let fingerprint: string
let signatures: readonly SignatureRecord[]
let pdf: Uint8Array

async function signedPdf(of: Manifest): Promise<Uint8Array> {
  fingerprint = await fingerprintOf(of, cryptoPort)
  signatures = [
    await signWithPasskey(statementOf(of, fingerprint, ADA)),
    await signWithDeviceKey(statementOf(of, fingerprint, BEN)),
  ]
  const made = await createSignedPdf({ manifest: of, fingerprint, signatures, renderer, sealKey, at: AT })
  if (!made.ok) throw new Error(JSON.stringify(made.error))
  return made.value
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parley-signed-'))
  sealKey = await loadSealKey(createFileKeys(folder), AT)
  manifest = manifestOf(sampleText({ parties: 3, kpis: 2, fillerClauses: 1 }))
  pdf = await signedPdf(manifest)
})
afterAll(async () => {
  await renderer.close()
  await rm(folder, { recursive: true })
})

describe('a signed PDF', () => {
  it('is accepted by the verifier with every check', async () => {
    const report = await verifySignedPdf(pdf, cryptoPort)
    expect(report.checks.filter(check => !check.ok)).toEqual([])
    expect(report.verdict).toBe('valid')
    expect(report.signatories.map(({ name, state }) => [name, state])).toEqual([
      [ADA.name, 'signed'],
      [BEN.name, 'signed'],
    ])
  })

  it('carries both files in canonical form, the manifest as the bytes that the fingerprint is of', () => {
    const file = readPdfFile(pdf)
    const attached = readAttachment(file, 'manifest.json', 10_000_000)
    expect(createHash('sha256').update(attached).digest('hex')).toBe(fingerprint)
    const text = new TextDecoder().decode(readAttachment(file, 'signatures.json', 10_000_000))
    expect(text).toBe(canonicalJson({ format: 'parley-signatures/1', fingerprint, signatures }))
  })

  it('is rejected after one changed byte, wherever it is', async () => {
    const step = Math.floor(pdf.length / 40)
    for (let at = 7; at < pdf.length; at += step) {
      const changed = pdf.slice()
      changed[at] = (changed[at] ?? 0) ^ 1
      const { verdict } = await verifySignedPdf(changed, cryptoPort)
      expect(verdict, `byte ${at}`).not.toBe('valid')
    }
    const longer = new Uint8Array([...pdf, 10])
    expect((await verifySignedPdf(longer, cryptoPort)).verdict).not.toBe('valid')
  })

  it('prints what the fonts lack in names as codes, because a signature must never be lost', async () => {
    const odd = { ...ADA, name: 'Ada \u{10ffff} Lund \ue000', capacity: 'Mayor\u0007' }
    const named = manifestOf(manifest.body)
    const made = await createSignedPdf({
      manifest: { ...named, signatories: [odd] },
      fingerprint,
      signatures: [await signWithDeviceKey(statementOf(named, fingerprint, odd))],
      renderer,
      sealKey,
      at: AT,
    })
    expect(made.ok).toBe(true)
  })

  it('is refused with the places when title or text cannot be printed', async () => {
    const made = await createSignedPdf({
      manifest: { ...manifest, title: 'Title \ue000' },
      fingerprint,
      signatures,
      renderer,
      sealKey,
      at: AT,
    })
    expect(!made.ok && made.error).toMatchObject({
      kind: 'unprintable',
      places: [{ blockId: null, codePoint: 'U+E000' }],
    })
  })
})

describe('the closing seal', () => {
  it('appends to the file and changes nothing in it', async () => {
    const open = await renderer.render({
      title: manifest.title,
      status: 'sealed',
      body: manifest.body,
      terms: manifest.terms,
      fingerprint,
      version: manifest.version,
      manifest,
      signatures: [],
      attachments: [],
      language: 'en',
      date: manifest.sealedAt,
    })
    if (!open.ok) throw new Error(open.error.kind)
    const closed = await sealPdf(open.value, sealKey, { reason: 'Größe', at: AT })
    expect(closed.subarray(0, open.value.length)).toEqual(open.value)
    const added = Buffer.from(closed.subarray(open.value.length)).toString('latin1')
    expect(added).toContain('/SubFilter /ETSI.CAdES.detached')
    expect(added).toContain('/M (D:20270205080000Z)')
    await expect(sealPdf(closed, sealKey, { reason: 'again', at: AT })).rejects.toThrow('closed once')
  })

  it('names its certificate and claims no time inside the signature', () => {
    const { cms } = findSeal(readPdfFile(pdf))
    const hex = toHex(cms)
    const signingCertificateV2 = '060b2a864886f70d010910022f'
    const signingTime = '06092a864886f70d010905'
    const certificateDigest = createHash('sha256').update(sealKey.certificate).digest('hex')
    expect(hex).toContain(signingCertificateV2)
    expect(hex).toContain(certificateDigest)
    expect(hex).not.toContain(signingTime)
  })
})
