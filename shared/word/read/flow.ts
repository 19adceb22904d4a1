import type { NodeJson } from '../../document/document-json.ts'
import { OWN_STYLES, partsOfTag } from '../tags.ts'
import { childOf, elementsOf, valueAt, type XmlElement } from '../xml.ts'
import { readObject } from './object.ts'
import { type Flow, readParagraph } from './paragraph.ts'
import type { ReadState } from './read-state.ts'
import { structureOf } from './structure.ts'
import { readTable } from './table.ts'

/** Elements that only group blocks. */
const GROUPS: ReadonlySet<string> = new Set([
  'w:customXml',
  'w:smartTag',
  'w:ins',
  'w:del',
  'w:moveTo',
  'w:moveFrom',
])

/** The paragraphs, tables and objects inside an element, in order. */
export function readFlow(container: XmlElement | null, state: ReadState): Flow[] {
  return elementsOf(container).flatMap(element => readBlock(element, state))
}

/** The blocks inside an element that stands apart from the text's own clauses: a cell, a text box, a note. */
export const readBlocks = (container: XmlElement | null, state: ReadState): readonly NodeJson[] =>
  structureOf(readFlow(container, state), state)

function readBlock(element: XmlElement, state: ReadState): Flow[] {
  switch (element.name) {
    case 'w:p':
      return readLine(element, state)
    case 'w:tbl': {
      const node = readTable(element, state, readBlocks)
      return node ? [{ kind: 'block', node }] : []
    }
    case 'w:sdt':
      return readControl(element, state)
    case 'w:commentRangeStart':
      state.comments.start(element.attrs['w:id'] ?? '')
      return []
    case 'w:commentRangeEnd':
      state.comments.end(element.attrs['w:id'] ?? '')
      return []
    case 'w:moveFromRangeStart':
    case 'w:moveToRangeStart':
      state.moves.set(element.attrs['w:id'] ?? '', {
        name: element.attrs['w:name'] ?? '',
        kind: element.name === 'w:moveToRangeStart' ? 'insertion' : 'deletion',
      })
      return []
    case 'w:moveFromRangeEnd':
    case 'w:moveToRangeEnd':
      state.moves.delete(element.attrs['w:id'] ?? '')
      return []
    default:
      return GROUPS.has(element.name) ? readFlow(element, state) : []
  }
}

function readLine(element: XmlElement, state: ReadState): Flow[] {
  const line = readParagraph(element, state)
  if (state.own && line.style.name === OWN_STYLES.filler) return []
  const boxes = line.boxes.flatMap(box => {
    state.losses.add('text-box')
    return readFlow(box, state)
  })
  const isEmpty = line.content.length === 0 && !('insertedId' in line.attrs) && !('deletedId' in line.attrs)
  if (state.own || !isEmpty) return [line, ...boxes]
  // What a heading or a picture leaves behind is no spacing that anyone would miss.
  if (line.outline === null && boxes.length === 0) state.losses.add('empty-line')
  return boxes
}

/** A content control around blocks: an object or a container in our own files, else only what it holds. */
function readControl(element: XmlElement, state: ReadState): Flow[] {
  const properties = childOf(element, 'w:sdtPr')
  const content = childOf(element, 'w:sdtContent')
  const gallery = valueAt(childOf(properties, 'w:docPartObj'), 'w:docPartGallery')
  if (gallery === 'Table of Contents') {
    state.losses.add('table-of-contents')
    return []
  }
  const parts = state.own ? partsOfTag(valueAt(properties, 'w:tag')) : null
  if (!parts) return readFlow(content, state)
  if (parts[0] === 'blockquote')
    return [{ kind: 'block', node: withBlocks('blockquote', readBlocks(content, state)) }]
  if (parts[0] === 'item')
    return [{ kind: 'item', lines: readFlow(content, state), bare: parts[1] === 'bare' }]
  const node = readObject(parts, content, state)
  return node ? [{ kind: 'block', node }] : readFlow(content, state)
}

const withBlocks = (type: string, content: readonly NodeJson[]): NodeJson => ({
  type,
  ...(content.length > 0 && { content }),
})
