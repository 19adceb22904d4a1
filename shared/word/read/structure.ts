import type { AttributeValue, MarkJson, NodeJson } from '../../document/document-json.ts'
import { MARK_ORDER } from '../../document/yjs-body.ts'
import { OWN_STYLES } from '../tags.ts'
import { ListBuilder } from './lists.ts'
import type { Flow, Item, Line } from './paragraph.ts'
import type { ReadState } from './read-state.ts'

/** A clause that a line becomes; `content` is its title without the number. */
export interface ClauseRole {
  readonly level: number
  readonly content: readonly NodeJson[]
  /** What follows the title in the same paragraph of the file, as a paragraph of its own; empty where nothing does. */
  readonly rest: readonly NodeJson[]
}

/** Which lines are clauses, and which are headings that only stand out. */
export interface ClausePlan {
  clause(line: Line): ClauseRole | null
  standsOut(line: Line): boolean
}

/** Outside of the text's own sequence nothing is a clause. */
const NO_CLAUSES: ClausePlan = { clause: () => null, standsOut: line => line.outline !== null }

/** Whether our own writer wrote the text; the only thing that structure asks of a file. */
type Whose = Pick<ReadState, 'own'>

/** The blocks that a flow of paragraphs, tables and objects makes. */
export function structureOf(
  flow: readonly Flow[],
  state: Whose,
  plan: ClausePlan = NO_CLAUSES,
): readonly NodeJson[] {
  const blocks: NodeJson[] = []
  const lists = new ListBuilder(list => {
    blocks.push(list)
  })
  for (const part of flow) {
    if (part.kind === 'item') {
      addItem(part, lists, state)
      continue
    }
    const clause = part.kind === 'line' ? plan.clause(part) : null
    if (part.kind === 'line' && part.label && !clause && !isOwnHeading(part, state)) {
      lists.add(part.label, [paragraph(part, part.content)])
      continue
    }
    lists.end()
    if (part.kind === 'block') blocks.push(part.node)
    else blocks.push(...blocksOf(part, clause, plan, state))
  }
  return blocks
}

/** The first line carries the label; everything behind it belongs to the item. */
function addItem(item: Item, lists: ListBuilder, state: Whose): void {
  const [first, ...rest] = item.lines
  if (first?.kind !== 'line' || !first.label) return
  const lead = item.bare ? [] : [paragraph(first, first.content)]
  lists.add(first.label, [...lead, ...structureOf(rest, state)])
}

const isOwnHeading = (line: Line, state: Whose) => state.own !== null && line.outline !== null

function blocksOf(
  line: Line,
  clause: ClauseRole | null,
  plan: ClausePlan,
  state: Whose,
): readonly NodeJson[] {
  if (state.own) return [ownBlock(line)]
  if (clause) {
    const title = node(
      'heading',
      { level: clause.level, ...(clause.rest.length > 0 ? {} : line.attrs) },
      clause.content,
    )
    return clause.rest.length > 0 ? [title, paragraph(line, clause.rest)] : [title]
  }
  return [paragraph(line, plan.standsOut(line) ? line.content.map(bold) : line.content)]
}

/** What our own writer wrote is read by its styles alone. */
function ownBlock(line: Line): NodeJson {
  if (line.outline !== null)
    return node('heading', { level: Math.min(6, line.outline + 1), ...line.attrs }, line.content)
  if (line.style.name === OWN_STYLES.rule) return { type: 'horizontalRule' }
  if (line.style.name === OWN_STYLES.code) {
    const text = line.content.map(part => (part.type === 'hardBreak' ? '\n' : (part.text ?? ''))).join('')
    return node('codeBlock', {}, text === '' ? [] : [{ type: 'text', text }])
  }
  return paragraph(line, line.content)
}

const paragraph = (line: Line, content: readonly NodeJson[]) => node('paragraph', line.attrs, content)

const node = (
  type: string,
  attrs: Readonly<Record<string, AttributeValue>>,
  content: readonly NodeJson[],
): NodeJson => ({
  type,
  ...(Object.keys(attrs).length > 0 && { attrs }),
  ...(content.length > 0 && { content }),
})

const BOLD: MarkJson = { type: 'bold' }

function bold(part: NodeJson): NodeJson {
  if (part.type !== 'text' || part.marks?.some(({ type }) => type === 'bold')) return part
  const marks = [...(part.marks ?? []), BOLD].sort(
    (a, b) => MARK_ORDER.indexOf(a.type) - MARK_ORDER.indexOf(b.type),
  )
  return { ...part, marks }
}
