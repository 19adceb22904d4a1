import { strToU8, zipSync } from 'fflate'
import { type DocumentJson, stringAttribute, walk } from '../document/document-json.ts'
import { objectNames } from '../document/object-view.ts'
import type { Thread } from '../document/threads.ts'
import type { Terms } from '../terms/terms.ts'
import { blocksXml, TOP } from './write/block-xml.ts'
import { commentsExtendedPart, commentsPart } from './write/comment-parts.ts'
import { numberingPart } from './write/numbering-part.ts'
import { footerPart, headerPart, SECTION, settingsPart } from './write/page-parts.ts'
import { run } from './write/runs.ts'
import { stylesPart } from './write/styles-part.ts'
import { WriteState } from './write/write-state.ts'
import { escapeXml, plainPart, val, wordPart, xml } from './write/xml-write.ts'

/** An agreement as it goes into a Word file. */
export interface DocxInput {
  readonly title: string
  readonly body: DocumentJson
  readonly terms: Terms
  /** Comments whose words the text marks; others are left out. */
  readonly threads?: readonly Thread[]
}

/**
 * The agreement as a Word file: clauses numbered by Word's own heading styles, lists, tables, objects as tables, proposed changes as
 * tracked changes, comments as comments, the title above each page and page numbers below. A body with `insertion` and `deletion`
 * marks is thus a redline. The same input gives the same bytes. What `readDocx` cannot bring back of it is listed in
 * `ROUND_TRIP_LOSSES`.
 */
export function writeDocx({ title, body, terms, threads = [] }: DocxInput): Uint8Array {
  const state = new WriteState(objectNames(terms), threads, commentUses(body))
  const heading = title.trim() || 'Untitled agreement'
  const blocks = blocksXml(body.content ?? [], TOP, state)
  const titleLine = xml('w:p', {}, xml('w:pPr', {}, val('w:pStyle', 'Title')), run(title, []))
  const parts: Record<string, string> = {
    '[Content_Types].xml': contentTypes(),
    '_rels/.rels': relationships([
      ['rDocument', `${OFFICE}/officeDocument`, 'word/document.xml'],
      ['rCore', CORE_TYPE, 'docProps/core.xml'],
      ['rApp', `${OFFICE}/extended-properties`, 'docProps/app.xml'],
    ]),
    'docProps/core.xml': coreProperties(heading),
    'docProps/app.xml': plainPart('Properties', EXTENDED, xml('Application', {}, 'Parley')),
    'word/document.xml': wordPart('w:document', xml('w:body', {}, titleLine, blocks, SECTION)),
    'word/styles.xml': stylesPart(),
    'word/numbering.xml': numberingPart(state.lists),
    'word/settings.xml': settingsPart(),
    'word/header1.xml': headerPart(heading),
    'word/footer1.xml': footerPart(),
    'word/comments.xml': commentsPart(threads),
    'word/commentsExtended.xml': commentsExtendedPart(threads),
    'word/_rels/document.xml.rels': relationships(
      [
        ['rStyles', `${OFFICE}/styles`, 'styles.xml'],
        ['rNumbering', `${OFFICE}/numbering`, 'numbering.xml'],
        ['rSettings', `${OFFICE}/settings`, 'settings.xml'],
        ['rHeader', `${OFFICE}/header`, 'header1.xml'],
        ['rFooter', `${OFFICE}/footer`, 'footer1.xml'],
        ['rComments', `${OFFICE}/comments`, 'comments.xml'],
        [
          'rCommentsEx',
          'http://schemas.microsoft.com/office/2011/relationships/commentsExtended',
          'commentsExtended.xml',
        ],
        ['rParley', `${OFFICE}/customXml`, '../customXml/item1.xml'],
      ],
      state.links,
    ),
    'customXml/item1.xml': plainPart(
      'agreement',
      'urn:parley:agreement:1',
      escapeXml(JSON.stringify({ objects: state.objects })),
    ),
    'customXml/_rels/item1.xml.rels': relationships([['rId1', `${OFFICE}/customXmlProps`, 'itemProps1.xml']]),
    'customXml/itemProps1.xml': itemProperties(),
  }
  return zipSync(
    Object.fromEntries(Object.entries(parts).map(([path, part]) => [path, strToU8(part)])),
    // A time of its own would make two exports of one text differ.
    { level: 6, mtime: '1980-01-02' },
  )
}

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const EXTENDED = 'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties'
const CORE_TYPE = 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties'

type Relationship = readonly [id: string, type: string, target: string]

const relationships = (internal: readonly Relationship[], links: readonly string[] = []) =>
  plainPart(
    'Relationships',
    'http://schemas.openxmlformats.org/package/2006/relationships',
    ...internal.map(([id, type, target]) => xml('Relationship', { Id: id, Type: type, Target: target })),
    ...links.map((href, index) =>
      xml('Relationship', {
        Id: `rLink${index + 1}`,
        Type: `${OFFICE}/hyperlink`,
        Target: href,
        TargetMode: 'External',
      }),
    ),
  )

function contentTypes(): string {
  const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
  const overrides: readonly (readonly [part: string, type: string])[] = [
    ['/word/document.xml', `${word}.document.main+xml`],
    ['/word/styles.xml', `${word}.styles+xml`],
    ['/word/numbering.xml', `${word}.numbering+xml`],
    ['/word/settings.xml', `${word}.settings+xml`],
    ['/word/header1.xml', `${word}.header+xml`],
    ['/word/footer1.xml', `${word}.footer+xml`],
    ['/word/comments.xml', `${word}.comments+xml`],
    ['/word/commentsExtended.xml', `${word}.commentsExtended+xml`],
    ['/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
    ['/docProps/app.xml', 'application/vnd.openxmlformats-officedocument.extended-properties+xml'],
    ['/customXml/itemProps1.xml', 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml'],
  ]
  return plainPart(
    'Types',
    'http://schemas.openxmlformats.org/package/2006/content-types',
    xml('Default', {
      Extension: 'rels',
      ContentType: 'application/vnd.openxmlformats-package.relationships+xml',
    }),
    xml('Default', { Extension: 'xml', ContentType: 'application/xml' }),
    ...overrides.map(([part, type]) => xml('Override', { PartName: part, ContentType: type })),
  )
}

const coreProperties = (title: string) =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${xml(
    'cp:coreProperties',
    {
      'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
      'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
    },
    xml('dc:title', {}, escapeXml(title)),
  )}`

const itemProperties = () =>
  `<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n${xml(
    'ds:datastoreItem',
    {
      'ds:itemID': '{7C1A5E4D-8B0F-4E0B-9B0C-5A1D2F3E4C5B}',
      'xmlns:ds': 'http://schemas.openxmlformats.org/officeDocument/2006/customXml',
    },
    xml('ds:schemaRefs', {}, xml('ds:schemaRef', { 'ds:uri': 'urn:parley:agreement:1' })),
  )}`

/** How many pieces of text each comment covers. */
function commentUses(body: DocumentJson): ReadonlyMap<string, number> {
  const uses = new Map<string, number>()
  walk(body, node => {
    for (const mark of node.marks ?? []) {
      const id = mark.type === 'comment' ? stringAttribute(mark, 'id') : null
      if (id !== null) uses.set(id, (uses.get(id) ?? 0) + 1)
    }
  })
  return uses
}
