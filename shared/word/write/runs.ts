import { stampsOfText } from '../../document/changes/change-marks.ts'
import { type MarkJson, type NodeJson, stringAttribute } from '../../document/document-json.ts'
import { safeHref } from '../../document/safe-href.ts'
import { tagOf } from '../tags.ts'
import { trackedRuns } from './revision-xml.ts'
import type { WriteState } from './write-state.ts'
import { escapeXml, val, xml } from './xml-write.ts'

/** Running text as runs of Word: marks as properties, links, terms, references, tracked changes, ranges of comments. */
export const runsXml = (content: readonly NodeJson[], state: WriteState): string =>
  grouped(content, linkOf)
    .map(([href, linked]) => {
      const inside = grouped(linked, termKey)
        .map(([key, marked]) => {
          const runs = marked.map(node => nodeXml(node, state)).join('')
          const term = key === null ? null : termOf(marked[0])
          return term ? runControl(term, runs) : runs
        })
        .join('')
      return href === null ? inside : xml('w:hyperlink', { 'r:id': state.linkId(href) }, inside)
    })
    .join('')

/** Neighbours with the same key together. */
function grouped(
  nodes: readonly NodeJson[],
  keyOf: (node: NodeJson) => string | null,
): readonly (readonly [string | null, readonly NodeJson[]])[] {
  const groups: [string | null, NodeJson[]][] = []
  for (const node of nodes) {
    const key = keyOf(node)
    const last = groups.at(-1)
    if (last && last[0] === key) last[1].push(node)
    else groups.push([key, [node]])
  }
  return groups
}

const markOf = (node: NodeJson | undefined, type: string): MarkJson | null =>
  node?.marks?.find(mark => mark.type === type) ?? null

function linkOf(node: NodeJson): string | null {
  const link = markOf(node, 'link')
  return link && safeHref(stringAttribute(link, 'href'))
}

const termKey = (node: NodeJson) => {
  const term = markOf(node, 'term')
  return term && JSON.stringify([stringAttribute(term, 'kind'), stringAttribute(term, 'id')])
}

function termOf(node: NodeJson | undefined): string | null {
  const term = markOf(node, 'term')
  return term && tagOf('term', stringAttribute(term, 'kind') ?? '', stringAttribute(term, 'id') ?? '')
}

/** A content control in a line; `tag` says what it is. It shows no frame until the caret is in it. */
export const runControl = (tag: string, runs: string): string =>
  xml('w:sdt', {}, xml('w:sdtPr', {}, val('w:tag', tag)), xml('w:sdtContent', {}, runs || xml('w:r')))

function nodeXml(node: NodeJson, state: WriteState): string {
  if (node.type === 'hardBreak') return xml('w:r', {}, xml('w:br'))
  if (node.type === 'partyRef') {
    const partyId = stringAttribute(node, 'partyId') ?? ''
    return runControl(tagOf('ref', partyId), run(state.names.party(partyId), []))
  }
  if (node.type !== 'text') return (node.content ?? []).map(child => nodeXml(child, state)).join('')
  return textXml(node, state)
}

function textXml(node: NodeJson, state: WriteState): string {
  const marks = node.marks ?? []
  const stamps = stampsOfText(node)
  const isDeleted = stamps.some(({ kind }) => kind === 'deletion')
  const ids = marks.flatMap(mark => (mark.type === 'comment' ? (stringAttribute(mark, 'id') ?? []) : []))
  const { starts, ends } = state.comments(ids)
  // Word wants the deletion of inserted words inside the insertion.
  const runs = [...stamps]
    .sort((a, b) => (a.kind < b.kind ? -1 : 1))
    .reduce((inside, stamp) => trackedRuns(stamp, inside, state), run(node.text ?? '', marks, isDeleted))
  return [
    ...starts.map(id => xml('w:commentRangeStart', { 'w:id': id })),
    runs,
    ...ends.map(
      id =>
        xml('w:commentRangeEnd', { 'w:id': id }) +
        xml(
          'w:r',
          {},
          xml('w:rPr', {}, val('w:rStyle', 'CommentReference')),
          xml('w:commentReference', { 'w:id': id }),
        ),
    ),
  ].join('')
}

/** One run; a tab is an element of its own. Properties stand in the order that Word's schema wants. */
export function run(text: string, marks: readonly MarkJson[], isDeleted = false): string {
  const has = (type: string) => marks.some(mark => mark.type === type)
  const properties = [
    has('code') ? val('w:rStyle', 'ParleyCodeText') : has('link') ? val('w:rStyle', 'Hyperlink') : '',
    has('bold') ? xml('w:b') : '',
    has('italic') ? xml('w:i') : '',
    has('strike') ? xml('w:strike') : '',
    has('underline') ? val('w:u', 'single') : has('link') ? val('w:u', 'none') : '',
  ].join('')
  const name = isDeleted ? 'w:delText' : 'w:t'
  const words = text
    .split('\t')
    .map(part => (part === '' ? '' : `<${name} xml:space="preserve">${escapeXml(part)}</${name}>`))
    .join(xml('w:tab'))
  return xml('w:r', {}, properties && xml('w:rPr', {}, properties), words)
}
