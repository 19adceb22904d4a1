import type { Fragment, Node } from '@tiptap/pm/model'
import type { Transaction } from '@tiptap/pm/state'
import { KPI_PARTS, type KpiPartName } from '../../../shared/document/node-types.ts'

const rank = (name: unknown) => KPI_PARTS.indexOf(name as KpiPartName)

/** Puts a line into the KPI at a position, where it belongs among those that are there; gives the place of its text. */
export function insertPart(
  tr: Transaction,
  pos: number,
  part: KpiPartName,
  content?: Fragment,
): number | null {
  const kpi = tr.doc.nodeAt(pos)
  const type = tr.doc.type.schema.nodes.kpiPart
  if (kpi?.type.name !== 'kpi' || !type) return null
  const after = kpi.content.content.findIndex(line => rank(line.attrs.part) > rank(part))
  const index = after < 0 ? kpi.childCount : after
  let at = pos + 1
  for (let line = 0; line < index; line++) at += kpi.child(line).nodeSize
  tr.insert(at, type.create({ part }, content))
  return at + 1
}

/** The lines of a KPI of one kind, with the place of their text. Two people who each add one offline make two. */
export function partsOf(kpi: Node, pos: number, part: KpiPartName): { line: Node; start: number }[] {
  const found: { line: Node; start: number }[] = []
  kpi.forEach((line, offset) => {
    if (line.attrs.part === part) found.push({ line, start: pos + 1 + offset + 1 })
  })
  return found
}
