import type { Node } from '@tiptap/pm/model'
import * as Y from 'yjs'
import { matchBlocks, type Pair } from './match-blocks.ts'
import type { BodyReading } from './read-body.ts'
import { type ContentPart, contentParts, createType, isText } from './write-element.ts'
import { writeText } from './write-text.ts'

type Child = Y.XmlElement | Y.XmlText
type WriteElement = (element: Y.XmlElement, node: Node, reading: BodyReading) => void

/**
 * Writes the line of a block: objects in it are matched first, and the text between two of them is one run. When an object
 * is put into a text, the longer half stays where it is.
 */
export function writeInline(
  parent: Y.XmlElement,
  node: Node,
  reading: BodyReading,
  writeElement: WriteElement,
): void {
  const children = parent.toArray() as Child[]
  const parts = contentParts(node)
  const pairs = matchObjects(children, parts, reading)
  let childEnd = children.length
  let partEnd = parts.length
  for (const pair of [...pairs.reverse(), { shared: -1, edited: -1 }]) {
    writeBetween(
      parent,
      pair.shared + 1,
      children.slice(pair.shared + 1, childEnd),
      parts.slice(pair.edited + 1, partEnd),
      reading,
    )
    const element = children[pair.shared]
    const part = parts[pair.edited]
    if (element instanceof Y.XmlElement && part && !isText(part) && reading.mapping.get(element) !== part) {
      writeElement(element, part, reading)
    }
    childEnd = pair.shared
    partEnd = pair.edited
  }
}

function matchObjects(
  children: readonly Child[],
  parts: readonly ContentPart[],
  reading: BodyReading,
): Pair[] {
  const elements = children.flatMap((child, place) =>
    child instanceof Y.XmlElement ? [{ child, place }] : [],
  )
  const nodes = parts.flatMap((part, place) => (isText(part) ? [] : [{ part, place }]))
  return matchBlocks(
    elements.map(({ child }) => child),
    nodes.map(({ part }) => part),
    reading,
  ).map(pair => ({
    shared: elements[pair.shared]?.place ?? -1,
    edited: nodes[pair.edited]?.place ?? -1,
  }))
}

/** The stretch between two matched objects: `children` stand at `index` in the parent. */
function writeBetween(
  parent: Y.XmlElement,
  index: number,
  children: readonly Child[],
  parts: readonly ContentPart[],
  reading: BodyReading,
): void {
  const texts: Y.XmlText[] = []
  for (const [place, child] of [...children.entries()].reverse()) {
    if (child instanceof Y.XmlText) texts.unshift(child)
    else {
      reading.mapping.delete(child)
      parent.delete(index + place, 1)
    }
  }
  const home = texts.length > 0 ? homeOf(texts, parts) : -1
  const homePart = parts[home]
  insertParts(parent, index + texts.length, parts.slice(home + 1), reading)
  if (texts.length > 0) writeText(texts, homePart && isText(homePart) ? homePart : [], reading)
  if (home > 0) insertParts(parent, index, parts.slice(0, home), reading)
}

function insertParts(
  parent: Y.XmlElement,
  index: number,
  parts: readonly ContentPart[],
  reading: BodyReading,
): void {
  if (parts.length === 0) return
  parent.insert(
    index,
    parts.map(part => createType(part, reading)),
  )
}

/** Which of the parts goes on in the texts that are there: the one that has most in common with them; -1 where none is text. */
function homeOf(texts: readonly Y.XmlText[], parts: readonly ContentPart[]): number {
  const before = texts.map(stringOf).join('')
  let best = -1
  let most = -1
  parts.forEach((part, place) => {
    if (!isText(part)) return
    const shared = inCommon(before, part.map(node => node.text ?? '').join(''))
    if (shared > most) {
      most = shared
      best = place
    }
  })
  return best
}

const stringOf = (text: Y.XmlText): string =>
  (text.toDelta() as { insert: unknown }[])
    .map(({ insert }) => (typeof insert === 'string' ? insert : ''))
    .join('')

function inCommon(a: string, b: string): number {
  const shortest = Math.min(a.length, b.length)
  let start = 0
  while (start < shortest && a[start] === b[start]) start++
  let end = 0
  while (end < shortest - start && a.at(-1 - end) === b.at(-1 - end)) end++
  return start + end
}
