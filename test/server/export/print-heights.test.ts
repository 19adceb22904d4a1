import { describe, expect, it } from 'vitest'
import { settleRows } from '../../../server/export/print-heights.ts'
import { plainLine } from '../../../server/export/print-line.ts'
import type { PrintBlock } from '../../../server/export/print-types.ts'

const paragraph = (text: string): PrintBlock => ({
  kind: 'paragraph',
  id: null,
  align: null,
  leads: false,
  line: plainLine(text),
})
const cell = (x: number, y: number, text: string, more: { head?: boolean; rowspan?: number } = {}) => ({
  x,
  y,
  colspan: 1,
  rowspan: more.rowspan ?? 1,
  head: more.head ?? false,
  blocks: [paragraph(text)],
})
const columns = { widths: [60, 60], size: 9 }
const head = { head: true }

describe('rows of a table', () => {
  it('repeat a short head, and stay whole where they are short', () => {
    const { cells, headRows } = settleRows(
      [cell(0, 0, 'Party', head), cell(1, 0, 'Share', head), cell(0, 1, 'Ardlen'), cell(1, 1, '50 %')],
      2,
      columns,
    )
    expect(headRows).toBe(1)
    expect(cells.every(({ whole }) => whole)).toBe(true)
  })

  it('do not repeat a head that would fill the page, nor one that is the whole table', () => {
    const tall = cell(0, 0, 'words of a heading '.repeat(40), head)
    expect(settleRows([tall, cell(0, 1, 'x')], 2, columns).headRows).toBe(0)
    expect(settleRows([cell(0, 0, 'only', head)], 1, columns).headRows).toBe(0)
    const acrossRows = cell(0, 0, 'both', { head: true, rowspan: 2 })
    expect(settleRows([acrossRows, cell(1, 1, 'x')], 2, columns).headRows).toBe(0)
  })

  it('may be divided where one cell is tall, be it by words or by line breaks', () => {
    const wholes = (text: string) =>
      settleRows([cell(0, 0, text), cell(1, 0, 'x')], 1, columns).cells.map(({ whole }) => whole)
    expect(wholes('short')).toEqual([true, true])
    expect(wholes('some words '.repeat(60))).toEqual([false, false])
    expect(wholes('\n'.repeat(60))).toEqual([false, false])
  })
})
