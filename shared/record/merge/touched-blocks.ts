import * as Y from 'yjs'
import type { MergeSides } from './merge-sides.ts'
import { isInline, type MergedBlock, MergedBlocks } from './merged-block.ts'

/**
 * The blocks that a side changed, alive or not, with all that contain them, in reading order (a deleted block stands where it
 * stood). `merged` must not be garbage-collected, or what was swallowed cannot be read.
 */
export function touchedBlocks(merged: Y.Doc, root: Y.XmlFragment, sides: MergeSides): readonly MergedBlock[] {
  const blocks = new MergedBlocks(sides)
  const found = new Set<MergedBlock>()
  const add = (element: Y.XmlElement) => {
    for (
      let block: MergedBlock | null = blocks.block(element);
      block && !found.has(block);
      block = block.parent
    )
      found.add(block)
  }
  for (const item of touchedItems(merged, sides)) {
    const own = item.content instanceof Y.ContentType ? item.content.type : null
    if (own instanceof Y.XmlElement && !isInline(own)) add(own)
    const around = blockAround(item.parent)
    if (around) add(around)
  }
  const inText = [...found].filter(block => rootOf(block.element) === root)
  return inReadingOrder(root, inText)
}

function* touchedItems(doc: Y.Doc, sides: MergeSides): Generator<Y.Item> {
  for (const [client, from, to] of sides.touched()) {
    const structs = doc.store.clients.get(client)
    if (!structs || from >= Y.getState(doc.store, client)) continue
    for (let index = Y.findIndexSS(structs, from); index < structs.length; index++) {
      const struct = structs[index]
      if (!struct || struct.id.clock >= to) break
      if (struct instanceof Y.Item) yield struct
    }
  }
}

function blockAround(parent: Y.Item['parent']): Y.XmlElement | null {
  let type = parent
  while (type instanceof Y.AbstractType) {
    if (type instanceof Y.XmlElement && !isInline(type)) return type
    type = type._item?.parent ?? null
  }
  return null
}

function rootOf(element: Y.XmlElement): unknown {
  let type: unknown = element
  while (type instanceof Y.AbstractType && type._item) type = type._item.parent
  return type
}

function inReadingOrder(root: Y.XmlFragment, blocks: readonly MergedBlock[]): readonly MergedBlock[] {
  const placeIn = new Map<unknown, Map<unknown, number>>()
  const index = (parent: Y.XmlFragment | Y.XmlElement, child: Y.XmlElement) => {
    let places = placeIn.get(parent)
    if (!places) {
      places = new Map()
      let count = 0
      for (let item = parent._start; item !== null; item = item.right) {
        if (item.content instanceof Y.ContentType) places.set(item.content.type, count++)
      }
      placeIn.set(parent, places)
    }
    return places.get(child) ?? 0
  }
  const path = (block: MergedBlock): number[] =>
    block.parent
      ? [...path(block.parent), index(block.parent.element, block.element)]
      : [index(root, block.element)]
  return blocks
    .map(block => ({ block, path: path(block) }))
    .toSorted((a, b) => comparePaths(a.path, b.path))
    .map(({ block }) => block)
}

function comparePaths(a: readonly number[], b: readonly number[]): number {
  for (let depth = 0; depth < Math.min(a.length, b.length); depth++) {
    const difference = (a[depth] ?? 0) - (b[depth] ?? 0)
    if (difference !== 0) return difference
  }
  return a.length - b.length
}
