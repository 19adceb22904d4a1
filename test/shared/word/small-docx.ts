import { strToU8, zipSync } from 'fflate'

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

/** A document part with this body. */
export const WORD = (body: string) => `<w:document xmlns:w="${W}"><w:body>${body}</w:body></w:document>`

/** A part of another name, such as `w:comments`. */
export const PART = (name: string, inside: string) => `<${name} xmlns:w="${W}">${inside}</${name}>`

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** The smallest Word file with this body; `parts` are added or replace, by path. */
export function docx(
  body: string,
  parts: Readonly<Record<string, string | Uint8Array>> = {},
  options: { readonly raw?: boolean } = {},
): Uint8Array {
  const types = ['numbering', 'styles', 'comments', 'footnotes']
  const document = options.raw ? `<w:document xmlns:w="${W}"><w:body>${body}` : WORD(body)
  const all: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${RELATIONS}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': document,
    'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${types
      .map(type => `<Relationship Id="${type}" Type="${RELATIONS}/${type}" Target="${type}.xml"/>`)
      .join('')}</Relationships>`,
    ...parts,
  }
  return zipSync(
    Object.fromEntries(
      Object.entries(all).map(([path, part]) => [path, typeof part === 'string' ? strToU8(part) : part]),
    ),
    // The fastest that still shrinks: a bomb must be small, not as small as can be.
    { level: 1 },
  )
}
