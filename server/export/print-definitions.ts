import { type NodeJson, stringAttribute } from '../../shared/document/document-json.ts'
import { KPI_PARTS } from '../../shared/document/node-types.ts'
import { attribute, EMPTY_LINE, lookup, partyOf } from './print-fields.ts'
import { heightOfLine } from './print-heights.ts'
import { inlineLine, type PrintContext, valueLine } from './print-inline.ts'
import { plainLine, textOfLine, widthOfText } from './print-line.ts'
import type { PrintBlock, PrintLine, PrintRow } from './print-types.ts'
import * as words from './print-words.ts'

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
  const value = (name: string) => stringAttribute(node, name)?.trim() ?? ''
  const short = value('shortName')
  const name = value('name') || short || '[party not named]'
  const row = within(context, ROW_POINTS)
  return definition(
    id,
    {
      label: 'Party',
      name: valueLine(short === '' || short === name ? name : `${name} (“${short}”)`, row),
      lead: inlineLine(node, row),
    },
    [
      ['Form', attribute('kind').line(node, row)],
      ['Registration', attribute('registration').line(node, row)],
      ['Address', attribute('address').line(node, row)],
      ['Contact', attribute('contact').line(node, row)],
    ],
    [],
    context.points,
  )
}

/** A KPI definition: its name, then its lines of prose, then its fields in words. */
export function kpiDefinition(id: string | null, node: NodeJson, context: PrintContext): PrintBlock {
  const row = within(context, ROW_POINTS)
  const pair = within(context, PAIR_POINTS)
  // A child that is no part, from a damaged text, is shown as one.
  const lineOfPart = (part: NodeJson) =>
    inlineLine(part.type === 'kpiPart' ? part : { type: 'kpiPart', content: [part] }, row)
  const isName = (part: NodeJson) => stringAttribute(part, 'part') === 'name'
  const parts = [...(node.content ?? [])].sort((a, b) => partOrder(a) - partOrder(b))
  const [name, ...otherNames] = parts.filter(isName).map(lineOfPart)
  const stepId = stringAttribute(node, 'stepId')
  const figures: readonly Entry[] = [
    ['Baseline', measured(node, 'baseline', 'baselineDate', pair)],
    ['Target', measured(node, 'target', 'targetDate', pair)],
  ]
  // The two are compared: they stand side by side, or one below the other.
  const beside = figures.every(fitsPair)
  const unit = stringAttribute(node, 'baseline') ?? stringAttribute(node, 'target')
  return definition(
    id,
    { label: 'KPI', name: name?.runs.length ? name : plainLine('[not named]'), lead: EMPTY_LINE },
    [
      ...otherNames.map(line => ['Name', line] as const),
      ...parts.filter(part => !isName(part)).map(part => [partLabel(part), lineOfPart(part)] as const),
      ...(beside ? [] : figures),
    ],
    [
      ...(beside ? figures : []),
      ['Unit', unit === null ? attribute('unit').line(node, pair) : EMPTY_LINE],
      ['Direction', attribute('direction', lookup(words.DIRECTION_WORDS)).line(node, pair)],
      ['Measured', attribute('cadence', words.cadenceInWords).line(node, pair)],
      ['Owner', partyOf('ownerPartyId').line(node, pair)],
      ['Verified by', partyOf('verifierPartyId').line(node, pair)],
      ['Step', stepId === null ? EMPTY_LINE : plainLine(stepName(stepId, context))],
      ['Maturity', attribute('maturity', lookup(words.MATURITY_WORDS)).line(node, pair)],
      ['Revisited on', attribute('revisitOn', words.dateInWords).line(node, pair)],
    ],
    context.points,
  )
}

/** A figure with its unit and date, whichever of them there are. */
function measured(node: NodeJson, figure: string, date: string, context: PrintContext): PrintLine {
  const [number, day] = [stringAttribute(node, figure), stringAttribute(node, date)]
  const amount = [number && words.decimalInGroups(number), number && stringAttribute(node, 'unit')]
  const parts = [amount.filter(Boolean).join(' '), day && `(${words.dateInWords(day)})`]
  return valueLine(parts.filter(Boolean).join(' '), context)
}

const stepName = (stepId: string, context: PrintContext) => {
  const number = context.numberOfStep(stepId)
  return number === null ? '[step not found]' : `Step ${number}`
}

const partOrder = (part: NodeJson) => {
  const index = (KPI_PARTS as readonly (string | null)[]).indexOf(stringAttribute(part, 'part'))
  return index === -1 ? KPI_PARTS.length : index
}

/** A part of a later version is no word of ours: labels are set as they are, unchecked against the fonts. */
function partLabel(part: NodeJson): string {
  const name = stringAttribute(part, 'part') ?? ''
  return Object.hasOwn(words.KPI_PART_WORDS, name) ? (words.KPI_PART_WORDS[name] ?? 'More') : 'More'
}
