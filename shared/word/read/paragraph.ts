import { blockAttributes } from '../../document/changes/change-marks.ts'
import { type AttributeValue, type NodeJson, textOf } from '../../document/document-json.ts'
import { childOf, valueAt, type XmlElement } from '../xml.ts'
import { readInline } from './inline.ts'
import type { Label } from './numbering.ts'
import type { ReadState } from './read-state.ts'
import { type Revision, revisionOf } from './revisions.ts'
import { numberAt, type ParagraphStyle } from './styles.ts'

/** A paragraph of the file, before it is known what it becomes. */
export interface Line {
  readonly kind: 'line'
  readonly content: readonly NodeJson[]
  readonly text: string
  readonly style: ParagraphStyle
  /** 0 to 8 where the paragraph is a heading, by its style or by itself. */
  readonly outline: number | null
  readonly label: Label | null
  readonly attrs: Readonly<Record<string, AttributeValue>>
  /** The text boxes that hang on it. */
  readonly boxes: readonly XmlElement[]
}

/** A block that is known already: a table, an object, a quote. */
export interface Block {
  readonly kind: 'block'
  readonly node: NodeJson
}

/**
 * A list item of our own files that holds more than a paragraph and lists: its first line carries the label, and nothing else
 * where it is `bare`.
 */
export interface Item {
  readonly kind: 'item'
  readonly lines: readonly Flow[]
  readonly bare: boolean
}

/** The parts of a text in order. */
export type Flow = Line | Block | Item

const ALIGNMENTS: Readonly<Record<string, string>> = {
  center: 'center',
  right: 'right',
  end: 'right',
  both: 'justify',
  distribute: 'justify',
}

export function readParagraph(paragraph: XmlElement, state: ReadState): Line {
  const properties = childOf(paragraph, 'w:pPr')
  if (childOf(properties, 'w:pPrChange')) state.losses.add('format-change')
  const style = state.styles.paragraph(valueAt(properties, 'w:pStyle'))
  const boxesBefore = state.boxes.length
  const content = readInline(paragraph, style.id || null, state)
  const ends = endRevisions(childOf(properties, 'w:rPr'), state)
  const text = content.map(textOf).join('')
  const isDeleted = ends.some(({ kind }) => kind === 'deletion')
  const attrs = endAttributes(ends, state)
  state.revisions.end(ends)
  // A paragraph that is to go counts no more.
  const label = labelOf(properties, style, state, !isDeleted || state.own !== null)
  return {
    kind: 'line',
    content,
    text,
    style,
    outline: outlineOf(properties, style),
    // A number without a word behind it is an accident of layout, though Word counts it.
    label: text.trim() === '' && !state.own ? null : label,
    attrs: { ...alignOf(properties, style, state), ...attrs },
    boxes: state.boxes.splice(boxesBefore),
  }
}

/** Insertion and deletion of the paragraph's end. */
function endRevisions(properties: XmlElement | null, state: ReadState): Revision[] {
  const found: Revision[] = []
  const of = (name: string, kind: Revision['kind']) => {
    const element = childOf(properties, name)
    if (!element) return
    const isMove = name.startsWith('w:move')
    const move = isMove
      ? ([...state.moves.values()].findLast(open => open.kind === kind)?.name ?? null)
      : null
    found.push(revisionOf(element, kind, move))
  }
  of('w:ins', 'insertion')
  if (found.length === 0) of('w:moveTo', 'insertion')
  const insertions = found.length
  of('w:del', 'deletion')
  if (found.length === insertions) of('w:moveFrom', 'deletion')
  return found
}

function endAttributes(ends: readonly Revision[], state: ReadState): Record<string, AttributeValue> {
  const { revisions } = state
  return Object.assign(
    {},
    ...ends.map(revision =>
      blockAttributes({
        kind: revision.kind,
        id: revisions.id(revision),
        author: revision.author,
        date: revision.date,
        isMove: revision.move !== null,
      }),
    ),
  )
}

function outlineOf(properties: XmlElement | null, style: ParagraphStyle): number | null {
  const own = numberAt(properties, 'w:outlineLvl')
  return own === null ? style.outline : own < 9 ? own : null
}

function labelOf(
  properties: XmlElement | null,
  style: ParagraphStyle,
  state: ReadState,
  isCounted: boolean,
): Label | null {
  const own = childOf(properties, 'w:numPr')
  const numId = valueAt(own, 'w:numId') ?? style.numId
  if (numId === null || numId === '0') return null
  return state.numbering.label(numId, numberAt(own, 'w:ilvl') ?? style.ilvl ?? 0, isCounted)
}

/** Justified text is how many files are set, not what they say; only our own files bring it back. */
function alignOf(
  properties: XmlElement | null,
  style: ParagraphStyle,
  state: ReadState,
): Record<string, AttributeValue> {
  const stated = valueAt(properties, 'w:jc') ?? (state.own ? null : style.align)
  if (stated === 'left' || stated === 'start') return state.own ? { textAlign: 'left' } : {}
  const align = stated === null ? undefined : ALIGNMENTS[stated]
  if (align === undefined || (align === 'justify' && !state.own)) return {}
  return { textAlign: align }
}
