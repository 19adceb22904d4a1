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
  const certain = increasing(certainPairs(elements, nodes, reading))
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

/** The longest run of pairs that keep their order; the others were moved. */
function increasing(pairs: readonly Pair[]): Pair[] {
  const tails: number[] = []
  const previous: number[] = []
  pairs.forEach((pair, index) => {
    let low = 0
    let high = tails.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((pairs[tails[middle] ?? 0]?.edited ?? 0) < pair.edited) low = middle + 1
      else high = middle
    }
    previous[index] = low > 0 ? (tails[low - 1] ?? -1) : -1
    tails[low] = index
  })
  const run: Pair[] = []
  for (let index = tails.at(-1) ?? -1; index >= 0; index = previous[index] ?? -1) {
    const pair = pairs[index]
    if (pair) run.push(pair)
  }
  return run.reverse()
}
