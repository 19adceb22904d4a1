import { stampsOfBlock } from '../../document/changes/change-marks.ts'
import { headingLevel } from '../../document/clauses.ts'
import { type NodeJson, stringAttribute, textOf } from '../../document/document-json.ts'
import { objectView } from '../../document/object-view.ts'
import { tagOf } from '../tags.ts'
import { objectXml } from './object-xml.ts'
import { trackedSign } from './revision-xml.ts'
import { run, runsXml } from './runs.ts'
import { tableXml } from './table-xml.ts'
import type { WriteState } from './write-state.ts'
import { val, xml } from './xml-write.ts'

/** Where a block stands. */
export interface Place {
  /** Only there is a heading a clause with a number. */
  readonly isTop: boolean
  readonly isQuote: boolean
  /** How many lists are around it. */
  readonly lists: number
}

export const TOP: Place = { isTop: true, isQuote: false, lists: 0 }
const INSIDE: Place = { isTop: false, isQuote: false, lists: 0 }

/** Word numbers nine levels. */
const MAX_LEVEL = 8

/** Keeps two tables apart, and ends a cell with the paragraph that Word wants there. It is not part of the text. */
export const FILLER = xml('w:p', {}, xml('w:pPr', {}, val('w:pStyle', 'ParleyFiller')))

/** Blocks in order. A filler follows every table, for Word joins neighbours, and stands where there is nothing at all. */
export function blocksXml(blocks: readonly NodeJson[], place: Place, state: WriteState): string {
  const out = blocks.map(block => {
    const written = blockXml(block, place, state)
    return written !== '' && isTable(block, state) ? written + FILLER : written
  })
  return out.join('') || FILLER
}

/** The content of a cell or another container inside a table. */
export const cellBlocksXml = (blocks: readonly NodeJson[], state: WriteState): string => {
  const written = blocksXml(blocks, INSIDE, state)
  return written.endsWith('</w:p>') || written.endsWith('<w:p/>') ? written : written + FILLER
}

const isTable = (block: NodeJson, state: WriteState) =>
  block.type === 'table' || objectView(block, state.names) !== null

function blockXml(block: NodeJson, place: Place, state: WriteState): string {
  const content = block.content ?? []
  switch (block.type) {
    case 'paragraph':
      return paragraphXml(block, { style: place.isQuote ? 'Quote' : null }, state)
    case 'heading':
      return headingXml(block, place, state)
    case 'bulletList':
    case 'orderedList':
      return listXml(block, place, state)
    case 'blockquote':
      return blockControl(tagOf('blockquote'), blocksXml(content, { ...INSIDE, isQuote: true }, state))
    case 'codeBlock':
      return codeXml(block)
    case 'horizontalRule':
      return xml('w:p', {}, xml('w:pPr', {}, val('w:pStyle', 'ParleyRule')))
    case 'table':
      return tableXml(block, state, cellBlocksXml)
  }
  if (objectView(block, state.names)) return objectXml(block, state)
  // What this version does not know is written as what it holds.
  if (content.some(child => child.type === 'text') || block.type === 'text')
    return paragraphXml({ ...block, content: block.type === 'text' ? [block] : content }, {}, state)
  return content.length > 0 ? blocksXml(content, { ...place, isTop: false }, state) : ''
}

/** A content control around blocks. */
export const blockControl = (tag: string, blocks: string): string =>
  xml('w:sdt', {}, xml('w:sdtPr', {}, val('w:tag', tag)), xml('w:sdtContent', {}, blocks || FILLER))

interface Look {
  readonly style?: string | null
  readonly number?: { readonly numId: number; readonly level: number } | null
}

const JUSTIFICATION: Readonly<Record<string, string>> = {
  left: 'left',
  center: 'center',
  right: 'right',
  justify: 'both',
}

/** A paragraph with the words of the node; properties stand in the order that Word's schema wants. */
function paragraphXml(node: NodeJson, { style = null, number = null }: Look, state: WriteState): string {
  const align = JUSTIFICATION[stringAttribute(node, 'textAlign') ?? '']
  const signs = stampsOfBlock(node)
    .map(stamp => trackedSign(stamp, state))
    .join('')
  const properties = [
    style === null ? '' : val('w:pStyle', style),
    number === null ? '' : xml('w:numPr', {}, val('w:ilvl', number.level), val('w:numId', number.numId)),
    align === undefined ? '' : val('w:jc', align),
    signs && xml('w:rPr', {}, signs),
  ].join('')
  return xml('w:p', {}, properties && xml('w:pPr', {}, properties), runsXml(node.content ?? [], state))
}

/** A clause takes its number from its style; a heading elsewhere says that it has none. */
function headingXml(node: NodeJson, place: Place, state: WriteState): string {
  const style = `Heading${headingLevel(node)}`
  return paragraphXml(node, { style, number: place.isTop ? null : { numId: 0, level: 0 } }, state)
}

const FORMATS: Readonly<Record<string, string>> = {
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
}

function listXml(list: NodeJson, place: Place, state: WriteState): string {
  const items = list.content ?? []
  if (items.length === 0) return ''
  const start = list.attrs?.start
  const level = Math.min(MAX_LEVEL, place.lists)
  const numId = state.listId({
    bullet: list.type === 'bulletList',
    format: FORMATS[stringAttribute(list, 'type') ?? ''] ?? 'decimal',
    start: typeof start === 'number' && Number.isSafeInteger(start) && start >= 0 ? start : 1,
    level,
  })
  const inside = { isTop: false, isQuote: place.isQuote, lists: place.lists + 1 }
  return items.map(item => itemXml(item, { numId, level }, inside, state)).join('')
}

/** Word has no items: an item is a labelled paragraph and deeper lists. One that holds more is kept together by a control. */
function itemXml(
  item: NodeJson,
  number: { readonly numId: number; readonly level: number },
  inside: Place,
  state: WriteState,
): string {
  const [first, ...rest] = item.type === 'listItem' ? (item.content ?? []) : [item]
  const style = 'ListParagraph'
  const isSimple = rest.every(({ type }) => type === 'bulletList' || type === 'orderedList')
  if (first?.type !== 'paragraph') {
    const label = paragraphXml({ type: 'paragraph' }, { style, number }, state)
    const blocks = first ? blocksXml([first, ...rest], inside, state) : ''
    return blockControl(tagOf('item', 'bare'), label + blocks)
  }
  const lead = paragraphXml(first, { style, number }, state)
  if (rest.length === 0) return lead
  const blocks = blocksXml(rest, inside, state)
  return isSimple ? lead + blocks : blockControl(tagOf('item'), lead + blocks)
}

function codeXml(block: NodeJson): string {
  const lines = textOf(block)
    .split('\n')
    .map(line => run(line, []))
    .join(xml('w:r', {}, xml('w:br')))
  return xml('w:p', {}, xml('w:pPr', {}, val('w:pStyle', 'ParleyCode')), lines)
}
