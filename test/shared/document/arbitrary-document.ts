import { getSchema } from '@tiptap/core'
import { Node } from '@tiptap/pm/model'
import fc from 'fast-check'
import type {
  AttributeValue,
  DocumentJson,
  MarkJson,
  NodeJson,
} from '../../../shared/document/document-json.ts'
import { type AgreementNodeType, NODE_ATTRIBUTES, TERM_KINDS } from '../../../shared/document/node-types.ts'
import { schemaExtensions } from '../../../shared/document/schema.ts'

export const schema = getSchema(schemaExtensions)

const id = fc.stringMatching(/^[a-z0-9]{16,20}$/)
const nullable = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null })
const words = fc.oneof(
  fc.constantFrom('1 April 2027', 'three (3) months', 'EUR 48,000.00', 'the laws of Norway', '[name]'),
  fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' }),
)

const person = fc.constantFrom('Ada', 'Ben')
const moment = nullable(fc.constant('2026-03-01T09:30:00Z'))

const plainMarks = fc
  .uniqueArray(
    fc.oneof(
      fc.constantFrom<MarkJson>(
        { type: 'bold' },
        { type: 'italic' },
        { type: 'strike' },
        { type: 'underline' },
      ),
      fc.record({
        type: fc.constant('link'),
        attrs: fc.record({ href: fc.webUrl(), target: fc.constant(null), rel: fc.constant(null) }),
      }),
      fc.record({
        type: fc.constant('term'),
        attrs: fc.record({ kind: fc.constantFrom(...TERM_KINDS), id }),
      }),
      fc.record({
        type: fc.constantFrom('insertion', 'deletion'),
        attrs: fc.record({
          id,
          author: person,
          date: moment,
          move: nullable(fc.constant('move')),
        }),
      }),
      fc.record({ type: fc.constant('comment'), attrs: fc.record({ id }) }),
    ),
    { selector: mark => mark.type, maxLength: 4 },
  )
  .map((marks): MarkJson[] => marks)

/** The code mark excludes every other. */
const marks = fc.oneof(
  { weight: 3, arbitrary: plainMarks },
  { weight: 1, arbitrary: fc.constant<MarkJson[]>([{ type: 'code' }]) },
)

const textNode: fc.Arbitrary<NodeJson> = fc
  .tuple(words, marks)
  .map(([text, marks]) => ({ type: 'text', text, ...(marks.length > 0 && { marks }) }))

/** ProseMirror never holds two texts with the same marks side by side. */
const joined = (nodes: readonly NodeJson[]) => {
  const kept: NodeJson[] = []
  for (const node of nodes) {
    const last = kept.at(-1)
    if (last?.type === 'text' && node.type === 'text' && sameMarks(last, node)) {
      kept[kept.length - 1] = { ...last, text: `${last.text ?? ''}${node.text ?? ''}` }
    } else kept.push(node)
  }
  return kept
}

const sameMarks = (a: NodeJson, b: NodeJson) => {
  const marksOf = (node: NodeJson) =>
    (node.marks ?? [])
      .map(mark => JSON.stringify(mark))
      .sort()
      .join()
  return marksOf(a) === marksOf(b)
}

const inline: fc.Arbitrary<NodeJson[]> = fc
  .array(
    fc.oneof(
      { weight: 5, arbitrary: textNode },
      { weight: 1, arbitrary: fc.constant<NodeJson>({ type: 'hardBreak' }) },
      { weight: 1, arbitrary: id.map((partyId): NodeJson => ({ type: 'partyRef', attrs: { partyId } })) },
    ),
    { maxLength: 6 },
  )
  .map(joined)

const fields = (names: readonly string[]) =>
  fc.record(
    Object.fromEntries(names.map(name => [name, name === 'id' ? id : nullable(fc.string({ maxLength: 8 }))])),
  )

const node = (
  type: string,
  attrs: fc.Arbitrary<Record<string, AttributeValue>>,
  content: fc.Arbitrary<NodeJson[]>,
): fc.Arbitrary<NodeJson> =>
  fc.record({ attrs, content }).map(({ attrs, content }) => ({ type, attrs, content }))

const agreementNode = (type: AgreementNodeType, content: fc.Arbitrary<NodeJson[]>) =>
  node(type, fields(NODE_ATTRIBUTES[type]), content)

/** Who proposed that a block comes or goes; the three fields of a change come together. */
const blockChange = fc
  .tuple(
    nullable(fc.record({ insertedId: id, insertedBy: person, insertedAt: moment })),
    nullable(fc.record({ deletedId: id, deletedBy: person, deletedAt: moment })),
  )
  .map(([insertion, deletion]): Record<string, AttributeValue> => ({ ...insertion, ...deletion }))

/** A block's attributes; now and then it is part of a proposed change too. */
const changeable = (attrs: fc.Arbitrary<Record<string, AttributeValue>>) =>
  fc.oneof(
    { weight: 3, arbitrary: attrs },
    { weight: 1, arbitrary: fc.tuple(attrs, blockChange).map(([own, change]) => ({ ...own, ...change })) },
  )

const textAlign = nullable(fc.constantFrom('left', 'center', 'right', 'justify'))

const cellAttrs = fc.record({
  id,
  colwidth: nullable(fc.constant([120])),
  colspan: fc.constant(1),
  rowspan: fc.constant(1),
})

const cells = (blocks: fc.Arbitrary<NodeJson[]>) =>
  fc.oneof(
    { weight: 3, arbitrary: node('tableCell', cellAttrs, blocks) },
    { weight: 1, arbitrary: node('tableHeader', cellAttrs, blocks) },
  )

const rows = (row: fc.Arbitrary<NodeJson[]>, maxLength: number) =>
  fc.array(node('tableRow', changeable(fc.record({ id })), row), { maxLength })

/** Rows of whatever length, and tables whose cells reach over columns and rows and fill them without a gap. */
const tableRows = (blocks: fc.Arbitrary<NodeJson[]>): fc.Arbitrary<NodeJson[]> =>
  fc.oneof(
    rows(fc.array(cells(blocks), { maxLength: 2 }), 2),
    fc
      .tuple(
        fc.array(fc.constant(3), { minLength: 2, maxLength: 3 }),
        fc.array(fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })), {
          minLength: 9,
          maxLength: 9,
        }),
        fc.array(cells(blocks), { minLength: 9, maxLength: 9 }),
        rows(fc.constant([]), 3),
      )
      .map(([widths, spans, cells, rows]) => merged(widths.length, spans, cells, rows)),
  )

/** Lays cells with the wished spans into a grid of three columns, each as far as there is room. */
function merged(
  height: number,
  spans: readonly (readonly [number, number])[],
  cells: readonly NodeJson[],
  rows: readonly NodeJson[],
): NodeJson[] {
  const taken = Array.from({ length: height }, () => [false, false, false])
  let next = 0
  return taken.map((line, row) => {
    const content: NodeJson[] = []
    for (const [column, isTaken] of line.entries()) {
      if (isTaken || taken[row]?.[column]) continue
      const [wide = 1, deep = 1] = spans[next] ?? []
      let colspan = 1
      while (colspan < wide && column + colspan < 3 && !line[column + colspan]) colspan += 1
      const rowspan = Math.min(deep, height - row)
      for (let down = 0; down < rowspan; down += 1) taken[row + down]?.fill(true, column, column + colspan)
      const cell = cells[next] ?? { type: 'tableCell' }
      next += 1
      content.push({ ...cell, attrs: { ...cell.attrs, colwidth: null, colspan, rowspan } })
    }
    return { ...(rows[row] ?? { type: 'tableRow' }), content }
  })
}

/** Any block that the schema knows, with valid content. */
export const arbitraryBlock: fc.Arbitrary<NodeJson> = fc.letrec<{ block: NodeJson; blocks: NodeJson[] }>(
  tie => ({
    blocks: fc.array(tie('block'), { maxLength: 3 }),
    block: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      node('paragraph', changeable(fc.record({ id, textAlign })), inline),
      node(
        'heading',
        changeable(fc.record({ id, textAlign, level: fc.integer({ min: 1, max: 6 }) })),
        inline,
      ),
      node('horizontalRule', fc.record({ id }), fc.constant([])),
      node(
        'codeBlock',
        fc.record({ id, language: nullable(fc.constant('sql')) }),
        fc.oneof(
          words.map(text => [{ type: 'text', text }]),
          fc.tuple(words, words).map(lines => [{ type: 'text', text: lines.join('\n') }]),
          fc.constant<NodeJson[]>([]),
        ),
      ),
      agreementNode('party', inline),
      agreementNode('serviceStep', inline),
      agreementNode('role', inline),
      agreementNode('obligation', inline),
      agreementNode('review', inline),
      agreementNode('shareTable', fc.array(agreementNode('shareRow', inline), { maxLength: 3 })),
      agreementNode('kpi', fc.array(agreementNode('kpiPart', inline), { maxLength: 6 })),
      node('blockquote', fc.record({ id }), tie('blocks')),
      node(
        'bulletList',
        fc.record({ id }),
        fc.array(node('listItem', fc.record({ id }), tie('blocks')), { maxLength: 3 }),
      ),
      node(
        'orderedList',
        fc.record({
          id,
          start: fc.oneof(fc.constant(1), fc.integer({ min: 0, max: 40 })),
          type: nullable(fc.constantFrom('a', 'A', 'i', 'I')),
        }),
        fc.array(node('listItem', fc.record({ id }), tie('blocks')), { maxLength: 3 }),
      ),
      node('table', fc.record({ id }), tableRows(tie('blocks'))),
    ),
  }),
).block

/** Any agreement text that is valid against the schema. */
export const arbitraryDocument: fc.Arbitrary<DocumentJson> = fc
  .array(arbitraryBlock, { maxLength: 8 })
  .map(content => ({ type: 'doc', content }))

/** The form that `readBody` promises: as ProseMirror keeps it, without attributes that are null. */
export function normalForm(json: DocumentJson): DocumentJson {
  return stripDocument(Node.fromJSON(schema, json).toJSON() as DocumentJson)
}

/** The same document without attributes that are null. */
export const stripDocument = (json: DocumentJson): DocumentJson => ({
  type: 'doc',
  content: strip(json).content ?? [],
})

function strip(json: NodeJson): NodeJson {
  const attrs = setOnly(json.attrs)
  return {
    type: json.type,
    ...(attrs && { attrs }),
    ...(json.content && json.content.length > 0 && { content: json.content.map(strip) }),
    ...(json.text !== undefined && { text: json.text }),
    ...(json.marks &&
      json.marks.length > 0 && {
        marks: json.marks.map(mark => {
          const attrs = setOnly(mark.attrs)
          return { type: mark.type, ...(attrs && { attrs }) }
        }),
      }),
  }
}

function setOnly(attrs: NodeJson['attrs']) {
  const entries = Object.entries(attrs ?? {}).filter(([, value]) => value !== null)
  return entries.length > 0 ? Object.fromEntries(entries) : undefined
}
