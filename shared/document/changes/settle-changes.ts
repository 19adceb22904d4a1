import type { DocumentJson, NodeJson } from '../document-json.ts'
import { joinTexts } from '../yjs-body.ts'
import { type ChangeStamp, stampOfMark, stampsOfBlock, stampsOfText } from './change-marks.ts'

/** What was decided on a change, by its id; null leaves it as it is. */
export type Decide = (changeId: string) => 'accept' | 'reject' | null

/**
 * The text with the decided changes carried out: an accepted insertion and a rejected deletion stay as plain text, the others go.
 * A paragraph whose end goes is joined with the one after it, which keeps its form; where a table or an object follows it stays.
 * Rows, lists and items that are left empty go too. Blocks without a decided change are the same objects.
 */
export const settleChanges = (body: DocumentJson, decide: Decide): DocumentJson => ({
  ...body,
  content: settleBlocks(body.content ?? [], decide),
})

/** The same for some neighbouring blocks; the last one's end cannot be joined with anything. */
export const settleBlocks = (blocks: readonly NodeJson[], decide: Decide): readonly NodeJson[] =>
  settled(blocks, decide, null).nodes

/** A paragraph whose end went: its words go to the front of the next one. */
type Carried = NodeJson | null

const LINES: ReadonlySet<string> = new Set(['paragraph', 'heading'])
const LISTS: ReadonlySet<string> = new Set(['bulletList', 'orderedList', 'listItem'])
const VANISHING: ReadonlySet<string> = new Set([...LISTS, 'blockquote', 'table'])

function settled(
  nodes: readonly NodeJson[],
  decide: Decide,
  before: Carried,
): { nodes: readonly NodeJson[]; carried: Carried } {
  if (before === null && !nodes.some(node => isTouched(node, decide))) return { nodes, carried: null }
  const kept: NodeJson[] = []
  let carried = before
  for (const node of nodes) {
    if (LINES.has(node.type)) {
      const line = joinedWith(carried, settledLine(node, decide))
      const gone = stampsOfBlock(node).some(stamp => goes(stamp, decide))
      carried = gone && holdsWords(line) ? line : null
      if (!gone) kept.push(line)
    } else if (LISTS.has(node.type)) {
      const inside = settled(node.content ?? [], decide, carried)
      carried = inside.carried
      if (inside.nodes.length > 0 || (node.content ?? []).length === 0)
        kept.push(withContent(node, inside.nodes))
    } else {
      if (carried) kept.push(carried)
      carried = null
      const other = settledOther(node, decide)
      if (other) kept.push(other)
    }
  }
  return { nodes: kept, carried }
}

/** Containers end what is carried: nothing flows out of a cell, a quote or the text. */
function closed(nodes: readonly NodeJson[], decide: Decide): readonly NodeJson[] {
  const { nodes: kept, carried } = settled(nodes, decide, null)
  return carried ? [...kept, carried] : kept
}

function settledOther(node: NodeJson, decide: Decide): NodeJson | null {
  if (!isTouched(node, decide)) return node
  if (stampsOfBlock(node).some(stamp => goes(stamp, decide))) return null
  const before = node.content ?? []
  if (before.some(isInline)) return withContent(withoutSettled(node, decide), settledInline(before, decide))
  const after = closed(before, decide)
  if (after.length === 0 && before.length > 0) {
    if (VANISHING.has(node.type)) return null
    if (node.type === 'tableCell' || node.type === 'tableHeader')
      return withContent(node, [{ type: 'paragraph' }])
  }
  return withContent(withoutSettled(node, decide), after)
}

const settledLine = (node: NodeJson, decide: Decide): NodeJson =>
  isTouched(node, decide)
    ? withContent(withoutSettled(node, decide), settledInline(node.content ?? [], decide))
    : node

function joinedWith(carried: Carried, line: NodeJson): NodeJson {
  if (!carried) return line
  return withContent(line, joinTexts([...(carried.content ?? []), ...(line.content ?? [])]))
}

function withContent(node: NodeJson, content: readonly NodeJson[]): NodeJson {
  if (content === node.content) return node
  const { content: _before, ...rest } = node
  return content.length > 0 ? { ...rest, content } : rest
}

/** Whether a decision concerns the node or something in it. */
function isTouched(node: NodeJson, decide: Decide): boolean {
  const stamps = node.type === 'text' ? stampsOfText(node) : stampsOfBlock(node)
  return (
    stamps.some(({ id }) => decide(id) !== null) ||
    (node.content ?? []).some(child => isTouched(child, decide))
  )
}

const isInline = (node: NodeJson) =>
  node.type === 'text' || node.type === 'hardBreak' || node.type === 'partyRef'

const holdsWords = (line: NodeJson) => (line.content ?? []).length > 0

const goes = ({ kind, id }: ChangeStamp, decide: Decide) =>
  decide(id) === (kind === 'insertion' ? 'reject' : 'accept')

/** The block without what its attributes say of changes that are decided. */
function withoutSettled(node: NodeJson, decide: Decide): NodeJson {
  const done = stampsOfBlock(node).filter(({ id }) => decide(id) !== null)
  if (done.length === 0) return node
  const prefixes = done.map(({ kind }) => (kind === 'insertion' ? 'inserted' : 'deleted'))
  const attrs = Object.entries(node.attrs ?? {}).filter(
    ([name]) => !prefixes.some(prefix => new RegExp(`^${prefix}(?:Id|By|At)$`).test(name)),
  )
  return { ...node, attrs: Object.fromEntries(attrs) }
}

/**
 * A break or a reference cannot carry a mark. It goes with the words around it when they are of one change, the edges of the line
 * counting as either.
 */
function settledInline(content: readonly NodeJson[], decide: Decide): readonly NodeJson[] {
  const goesAt = content.map(node =>
    node.type === 'text' ? stampsOfText(node).some(stamp => goes(stamp, decide)) : null,
  )
  const nearest = (from: number, step: 1 | -1) => {
    let at = from + step
    while (goesAt[at] === null) at += step
    return goesAt[at]
  }
  return joinTexts(
    content.flatMap((node, index) => {
      if (goesAt[index] === true) return []
      if (goesAt[index] === null) {
        const around = [nearest(index, -1), nearest(index, 1)]
        return around.includes(true) && !around.includes(false) ? [] : [node]
      }
      return [withoutMarks(node, decide)]
    }),
  )
}

function withoutMarks(node: NodeJson, decide: Decide): NodeJson {
  const marks = node.marks ?? []
  const kept = marks.filter(mark => {
    const stamp = stampOfMark(mark)
    return !stamp || decide(stamp.id) === null
  })
  if (kept.length === marks.length) return node
  const { marks: _before, ...rest } = node
  return kept.length > 0 ? { ...rest, marks: kept } : rest
}
