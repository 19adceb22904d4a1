import { type NodeJson, stringAttribute } from '../../shared/document/document-json.ts'
import { type ObjectView, objectView } from '../../shared/document/object-view.ts'
import { heightOfLine } from './print-heights.ts'
import { inlineLine, type PrintContext, valueLine } from './print-inline.ts'
import { plainLine, textOfLine, widthOfText } from './print-line.ts'
import type { PrintBlock, PrintLine, PrintRow } from './print-types.ts'

/** Widths of the columns of values that `agreement.typ` sets, in points. */
const ROW_POINTS = 320
const PAIR_POINTS = 125
const LABEL_POINTS = 100
const SIZE = 9.6

/** Taller ones may be divided between pages; shorter ones leave a page at most half empty. */
const MAX_WHOLE = 330
/** A wider value, in digits, gets a row of its own. */
const MAX_PAIRED = 29

type Entry = readonly [label: string, line: PrintLine]

const fitsPair = ([, line]: Entry) => widthOfText(textOfLine(line)) <= MAX_PAIRED

const rowsOf = (entries: readonly Entry[]): PrintRow[] =>
  entries.flatMap(([label, line]) => (line.runs.length === 0 ? [] : [{ label, line }]))

function definition(
  id: string | null,
  head: { label: string; name: PrintLine; lead: PrintLine },
  prose: readonly Entry[],
  fields: readonly Entry[],
  points: number,
): PrintBlock {
  const rows = rowsOf([...prose, ...fields.filter(field => !fitsPair(field))])
  const pairs = rowsOf(fields.filter(fitsPair))
  const lines = [head.name, head.lead, ...rows.map(row => row.line)]
  const height = lines.reduce((sum, line) => sum + heightOfLine(line, points - LABEL_POINTS, SIZE), 0)
  return { kind: 'definition', id, ...head, rows, pairs, whole: height + pairs.length * SIZE < MAX_WHOLE }
}

const within = (context: PrintContext, points: number): PrintContext => ({
  ...context,
  points: Math.min(points, context.points),
  size: SIZE,
})

/** A party: its names, then what identifies it. */
export function partyDefinition(id: string | null, node: NodeJson, context: PrintContext): PrintBlock {
  const row = within(context, ROW_POINTS)
  const view = objectView(node, context.names)
  return definition(
    id,
    { label: 'Party', name: valueLine(view?.name ?? '', row), lead: inlineLine(node, row) },
    entriesOf(view, row),
    [],
    context.points,
  )
}

/** A KPI definition: its name, then its lines of prose, then its fields in words. */
export function kpiDefinition(id: string | null, node: NodeJson, context: PrintContext): PrintBlock {
  const row = within(context, ROW_POINTS)
  const view = objectView(node, context.names)
  const linesOf = (parts: readonly NodeJson[]) => parts.map(part => inlineLine(part, row))
  const [name, ...otherNames] = linesOf(
    (node.content ?? []).filter(part => stringAttribute(part, 'part') === 'name'),
  )
  const fields = entriesOf(view, within(context, PAIR_POINTS))
  // The two are compared: they stand side by side, or one below the other.
  const figures = fields.filter(([label]) => label === 'Baseline' || label === 'Target')
  const beside = figures.every(fitsPair)
  return definition(
    id,
    { label: 'KPI', name: name?.runs.length ? name : plainLine('[name]'), lead: EMPTY_LINE },
    [
      ...otherNames.map(line => ['Name', line] as const),
      ...(view?.lines ?? []).map(
        ({ label, content }) => [label ?? 'More', inlineLine({ type: 'kpiPart', content }, row)] as const,
      ),
      ...(beside ? [] : figures),
    ],
    beside ? fields : fields.filter(field => !figures.includes(field)),
    context.points,
  )
}

const EMPTY_LINE: PrintLine = { runs: [], rtl: false }

const entriesOf = (view: ObjectView | null, context: PrintContext): Entry[] =>
  (view?.fields ?? []).map(({ label, value }) => [label, valueLine(value, context)])
