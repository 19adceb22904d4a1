import { concatBytes, equalBytes, fromHex, toHex } from '../bytes.ts'
import { attributesHold, readCertificate, readSeal } from '../cms-seal.ts'
import type { CryptoPort } from '../crypto-port.ts'
import { readFirstDer } from '../der.ts'
import { rawFromDerSignature } from '../ecdsa-signature.ts'
import type { PdfFile } from './pdf-file.ts'
import { MalformedPdf, type PdfDictionary, type PdfValue } from './pdf-value.ts'

/** Where the closing seal stands in the file: the bytes it covers, and its CMS. */
export interface FoundSeal {
  readonly covered: Uint8Array
  readonly cms: Uint8Array
}

const MAX_FIELDS = 100
const MAX_SEAL_CHARACTERS = 256 * 1024

const isName = (value: PdfValue, name: string) =>
  value !== null && typeof value === 'object' && value.kind === 'name' && value.name === name

/** Values of all signature fields; a field of another type or without a value is passed over. */
const signatures = (pdf: PdfFile): readonly PdfDictionary[] => {
  const catalog = pdf.dictionary(pdf.trailer.entries.get('Root'))
  const form = pdf.dictionary(catalog?.entries.get('AcroForm'))
  return pdf
    .items(form?.entries.get('Fields'))
    .slice(0, MAX_FIELDS)
    .flatMap(field => {
      const entries = pdf.dictionary(field)?.entries
      const value = pdf.dictionary(entries?.get('V'))
      return value && isName(pdf.resolve(entries?.get('FT')), 'Sig') ? [value] : []
    })
}

/** The seal's own bytes in the file: `<`, hex digits of one case, padded with zeros, `>`. */
const readHexInPlace = (bytes: Uint8Array): Uint8Array => {
  if (bytes.length > MAX_SEAL_CHARACTERS) throw new MalformedPdf('its closing seal is too large')
  const text = Array.from(bytes.subarray(1, -1), byte => String.fromCharCode(byte)).join('')
  const oneCase = /^([0-9a-f]*|[0-9A-F]*)$/.test(text)
  const padded = bytes[0] === 0x3c && bytes.at(-1) === 0x3e && oneCase ? fromHex(text) : null
  const length = padded && readFirstDer(padded)?.raw.length
  if (!padded || !length || padded.subarray(length).some(byte => byte !== 0))
    throw new MalformedPdf('its closing seal is broken')
  return padded.subarray(0, length)
}

/**
 * Finds the one signature that closes the file. It must cover every byte but its own, up to the last one of the file: a
 * signature that ends earlier would let a later revision show other pages under a seal that still holds.
 */
export function findSeal(pdf: PdfFile): FoundSeal {
  const [seal, ...others] = signatures(pdf)
  if (!seal) throw new MalformedPdf('it has no closing seal')
  if (others.length > 0) throw new MalformedPdf('it has more than one signature field')
  if (!isName(pdf.resolve(seal.entries.get('SubFilter')), 'ETSI.CAdES.detached'))
    throw new MalformedPdf('its closing seal is of another kind')
  const range = pdf.items(seal.entries.get('ByteRange'))
  const [start, gapStart, gapEnd, rest] = range.map(item => (typeof item === 'number' ? item : Number.NaN))
  if (
    range.length !== 4 ||
    start !== 0 ||
    gapStart === undefined ||
    gapEnd === undefined ||
    rest === undefined
  )
    throw new MalformedPdf('its closing seal does not say what it covers')
  if (!(gapStart > 0 && gapEnd > gapStart && rest >= 0 && gapEnd + rest === pdf.bytes.length))
    throw new MalformedPdf('its closing seal does not cover the whole file')
  const cms = readHexInPlace(pdf.bytes.subarray(gapStart, gapEnd))
  const contents = pdf.resolve(seal.entries.get('Contents'))
  if (
    contents === null ||
    typeof contents !== 'object' ||
    contents.kind !== 'string' ||
    !equalBytes(contents.bytes.subarray(0, cms.length), cms)
  )
    throw new MalformedPdf('its closing seal leaves out other bytes than its own')
  return { covered: concatBytes(pdf.bytes.subarray(0, gapStart), pdf.bytes.subarray(gapEnd)), cms }
}

/** The SHA-256 (hex) of the certificate whose key closed the file, or null when the seal does not hold. */
export async function verifySeal({ covered, cms }: FoundSeal, crypto: CryptoPort): Promise<string | null> {
  const seal = readSeal(cms)
  const certificate = seal && readCertificate(seal.certificate)
  const signature = seal && rawFromDerSignature(seal.signature)
  if (!seal || !certificate || !signature) return null
  const certificateDigest = await crypto.sha256(seal.certificate)
  if (!attributesHold(seal.signedAttributes, await crypto.sha256(covered), certificateDigest)) return null
  const holds = await crypto.verify('ES256', certificate.publicKey, signature, seal.signedAttributes)
  return holds ? toHex(certificateDigest) : null
}
