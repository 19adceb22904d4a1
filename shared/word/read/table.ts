import { blockAttributes } from '../../document/changes/change-marks.ts'
import type { AttributeValue, NodeJson } from '../../document/document-json.ts'
import { HEADER_FILL } from '../tags.ts'
import { childOf, elementsOf, toggleOf, type XmlElement } from '../xml.ts'
import type { ReadState } from './read-state.ts'
import { type Revision, revisionOf } from './revisions.ts'
import { numberAt } from './styles.ts'

type ReadBlocks = (container: XmlElement | null, state: ReadState) => readonly NodeJson[]

interface Cell {
  node: NodeJson
  readonly column: number
  readonly colspan: number
  rowspan: number
}

/** A table with its merged cells and its tracked rows; null where it has none. */
export function readTable(table: XmlElement, state: ReadState, readBlocks: ReadBlocks): NodeJson | null {
  /** The cell that reaches down into a column, by column. */
  const above = new Map<number, Cell>()
  const rows = rowsOf(table).map(row => {
    const properties = childOf(row, 'w:trPr')
    const isHeader = toggleOf(properties, 'w:tblHeader') === true
    const cells: Cell[] = []
    let column = numberAt(properties, 'w:gridBefore') ?? 0
    for (const element of cellsOf(row)) {
      const cellProperties = childOf(element, 'w:tcPr')
      const colspan = Math.min(100, Math.max(1, numberAt(cellProperties, 'w:gridSpan') ?? 1))
      if (['w:cellIns', 'w:cellDel', 'w:cellMerge'].some(name => childOf(cellProperties, name)))
        state.losses.add('cell-change')
      const merge = childOf(cellProperties, 'w:vMerge')
      const upper = above.get(column)
      const content = readBlocks(element, state)
      if (merge && merge.attrs['w:val'] !== 'restart' && upper?.colspan === colspan) {
        upper.rowspan += 1
        if (content.some(holdsWords)) upper.node = withMore(upper.node, content)
      } else {
        const cell = {
          node: {
            type: isHeaderCell(isHeader, cellProperties, state) ? 'tableHeader' : 'tableCell',
            ...(content.length > 0 && { content }),
          },
          column,
          colspan,
          rowspan: 1,
        }
        cells.push(cell)
        if (merge) above.set(column, cell)
        else above.delete(column)
      }
      column += colspan
    }
    return { cells, attrs: rowAttributes(properties, state) }
  })
  const content = rows.map(({ cells, attrs }): NodeJson => {
    const filled = cells.map(cellNode)
    return {
      type: 'tableRow',
      ...(Object.keys(attrs).length > 0 && { attrs }),
      ...(filled.length > 0 && { content: filled }),
    }
  })
  return content.length > 0 ? { type: 'table', content } : null
}

function cellNode({ node, colspan, rowspan }: Cell): NodeJson {
  const content = node.content ?? [{ type: 'paragraph' }]
  return { type: node.type, attrs: { colspan, rowspan }, content }
}

/** In our files the shading tells: Word knows header rows only. */
const isHeaderCell = (isHeaderRow: boolean, properties: XmlElement | null, state: ReadState) =>
  state.own ? childOf(properties, 'w:shd')?.attrs['w:fill'] === HEADER_FILL : isHeaderRow

/** Rows may stand in content controls and other groups. */
const rowsOf = (element: XmlElement): XmlElement[] => inGroups(element, 'w:tr')
const cellsOf = (element: XmlElement): XmlElement[] => inGroups(element, 'w:tc')

const inGroups = (element: XmlElement, name: string): XmlElement[] =>
  elementsOf(element).flatMap(child => {
    if (child.name === name) return [child]
    return ['w:sdt', 'w:sdtContent', 'w:customXml', 'w:ins', 'w:del'].includes(child.name)
      ? inGroups(child, name)
      : []
  })

function rowAttributes(properties: XmlElement | null, state: ReadState): Record<string, AttributeValue> {
  const stamps = (['w:ins', 'w:del'] as const).flatMap((name): Revision[] => {
    const element = childOf(properties, name)
    return element ? [revisionOf(element, name === 'w:ins' ? 'insertion' : 'deletion', null)] : []
  })
  return Object.assign(
    {},
    ...stamps.map(revision =>
      blockAttributes({ ...revision, id: state.revisions.id(revision), isMove: false }),
    ),
  )
}

const holdsWords = (node: NodeJson): boolean =>
  node.type === 'text' ? (node.text ?? '').trim() !== '' : (node.content ?? []).some(holdsWords)

const withMore = (node: NodeJson, content: readonly NodeJson[]): NodeJson => ({
  ...node,
  content: [...(node.content ?? []), ...content],
})
