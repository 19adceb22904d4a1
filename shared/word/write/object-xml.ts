import { type NodeJson, stringAttribute } from '../../document/document-json.ts'
import { type AgreementNodeType, KPI_PARTS, NODE_ATTRIBUTES } from '../../document/node-types.ts'
import { type ObjectView, objectView, type ShareView } from '../../document/object-view.ts'
import { KPI_PART_WORDS } from '../../terms/words.ts'
import { HEADER_FILL, tagOf } from '../tags.ts'
import { run, runControl, runsXml } from './runs.ts'
import { framedTable, TEXT_WIDTH } from './table-xml.ts'
import type { WriteState } from './write-state.ts'
import { val, xml } from './xml-write.ts'

const LABELS = 2200
const TWO = [LABELS, TEXT_WIDTH - LABELS] as const

/**
 * An object as a table in a content control: what it is and its name, its words, its fields. Attributes are kept beside the
 * text, so that a file that comes back gives the same object; its words are those that stand in the table then.
 */
export function objectXml(node: NodeJson, state: WriteState): string {
  const view = objectView(node, state.names)
  if (!view) return ''
  const shown = Object.fromEntries(view.fields.map(({ label, value }) => [label, value]))
  const tag = state.keep(node.type, { attrs: attributesOf(node), shown })
  const table = view.shares ? sharesXml(node, view, view.shares, state) : fieldsXml(node, view, state)
  return xml('w:sdt', {}, xml('w:sdtPr', {}, val('w:tag', tagOf(tag))), xml('w:sdtContent', {}, table))
}

function attributesOf(node: NodeJson): Record<string, string> {
  const names: readonly string[] = Object.hasOwn(NODE_ATTRIBUTES, node.type)
    ? NODE_ATTRIBUTES[node.type as AgreementNodeType]
    : []
  return Object.fromEntries(
    names.flatMap(name => {
      const value = stringAttribute(node, name)
      return value === null ? [] : [[name, value]]
    }),
  )
}

function fieldsXml(node: NodeJson, view: ObjectView, state: WriteState): string {
  const words =
    node.type === 'kpi'
      ? (node.content ?? []).map(part => wordsRow(kpiPartLabel(part), part, state))
      : (node.content ?? []).length > 0
        ? [wideRow(control('words', node.type, node.content ?? [], state))]
        : []
  const fields = view.fields.map(({ label, value }) =>
    row(labelCell(label, LABELS), cell(runControl(tagOf('field', label), run(value, [])), TWO[1])),
  )
  return framedTable(TWO, [headRow(view, 2, TEXT_WIDTH), ...words, ...fields].join(''))
}

function kpiPartLabel(part: NodeJson): string {
  const name = stringAttribute(part, 'part')
  const known = KPI_PARTS.find(kind => kind === name)
  return known ? KPI_PART_WORDS[known] : (name ?? '')
}

const wordsRow = (label: string, part: NodeJson, state: WriteState): string => {
  const tag = state.keep(part.type, { attrs: attributesOf(part), shown: {} })
  return row(labelCell(label, LABELS), cell(control('words', tag, part.content ?? [], state), TWO[1]))
}

const control = (kind: string, tag: string, content: readonly NodeJson[], state: WriteState) =>
  runControl(tagOf(kind, tag), runsXml(content, state))

function sharesXml(node: NodeJson, view: ObjectView, shares: ShareView, state: WriteState): string {
  const hasAmounts = shares.amountLabel !== null
  const [party, share, amount] = [2600, 1100, 1700]
  const reason = TEXT_WIDTH - party - share - (hasAmounts ? amount : 0)
  const line = (first: string, second: string, third: string, last: string) =>
    row(first, second, ...(hasAmounts ? [third] : []), last)
  const head = line(
    labelCell('Party', party),
    labelCell('Share', share),
    labelCell(shares.amountLabel ?? '', amount),
    labelCell('Reason', reason),
  )
  const rows = (node.content ?? []).map((shareRow, index) => {
    const shown = shares.rows[index]
    const tag = state.keep(shareRow.type, { attrs: attributesOf(shareRow), shown: {} })
    return line(
      cell(run(shown?.party ?? '', []), party),
      cell(run(shown?.percent ?? '', []), share, 'right'),
      cell(run(shown?.amount ?? '', []), amount, 'right'),
      cell(control('words', tag, shareRow.content ?? [], state), reason),
    )
  })
  const together = line(
    labelCell('Together', party),
    cell(run(shares.percentSum, BOLD), share, 'right'),
    cell(run(shares.amountSum, BOLD), amount, 'right'),
    cell('', reason),
  )
  const widths = hasAmounts ? [party, share, amount, reason] : [party, share, reason]
  return framedTable(widths, [headRow(view, widths.length, TEXT_WIDTH), head, ...rows, together].join(''))
}

const BOLD = [{ type: 'bold' }] as const

const row = (...cells: readonly string[]) => xml('w:tr', {}, xml('w:trPr', {}, xml('w:cantSplit')), ...cells)

const cell = (runs: string, width: number, align: string | null = null) =>
  xml(
    'w:tc',
    {},
    xml('w:tcPr', {}, xml('w:tcW', { 'w:w': width, 'w:type': 'dxa' })),
    xml('w:p', {}, xml('w:pPr', {}, val('w:pStyle', 'ParleyCell'), align ? val('w:jc', align) : ''), runs),
  )

const labelCell = (label: string, width: number) =>
  xml(
    'w:tc',
    {},
    xml('w:tcPr', {}, xml('w:tcW', { 'w:w': width, 'w:type': 'dxa' })),
    xml('w:p', {}, xml('w:pPr', {}, val('w:pStyle', 'ParleyLabel')), run(label, [])),
  )

const wideRow = (runs: string) =>
  row(
    xml(
      'w:tc',
      {},
      xml('w:tcPr', {}, xml('w:tcW', { 'w:w': TEXT_WIDTH, 'w:type': 'dxa' }), val('w:gridSpan', 2)),
      xml('w:p', {}, xml('w:pPr', {}, val('w:pStyle', 'ParleyCell')), runs),
    ),
  )

function headRow({ label, name }: ObjectView, columns: number, width: number): string {
  const words = [run(label, BOLD), name === null ? '' : run(`   ${name}`, [])].join('')
  return row(
    xml(
      'w:tc',
      {},
      xml(
        'w:tcPr',
        {},
        xml('w:tcW', { 'w:w': width, 'w:type': 'dxa' }),
        val('w:gridSpan', columns),
        xml('w:shd', { 'w:val': 'clear', 'w:color': 'auto', 'w:fill': HEADER_FILL }),
      ),
      xml('w:p', {}, xml('w:pPr', {}, val('w:pStyle', 'ParleyCell'), xml('w:keepNext')), words),
    ),
  )
}
