import type { Node } from '@tiptap/pm/model'
import * as Y from 'yjs'
import { isKept, matchBlocks, type Pair } from './match-blocks.ts'
import type { BodyReading } from './read-body.ts'
import { createType, writeAttributes } from './write-element.ts'
import { writeInline } from './write-inline.ts'

/** Blocks that go into one transaction when many are inserted at once: a partner's screen and the wire take them in pieces. */
const BULK = 40

/**
 * Makes the shared text read as the edited document, touching only what differs. `transact` runs a change as one Yjs
 * transaction. Gives false and writes nothing when a part that must be kept would have to change: the guard should have
 * refused that edit, and losing it is the lesser harm.
 */
export function writeBody(
  fragment: Y.XmlFragment,
  document: Node,
  reading: BodyReading,
  transact: (change: () => void) => void,
): boolean {
  const later: (() => void)[] = []
  const plan = planChildren(fragment, document, reading)
  if (plan.gaps.some(gap => gap.removed.some(child => isKept(child, reading)))) return false
  transact(() => carryOut(fragment, plan, reading, later))
  for (const change of later) transact(change)
  return true
}

interface Gap {
  /** Where the removed children begin and the inserted ones go. */
  readonly index: number
  readonly removed: readonly object[]
  readonly inserted: readonly Node[]
}

interface Plan {
  readonly gaps: readonly Gap[]
  readonly changed: readonly { readonly element: Y.XmlElement; readonly node: Node }[]
}

function planChildren(parent: Y.XmlFragment, node: Node, reading: BodyReading): Plan {
  const children: object[] = parent.toArray()
  const nodes = node.content.content
  const same = (child: object | undefined, other: Node | undefined) =>
    child !== undefined && other !== undefined && reading.mapping.get(child) === other
  let start = 0
  while (start < children.length && same(children[start], nodes[start])) start++
  let end = 0
  const most = Math.min(children.length, nodes.length) - start
  while (end < most && same(children.at(-1 - end), nodes.at(-1 - end))) end++
  const olds = children.slice(start, children.length - end)
  const news = nodes.slice(start, nodes.length - end)
  const pairs = matchBlocks(olds, news, reading)
  return {
    gaps: gapsBetween(olds, news, pairs, start),
    changed: pairs.flatMap(pair => {
      const element = olds[pair.shared]
      const edited = news[pair.edited]
      return element instanceof Y.XmlElement && edited && !same(element, edited)
        ? [{ element, node: edited }]
        : []
    }),
  }
}

function gapsBetween(
  olds: readonly object[],
  news: readonly Node[],
  pairs: readonly Pair[],
  offset: number,
): Gap[] {
  const gaps: Gap[] = []
  let shared = 0
  let edited = 0
  for (const pair of [...pairs, { shared: olds.length, edited: news.length }]) {
    const removed = olds.slice(shared, pair.shared)
    const inserted = news.slice(edited, pair.edited)
    if (removed.length > 0 || inserted.length > 0) gaps.push({ index: offset + shared, removed, inserted })
    shared = pair.shared + 1
    edited = pair.edited + 1
  }
  return gaps
}

/** Gaps are filled from the last to the first, so that the places of the earlier ones hold. */
function carryOut(
  parent: Y.XmlFragment,
  plan: Plan,
  reading: BodyReading,
  later: (() => void)[] | null,
): void {
  for (const gap of [...plan.gaps].reverse()) {
    for (const child of gap.removed) forget(child, reading)
    if (gap.removed.length > 0) parent.delete(gap.index, gap.removed.length)
    insertNodes(parent, gap, reading, later)
  }
  for (const { element, node } of plan.changed) writeElement(element, node, reading)
}

function insertNodes(
  parent: Y.XmlFragment,
  gap: Gap,
  reading: BodyReading,
  later: (() => void)[] | null,
): void {
  const first = later ? BULK : gap.inserted.length
  let last = insertTypes(parent, gap.index, gap.inserted.slice(0, first), reading)
  for (let from = first; from < gap.inserted.length; from += BULK) {
    const nodes = gap.inserted.slice(from, from + BULK)
    later?.push(() => {
      const types = nodes.map(node => createType(node, reading))
      parent.insertAfter(last ?? null, types)
      last = types.at(-1)
    })
  }
}

function insertTypes(
  parent: Y.XmlFragment,
  index: number,
  nodes: readonly Node[],
  reading: BodyReading,
): Y.XmlElement | Y.XmlText | undefined {
  const types = nodes.map(node => createType(node, reading))
  if (types.length > 0) parent.insert(index, types)
  return types.at(-1)
}

function forget(child: unknown, reading: BodyReading): void {
  if (!(child instanceof Y.XmlElement)) return
  reading.mapping.delete(child)
  for (const below of child.toArray() as unknown[]) forget(below, reading)
}

function writeElement(element: Y.XmlElement, node: Node, reading: BodyReading): void {
  reading.mapping.set(element, node)
  writeAttributes(element, node)
  if (node.inlineContent) {
    writeInline(element, node, reading, writeElement)
    return
  }
  carryOut(element, planChildren(element, node, reading), reading, null)
}
