import { MalformedPdf, type PdfDictionary, PdfScanner, type PdfStream, type PdfValue } from './pdf-value.ts'

const MAX_REVISIONS = 20
const MAX_OBJECTS = 500_000
const MAX_REFERENCE_HOPS = 10
const TAIL_BYTES = 64

const latin1 = (bytes: Uint8Array): string => String.fromCharCode(...bytes)

/** A PDF with a classic cross-reference table: its objects by number, looked up when asked for. */
export interface PdfFile {
  readonly bytes: Uint8Array
  readonly trailer: PdfDictionary
  /** The value itself, or what a reference leads to; null for a reference to nothing. */
  resolve(value: PdfValue | undefined): PdfValue
  /** As `resolve`, for what must be a dictionary; null where it is absent or something else. */
  dictionary(value: PdfValue | undefined): PdfDictionary | null
  /** The items of what must be an array; none where it is absent or something else. */
  items(value: PdfValue | undefined): readonly PdfValue[]
  /** The bytes of a stream as they stand in the file, still encoded. */
  content(stream: PdfStream): Uint8Array
}

/** Takes the entries of one cross-reference section that a later revision has not set, and returns its trailer. */
const readSection = (bytes: Uint8Array, at: number, offsets: Map<number, number | null>): PdfDictionary => {
  const scanner = new PdfScanner(bytes, at)
  if (scanner.word() !== 'xref') throw new MalformedPdf('it has no classic cross-reference table')
  for (let word = scanner.word(); word !== 'trailer'; word = scanner.word()) {
    if (!/^\d{1,9}$/.test(word)) throw new MalformedPdf('its cross-reference table is broken')
    const count = scanner.integer()
    if (count > MAX_OBJECTS || offsets.size > MAX_OBJECTS)
      throw new MalformedPdf('its cross-reference table is broken')
    for (let number = Number(word); number < Number(word) + count; number++) {
      const offset = scanner.integer()
      scanner.integer()
      const used = scanner.word()
      if (used !== 'n' && used !== 'f') throw new MalformedPdf('its cross-reference table is broken')
      if (!offsets.has(number)) offsets.set(number, used === 'n' ? offset : null)
    }
  }
  const trailer = scanner.value()
  if (trailer === null || typeof trailer !== 'object' || trailer.kind !== 'dictionary')
    throw new MalformedPdf('its trailer is broken')
  return trailer
}

const readSections = (bytes: Uint8Array) => {
  const tail = latin1(bytes.subarray(-TAIL_BYTES))
  const start = /startxref\s+(\d{1,15})\s+%%EOF\s*$/.exec(tail)?.[1]
  if (start === undefined) throw new MalformedPdf('it does not end as a PDF ends')
  const offsets = new Map<number, number | null>()
  const newest = readSection(bytes, Number(start), offsets)
  let at = Number(start)
  let previous = newest.entries.get('Prev')
  for (let revision = 1; typeof previous === 'number'; revision++) {
    // Each earlier revision stands before the later one, so the chain cannot run in a circle.
    if (revision > MAX_REVISIONS || previous >= at) throw new MalformedPdf('its revisions are in disorder')
    at = previous
    previous = readSection(bytes, at, offsets).entries.get('Prev')
  }
  return { trailer: newest, offsets }
}

/**
 * Reads the frame of a PDF. Refused by throwing `MalformedPdf`: anything but classic cross-reference tables (no compressed
 * object is ever unpacked, so a small file cannot swell) and encryption.
 */
export function readPdfFile(bytes: Uint8Array): PdfFile {
  if (!/^%PDF-\d\.\d/.test(latin1(bytes.subarray(0, 16))))
    throw new MalformedPdf('it does not begin as a PDF begins')
  const { trailer, offsets } = readSections(bytes)
  if (trailer.entries.has('Encrypt')) throw new MalformedPdf('it is encrypted')

  const objectAt = (number: number, generation: number): PdfValue => {
    const offset = offsets.get(number)
    if (offset === undefined || offset === null) return null
    const scanner = new PdfScanner(bytes, offset)
    if (scanner.integer() !== number || scanner.integer() !== generation)
      throw new MalformedPdf('its cross-reference table points to the wrong place')
    scanner.expect('obj')
    return scanner.value()
  }
  const resolve = (value: PdfValue | undefined): PdfValue => {
    let found = value ?? null
    for (let hop = 0; hop < MAX_REFERENCE_HOPS; hop++) {
      if (found === null || typeof found !== 'object' || found.kind !== 'reference') return found
      found = objectAt(found.number, found.generation)
    }
    throw new MalformedPdf('its references run in a circle')
  }
  return {
    bytes,
    trailer,
    resolve,
    dictionary: value => {
      const found = resolve(value)
      if (found === null || typeof found !== 'object') return null
      if (found.kind === 'stream') return found.dictionary
      return found.kind === 'dictionary' ? found : null
    },
    items: value => {
      const found = resolve(value)
      return found !== null && typeof found === 'object' && found.kind === 'array' ? found.items : []
    },
    content: stream => {
      const length = resolve(stream.dictionary.entries.get('Length'))
      if (typeof length !== 'number' || length < 0 || stream.start + length > bytes.length)
        throw new MalformedPdf('a stream is longer than the file')
      return bytes.subarray(stream.start, stream.start + length)
    },
  }
}
