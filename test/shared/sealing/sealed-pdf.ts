import 'reflect-metadata'
import { PDFArray, PDFDocument, PDFHexString, PDFName, PDFNumber, PDFString } from '@cantoo/pdf-lib'
import * as x509 from '@peculiar/x509'
import { toHex } from '../../../shared/sealing/bytes.ts'
import { canonicalJson } from '../../../shared/sealing/canonical-json.ts'
import { encodeSeal, sealAttributes } from '../../../shared/sealing/cms-seal.ts'
import { derFromRawSignature } from '../../../shared/sealing/ecdsa-signature.ts'
import type { Manifest } from '../../../shared/sealing/manifest.ts'
import type { SignatureFile } from '../../../shared/sealing/statement.ts'
import { cryptoPort } from './fixture.ts'
import { newP256Key, signP256 } from './signers.ts'

const PLACEHOLDER_BYTES = 2048
/** As wide as any real number here, so that the numbers can be filled in without moving a byte. */
const WIDE = 1_000_000_000

export interface SealKey {
  readonly pair: CryptoKeyPair
  readonly certificate: Uint8Array
}

export async function newSealKey(): Promise<SealKey> {
  const pair = await newP256Key()
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: '0123456789abcdef',
    name: 'CN=Parley test seal',
    notBefore: new Date('2026-01-01T00:00:00Z'),
    notAfter: new Date('2036-01-01T00:00:00Z'),
    signingAlgorithm: { name: 'ECDSA', hash: 'SHA-256' },
    keys: pair,
  })
  return { pair, certificate: new Uint8Array(certificate.rawData) }
}

const json = (value: unknown) => new TextEncoder().encode(canonicalJson(value))

/** A PDF of one page with the attachments, not sealed. */
export async function pdfWith(attachments: readonly (readonly [name: string, bytes: Uint8Array])[]) {
  const pdf = await PDFDocument.create({ updateMetadata: false })
  pdf.addPage([595, 842]).drawText('Regional delivery partnership')
  for (const [name, bytes] of attachments) await pdf.attach(bytes, name, { mimeType: 'application/json' })
  return pdf.save({ useObjectStreams: false })
}

/** Closes a PDF with a seal, as an incremental update. */
export async function closePdf(pdf: Uint8Array, key: SealKey): Promise<Uint8Array> {
  const document = await PDFDocument.load(pdf, { forIncrementalUpdate: true, updateMetadata: false })
  const { context, catalog } = document
  const range = PDFArray.withContext(context)
  for (const number of [0, WIDE, WIDE, WIDE]) range.push(PDFNumber.of(number))
  const seal = context.register(
    context.obj({
      Type: 'Sig',
      Filter: 'Adobe.PPKLite',
      SubFilter: 'ETSI.CAdES.detached',
      ByteRange: range,
      Contents: PDFHexString.of('0'.repeat(2 * PLACEHOLDER_BYTES)),
      M: PDFString.of('D:20261123101500Z'),
    }),
  )
  const page = document.getPage(0)
  const field = context.register(
    context.obj({
      Type: 'Annot',
      Subtype: 'Widget',
      FT: 'Sig',
      T: PDFString.of('seal'),
      V: seal,
      Rect: [0, 0, 0, 0],
      F: 132,
      P: page.ref,
    }),
  )
  page.node.addAnnot(field)
  catalog.set(PDFName.of('AcroForm'), context.register(context.obj({ SigFlags: 3, Fields: [field] })))
  return fillSeal(await document.save({ useObjectStreams: false, updateFieldAppearances: false }), key)
}

async function fillSeal(pdf: Uint8Array, { pair, certificate }: SealKey): Promise<Uint8Array> {
  const text = Buffer.from(pdf).toString('latin1')
  const gapStart = text.lastIndexOf(`<${'0'.repeat(2 * PLACEHOLDER_BYTES)}>`)
  const gapEnd = gapStart + 2 * PLACEHOLDER_BYTES + 2
  const range = /\/ByteRange \[ ?0 1000000000 1000000000 1000000000 ?\]/.exec(text)
  if (!range || gapStart < 0) throw new Error('no room for the seal')
  const filled = `/ByteRange [0 ${gapStart} ${gapEnd} ${pdf.length - gapEnd}]`.padEnd(range[0].length)
  const bytes = Buffer.from(text, 'latin1')
  bytes.write(filled, range.index, 'latin1')
  const covered = Buffer.concat([bytes.subarray(0, gapStart), bytes.subarray(gapEnd)])
  const signedAttributes = sealAttributes(
    await cryptoPort.sha256(covered),
    await cryptoPort.sha256(certificate),
  )
  const signature = derFromRawSignature(await signP256(pair, signedAttributes))
  const cms = encodeSeal({ certificate, signedAttributes, signature })
  if (!cms) throw new Error('no certificate')
  bytes.write(toHex(cms), gapStart + 1, 'latin1')
  return new Uint8Array(bytes)
}

export const attachmentsOf = (manifest: Manifest, signatures: SignatureFile) =>
  [
    ['manifest.json', json(manifest)],
    ['signatures.json', json(signatures)],
  ] as const

/** A signed export as the server makes it, but for its looks. */
export const signedPdf = async (manifest: Manifest, signatures: SignatureFile, key: SealKey) =>
  closePdf(await pdfWith(attachmentsOf(manifest, signatures)), key)
