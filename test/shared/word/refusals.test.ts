import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { extractTerms } from '../../../shared/terms/extract-terms.ts'
import { readDocx } from '../../../shared/word/read-docx.ts'
import { writeDocx } from '../../../shared/word/write-docx.ts'
import { docx, WORD } from './small-docx.ts'

const read = (bytes: Uint8Array) => readDocx(bytes, () => 'id')
const kindOf = (bytes: Uint8Array) => {
  const result = read(bytes)
  return result.ok ? 'read' : result.error.kind
}

/** An OLE file with a stream of this name, as far as its header and directory say. */
function ole(name: string): Uint8Array {
  const bytes = new Uint8Array(1024)
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  for (const [index, letter] of [...name].entries()) bytes[512 + index * 2] = letter.charCodeAt(0)
  return bytes
}

describe('a file that is not imported', () => {
  it.each([
    ['nothing at all', new Uint8Array(), 'empty'],
    ['a PDF', strToU8('%PDF-1.7 …'), 'not-word'],
    ['an archive of something else', zipSync({ 'a.xml': strToU8('<a/>') }), 'not-word'],
    ['a file of an old Word', ole('WordDocument'), 'old-doc'],
    ['a file with a password', ole('EncryptedPackage'), 'encrypted'],
    ['macros by their content', docx('<w:p/>', { 'word/vbaProject.bin': 'x' }), 'macros'],
    ['half an archive', docx('<w:p/>').slice(0, 400), 'broken'],
    ['XML that ends too early', docx('<w:p><w:r>', {}, { raw: true }), 'broken'],
    [
      'an entity that would grow',
      docx('', { 'word/document.xml': `<!DOCTYPE a [<!ENTITY a "b">]>${WORD('<w:p/>')}` }),
      'broken',
    ],
    ['a text without a word', docx('<w:p/>'), 'empty'],
    [
      'nesting without end',
      docx(`${'<w:sdt><w:sdtContent>'.repeat(500)}${'</w:sdtContent></w:sdt>'.repeat(500)}`),
      'broken',
    ],
  ])('%s', (_name, bytes, kind) => {
    expect(kindOf(bytes)).toBe(kind)
  })

  it('that unpacks to far more than it is', () => {
    const bomb = docx('<w:p/>', { 'word/more.xml': new Uint8Array(130 * 1024 * 1024) })
    expect(bomb.length).toBeLessThan(1024 * 1024)
    expect(kindOf(bomb)).toBe('bomb')
  })

  it('that states another size than it has', () => {
    const file = docx('<w:p><w:r><w:t>Words</w:t></w:r></w:p>')
    const body = {
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: 'x' }] }],
    } as const
    expect(kindOf(writeDocx({ title: 'T', body, terms: extractTerms(body, 'T') }))).toBe('read')
    for (let at = 0; at < file.length; at += 7) {
      const changed = file.slice()
      changed[at] = (changed[at] ?? 0) ^ 0xff
      expect(['read', 'broken', 'not-word', 'empty', 'bomb']).toContain(kindOf(changed))
    }
  })
})
