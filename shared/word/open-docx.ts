import { strFromU8, unzipSync } from 'fflate'
import { err, ok, type Result } from '../result.ts'
import type { ImportRefusal } from './import-refusal.ts'
import { WORD_LIMITS } from './word-limits.ts'
import { childOf, elementsOf, parseXml, type XmlElement, XmlRefused } from './xml.ts'

/** The parts of a Word file that are read, and where the parts of one lead. */
export interface DocxPackage {
  readonly document: XmlElement
  /** A part that the document refers to, by the end of the relationship's type (`numbering`, `comments`); null where there is none. */
  part(type: string): XmlElement | null
  /** Every part of that type. */
  parts(type: string): readonly XmlElement[]
  /** Where a relationship of the document leads; null for one that is unknown or stays in the file. */
  linkTarget(relationshipId: string): string | null
  /** Title and the like, as the file states them; null where it does not. */
  readonly properties: XmlElement | null
}

const OLE = [0xd0, 0xcf, 0x11, 0xe0]
const ZIP = [0x50, 0x4b]

const startsWith = (bytes: Uint8Array, sign: readonly number[]) =>
  sign.every((byte, index) => bytes[index] === byte)

/** A name of an OLE stream, as it lies in the file: two bytes per letter. */
function holdsName(bytes: Uint8Array, name: string): boolean {
  const wanted = [...name].flatMap(letter => [letter.charCodeAt(0), 0])
  for (let at = bytes.indexOf(wanted[0] ?? 0); at >= 0; at = bytes.indexOf(wanted[0] ?? 0, at + 1)) {
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return true
  }
  return false
}

/**
 * Unpacks a Word file within `WORD_LIMITS`. The sizes that the archive states are added up before anything is unpacked, and no
 * part can grow beyond what it stated.
 */
export function openDocx(bytes: Uint8Array): Result<DocxPackage, ImportRefusal> {
  if (bytes.length === 0) return err({ kind: 'empty' })
  if (bytes.length > WORD_LIMITS.fileBytes) return err({ kind: 'too-large' })
  if (startsWith(bytes, OLE)) {
    if (holdsName(bytes, 'EncryptedPackage')) return err({ kind: 'encrypted' })
    return err({ kind: holdsName(bytes, 'WordDocument') ? 'old-doc' : 'not-word' })
  }
  if (!startsWith(bytes, ZIP)) return err({ kind: 'not-word' })
  const unpacked = unpack(bytes)
  if (!unpacked.ok) return unpacked
  try {
    return read(unpacked.value)
  } catch (error) {
    if (error instanceof XmlRefused) return err({ kind: 'broken' })
    throw error
  }
}

interface Unpacked {
  readonly files: ReadonlyMap<string, Uint8Array>
  readonly names: readonly string[]
}

function unpack(bytes: Uint8Array): Result<Unpacked, ImportRefusal> {
  const names: string[] = []
  let total = 0
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        names.push(name)
        if (!/\.(?:xml|rels)$/i.test(name)) return false
        total += originalSize
        return total <= WORD_LIMITS.unpackedBytes && names.length <= WORD_LIMITS.entries
      },
    })
    if (total > WORD_LIMITS.unpackedBytes || names.length > WORD_LIMITS.entries) return err({ kind: 'bomb' })
    return ok({ files: new Map(Object.entries(files)), names })
  } catch {
    return err({ kind: 'broken' })
  }
}

function read({ files, names }: Unpacked): Result<DocxPackage, ImportRefusal> {
  const xmlAt = (path: string): XmlElement | null => {
    const file = files.get(path)
    return file ? parseXml(strFromU8(file)) : null
  }
  const types = xmlAt('[Content_Types].xml')
  if (!types) return err({ kind: 'not-word' })
  if (names.some(name => /vbaProject\.bin$|vbaData\.xml$/i.test(name))) return err({ kind: 'macros' })
  if (elementsOf(types).some(type => /macroEnabled/i.test(type.attrs.ContentType ?? '')))
    return err({ kind: 'macros' })
  const top = relationshipsOf(xmlAt('_rels/.rels'), '')
  const main = top.find(({ type }) => type === 'officeDocument')?.target
  const properties = top.find(({ type }) => type === 'core-properties')?.target
  const document = main === undefined ? null : xmlAt(main)
  if (main === undefined || document?.name !== 'w:document') return err({ kind: 'not-word' })
  if (!childOf(document, 'w:body')) return err({ kind: 'broken' })
  const folder = main.slice(0, main.lastIndexOf('/') + 1)
  const relationships = relationshipsOf(xmlAt(`${folder}_rels/${main.slice(folder.length)}.rels`), folder)
  const parts = (type: string) =>
    relationships.flatMap(relationship => {
      const part = relationship.type === type && !relationship.external ? xmlAt(relationship.target) : null
      return part ? [part] : []
    })
  return ok({
    document,
    part: type => parts(type)[0] ?? null,
    parts,
    linkTarget: id => relationships.find(found => found.id === id && found.external)?.target ?? null,
    properties: properties === undefined ? null : xmlAt(properties),
  })
}

function relationshipsOf(part: XmlElement | null, folder: string) {
  return elementsOf(part).map(({ attrs }) => {
    const external = attrs.TargetMode === 'External'
    const target = attrs.Target ?? ''
    return {
      id: attrs.Id ?? '',
      type: (attrs.Type ?? '').slice((attrs.Type ?? '').lastIndexOf('/') + 1),
      external,
      target: external ? target : resolved(folder, target),
    }
  })
}

/** The path of a target inside the archive. */
function resolved(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const parts: string[] = []
  for (const part of `${folder}${target}`.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  }
  return parts.join('/')
}
