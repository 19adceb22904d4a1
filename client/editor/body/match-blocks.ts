import type { Node } from '@tiptap/pm/model'
import * as Y from 'yjs'
import type { BodyReading } from './read-body.ts'

/** The place of an element among the shared siblings and of its node among the editor's, both ascending through a matching. */
export interface Pair {
  readonly shared: number
  readonly edited: number
}

/**
 * Which shared element each edited node goes on as: the same node, else the block with the same id, else, where one of the
 * two has no id, the next free one of the same type. By place alone, as the stock binding matches, one deletion rewrites the
 * blocks after it, and what a partner typed into those is lost.
 */
export function matchBlocks(
  elements: readonly object[],
  nodes: readonly Node[],
  reading: BodyReading,
): Pair[] {
  const certain = increasing(
    certainPairs(elements, nodes, reading),
    pair => nodes[pair.edited]?.nodeSize ?? 1,
  )
  const free: Pair[] = []
  let shared = 0
  let edited = 0
  for (const end of [...certain, { shared: elements.length, edited: nodes.length }]) {
    for (; shared < end.shared; shared++) {
      const element = elements[shared]
      if (!(element instanceof Y.XmlElement) || isKept(element, reading)) continue
      const next = nextOfType(element, nodes, edited, end.edited)
      if (next < 0) continue
      free.push({ shared, edited: next })
      edited = next + 1
    }
    shared = end.shared + 1
    edited = end.edited + 1
  }
  return [...certain, ...free].sort((a, b) => a.shared - b.shared)
}

function nextOfType(element: Y.XmlElement, nodes: readonly Node[], from: number, to: number): number {
  const hasId = Boolean(element.getAttribute('id'))
  for (let place = from; place < to; place++) {
    const node = nodes[place]
    if (node?.type.name === element.nodeName && !(hasId && node.attrs.id)) return place
  }
  return -1
}

/** Whether this holds more than its node can: it goes on as that very node or not at all. */
export function isKept(element: object, { mapping, kept }: BodyReading): boolean {
  const node = mapping.get(element)
  return node !== undefined && !Array.isArray(node) && kept.has(node)
}

function certainPairs(elements: readonly object[], nodes: readonly Node[], reading: BodyReading): Pair[] {
  const places = new Map<unknown, number[]>()
  const note = (key: unknown, place: number) => places.set(key, [...(places.get(key) ?? []), place])
  nodes.forEach((node, place) => {
    note(node, place)
    if (typeof node.attrs.id === 'string') note(node.attrs.id, place)
  })
  const taken = new Set<number>()
  const take = (key: unknown, fits: (node: Node | undefined) => boolean): number | undefined => {
    const place = places.get(key)?.find(other => !taken.has(other) && fits(nodes[other]))
    if (place !== undefined) taken.add(place)
    return place
  }
  // The same node twice (a copied line break) stands for one element each.
  const same = elements.map(element => take(reading.mapping.get(element) ?? element, () => true))
  return elements.flatMap((element, shared) => {
    const sameId = () =>
      element instanceof Y.XmlElement && !isKept(element, reading)
        ? take(element.getAttribute('id'), node => node?.type.name === element.nodeName)
        : undefined
    const edited = same[shared] ?? sameId()
    return edited === undefined ? [] : [{ shared, edited }]
  })
}

/**
 * The pairs that keep their order and hold most: the others were moved and are written anew. Moving a clause past its heading must
 * write the heading anew and not the clause that a partner may be editing.
 */
function increasing(pairs: readonly Pair[], weightOf: (pair: Pair) => number): Pair[] {
  if (pairs.every((pair, index) => (pairs[index - 1]?.edited ?? -1) < pair.edited)) return [...pairs]
  const size = Math.max(...pairs.map(pair => pair.edited)) + 1
  // A Fenwick tree over places: the heaviest run that ends below a place.
  const best = new Array<{ weight: number; last: number } | undefined>(size + 1)
  const previous: number[] = []
  let heaviest = { weight: 0, last: -1 }
  pairs.forEach((pair, index) => {
    let below = { weight: 0, last: -1 }
    for (let at = pair.edited; at > 0; at -= at & -at) {
      const run = best[at]
      if (run && run.weight > below.weight) below = run
    }
    previous[index] = below.last
    const run = { weight: below.weight + weightOf(pair), last: index }
    if (run.weight > heaviest.weight) heaviest = run
    for (let at = pair.edited + 1; at <= size; at += at & -at) {
      const known = best[at]
      if (!known || known.weight < run.weight) best[at] = run
    }
  })
  const run: Pair[] = []
  for (let index = heaviest.last; index >= 0; index = previous[index] ?? -1) {
    const pair = pairs[index]
    if (pair) run.push(pair)
  }
  return run.reverse()
}
