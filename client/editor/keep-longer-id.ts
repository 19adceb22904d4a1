import type { Node } from '@tiptap/pm/model'
import type { Transaction } from '@tiptap/pm/state'

interface Line {
  readonly node: Node
  readonly pos: number
  readonly id: string
}

/**
 * When two lines became one, it goes on as the one that most of its words come from: only the words of the other are written anew,
 * and what a partner writes meanwhile into the longer one arrives. `tr` holds the document after the edit.
 */
export function keepLongerId(tr: Transaction, before: Node): void {
  const after = tr.doc
  const start = before.content.findDiffStart(after.content)
  const end = start === null ? null : before.content.findDiffEnd(after.content)
  if (start === null || end === null || end.a <= start) return
  const old = linesIn(before, start, Math.max(start, end.a))
  const now = linesIn(after, start, Math.max(start, end.b))
  const standing = new Set(now.map(({ id }) => id))
  for (const line of now) {
    const index = old.findIndex(({ id }) => id === line.id)
    const first = old[index]
    const next = old[index + 1]
    if (!first || !next || standing.has(next.id) || next.node.type !== line.node.type) continue
    const words = line.node.textContent
    const ofNext = inCommon(words, next.node.textContent, -1)
    if (ofNext > inCommon(words, first.node.textContent, 1)) tr.setNodeAttribute(line.pos, 'id', next.id)
  }
}

function linesIn(doc: Node, from: number, to: number): Line[] {
  const lines: Line[] = []
  doc.nodesBetween(Math.max(0, from - 1), Math.min(doc.content.size, to + 1), (node, pos) => {
    if (!node.isTextblock) return true
    if (typeof node.attrs.id === 'string') lines.push({ node, pos, id: node.attrs.id })
    return false
  })
  return lines
}

/** How many characters two texts share at their beginning (1) or end (-1). */
function inCommon(a: string, b: string, way: 1 | -1): number {
  const most = Math.min(a.length, b.length)
  let count = 0
  const at = (text: string) => (way === 1 ? text[count] : text[text.length - 1 - count])
  while (count < most && at(a) === at(b)) count++
  return count
}
