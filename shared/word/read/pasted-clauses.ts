import { type NodeJson, textOf } from '../../document/document-json.ts'
import { planClauses } from './clause-plan.ts'
import type { Label } from './numbering.ts'
import type { Flow, Line } from './paragraph.ts'
import { structureOf } from './structure.ts'

/** A block from the clipboard, in reading order; items of lists are blocks of their own with the label that stands in front. */
export interface PastedBlock {
  readonly node: NodeJson
  readonly label: Label | null
  /** What else stands in the same item. */
  readonly more: readonly NodeJson[]
}

const PLAIN = { id: '', name: '', outline: null, numId: null, ilvl: null, align: null } as const
/** So many numbered clauses for each heading without a number, or the numbers are those of steps below the headings. */
const FOR_EACH_HEADING = 3

/**
 * What is pasted as the import of a Word file would read it: numbered paragraphs and items of lists become clauses, the rest lists.
 * Null where no line but a heading becomes a clause, and where most headings would lose their place.
 */
export function clausesOfPaste(blocks: readonly PastedBlock[]): readonly NodeJson[] | null {
  const flow = blocks.filter(block => !isEmptyLine(block)).map(flowOf)
  const lines = flow.filter(part => part.kind === 'line')
  const plan = planClauses(flow)
  const clauses = lines.filter(line => plan.clause(line) !== null)
  const without = lines.filter(line => line.outline !== null && plan.clause(line) === null)
  // One heading is the agreement's own title.
  const isStepsBelow = without.length > 1 && clauses.length < without.length * FOR_EACH_HEADING
  if (isStepsBelow || clauses.every(line => line.outline !== null)) return null
  return structureOf(flow, { own: null }, plan)
}

/** Space between clauses follows our style. */
const isEmptyLine = ({ node, label }: PastedBlock) =>
  node.type === 'paragraph' &&
  label === null &&
  (node.content ?? []).every(part => part.type === 'hardBreak' || (part.text ?? 'x').trim() === '')

function flowOf({ node, label, more }: PastedBlock): Flow {
  const line = lineOf(node, label)
  if (!line) return { kind: 'block', node }
  if (more.length === 0) return line
  return {
    kind: 'item',
    bare: false,
    lines: [line, ...more.map(block => lineOf(block, null) ?? ({ kind: 'block', node: block } as const))],
  }
}

function lineOf({ type, attrs, content = [] }: NodeJson, label: Label | null): Line | null {
  if (type !== 'paragraph' && type !== 'heading') return null
  const { level, textAlign } = attrs ?? {}
  return {
    kind: 'line',
    content,
    text: content.map(textOf).join(''),
    style: PLAIN,
    outline: type === 'heading' ? Math.max(0, Number(level ?? 1) - 1) : null,
    label,
    attrs: textAlign == null ? {} : { textAlign },
    boxes: [],
  }
}
