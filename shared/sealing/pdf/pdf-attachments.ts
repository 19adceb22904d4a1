import { Unzlib } from 'fflate'
import { concatBytes } from '../bytes.ts'
import type { PdfFile } from './pdf-file.ts'
import { MalformedPdf, type PdfStream, type PdfValue } from './pdf-value.ts'

const MAX_FILES = 100
const INFLATE_STEP_BYTES = 16 * 1024

const isStream = (value: PdfValue): value is PdfStream =>
  value !== null && typeof value === 'object' && value.kind === 'stream'

/** Text of a PDF: UTF-16 with a mark at its start, else taken byte by byte (enough for plain file names). */
const textOf = (value: PdfValue): string | null => {
  if (value === null || typeof value !== 'object' || value.kind !== 'string') return null
  const { bytes } = value
  if (bytes[0] !== 0xfe || bytes[1] !== 0xff) return String.fromCharCode(...bytes.subarray(0, 1000))
  let text = ''
  for (let at = 2; at + 1 < Math.min(bytes.length, 2000); at += 2)
    text += String.fromCharCode((bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0))
  return text
}

/** The values of a name tree. Nodes and values are counted together, so that a tree that runs in a circle ends. */
const treeValues = (pdf: PdfFile, root: PdfValue | undefined): readonly PdfValue[] => {
  const nodes: (PdfValue | undefined)[] = [root]
  const values: PdfValue[] = []
  for (let visited = 0; visited < nodes.length; visited++) {
    const node = pdf.dictionary(nodes[visited])
    if (!node) continue
    values.push(
      ...pdf
        .items(node.entries.get('Names'))
        .slice(0, 2 * MAX_FILES)
        .filter((_, index) => index % 2 === 1),
    )
    nodes.push(...pdf.items(node.entries.get('Kids')).slice(0, MAX_FILES))
    if (nodes.length + values.length > MAX_FILES) throw new MalformedPdf('it has too many attachments')
  }
  return values
}

/** Inflates in small steps and stops at the limit, because a small stream can hold a thousand times its size. */
const inflate = (encoded: Uint8Array, limitBytes: number): Uint8Array => {
  const parts: Uint8Array[] = []
  let length = 0
  const stream = new Unzlib(part => {
    parts.push(part)
    length += part.length
  })
  for (let at = 0; at < encoded.length; at += INFLATE_STEP_BYTES) {
    try {
      const end = at + INFLATE_STEP_BYTES
      stream.push(encoded.subarray(at, end), end >= encoded.length)
    } catch {
      throw new MalformedPdf('an attachment cannot be unpacked')
    }
    if (length > limitBytes) throw new MalformedPdf('an attachment is too large')
  }
  return concatBytes(...parts)
}

const decode = (pdf: PdfFile, stream: PdfStream, limitBytes: number): Uint8Array => {
  const content = pdf.content(stream)
  const filter = pdf.resolve(stream.dictionary.entries.get('Filter'))
  const filters = filter === null ? [] : pdf.items(filter).length > 0 ? pdf.items(filter) : [filter]
  const names = filters.map(value => {
    const name = pdf.resolve(value)
    return name !== null && typeof name === 'object' && name.kind === 'name' ? name.name : ''
  })
  if (names.length === 0 && content.length <= limitBytes) return content
  if (names.length === 1 && names[0] === 'FlateDecode') return inflate(content, limitBytes)
  throw new MalformedPdf('an attachment is packed in a way that is not read here')
}

/** The bytes of the one attachment with this file name. Refused by throwing: none or several, or larger than the limit. */
export function readAttachment(pdf: PdfFile, fileName: string, limitBytes: number): Uint8Array {
  const catalog = pdf.dictionary(pdf.trailer.entries.get('Root'))
  const names = pdf.dictionary(catalog?.entries.get('Names'))
  const found = treeValues(pdf, names?.entries.get('EmbeddedFiles'))
    .map(file => pdf.dictionary(file))
    .filter(file => textOf(pdf.resolve(file?.entries.get('UF') ?? file?.entries.get('F'))) === fileName)
  if (found.length !== 1)
    throw new MalformedPdf(`it has ${found.length === 0 ? 'no' : 'more than one'} attachment ${fileName}`)
  const embedded = pdf.dictionary(found[0]?.entries.get('EF'))
  const stream = pdf.resolve(embedded?.entries.get('F') ?? embedded?.entries.get('UF'))
  if (!isStream(stream)) throw new MalformedPdf(`its attachment ${fileName} is empty`)
  return decode(pdf, stream, limitBytes)
}
