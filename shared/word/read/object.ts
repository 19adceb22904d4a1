import type { AttributeValue, NodeJson } from '../../document/document-json.ts'
import { type AgreementNodeType, NODE_ATTRIBUTES } from '../../document/node-types.ts'
import { partsOfTag } from '../tags.ts'
import { childOf, elementsOf, valueAt, type XmlElement, xmlText } from '../xml.ts'
import { readInline } from './inline.ts'
import type { OwnObject } from './parley-parts.ts'
import type { ReadState } from './read-state.ts'

/** Objects whose words stand in lines of their own, and the type of these. */
const LINES: Readonly<Record<string, AgreementNodeType>> = { kpi: 'kpiPart', shareTable: 'shareRow' }

const BLOCK_OBJECTS: ReadonlySet<string> = new Set(
  Object.keys(NODE_ATTRIBUTES).filter(type => !['partyRef', 'kpiPart', 'shareRow'].includes(type)),
)

/**
 * An object of a file of ours: its attributes are those that were put beside the text, its words those of the table as they are
 * now. Null where the tag names none. A field that was changed in the table is counted as a loss.
 */
export function readObject(
  parts: readonly string[],
  content: XmlElement | null,
  state: ReadState,
): NodeJson | null {
  const [type = ''] = parts
  if (!BLOCK_OBJECTS.has(type) || !content) return null
  const own = state.own?.objects[parts.join(':')]
  noteChangedFields(own, content, state)
  const words = wordsIn(content, state)
  const lineType = LINES[type]
  const inside = lineType
    ? words.map(({ tag, content }) => node(lineType, state.own?.objects[tag], content))
    : words.flatMap(({ content }) => content)
  return node(type, own, inside)
}

function node(type: string, own: OwnObject | undefined, content: readonly NodeJson[]): NodeJson {
  const known: readonly string[] = Object.hasOwn(NODE_ATTRIBUTES, type)
    ? NODE_ATTRIBUTES[type as AgreementNodeType]
    : []
  const attrs: Record<string, AttributeValue> = {}
  for (const name of known) {
    const value = own?.attrs[name]
    if (value !== undefined) attrs[name] = value
  }
  return {
    type,
    ...(Object.keys(attrs).length > 0 && { attrs }),
    ...(content.length > 0 && { content }),
  }
}

/** The controls that hold an object's own words, in order. */
function wordsIn(element: XmlElement, state: ReadState): { tag: string; content: readonly NodeJson[] }[] {
  return elementsOf(element).flatMap(child => {
    const parts = child.name === 'w:sdt' ? partsOfTag(valueAt(childOf(child, 'w:sdtPr'), 'w:tag')) : null
    if (parts?.[0] !== 'words') return wordsIn(child, state)
    const held = childOf(child, 'w:sdtContent')
    return [{ tag: parts.slice(1).join(':'), content: held ? readInline(held, null, state) : [] }]
  })
}

function noteChangedFields(own: OwnObject | undefined, content: XmlElement, state: ReadState): void {
  for (const [label, text] of fieldsIn(content)) {
    const shown = own?.shown[label]
    if (shown !== undefined && shown.trim() !== text.trim())
      state.losses.add('field-changed', `${label}: ${shown} → ${text}`)
  }
}

/** The fields that the table shows: controls tagged `field`, with their label. */
function fieldsIn(element: XmlElement): (readonly [label: string, text: string])[] {
  return elementsOf(element).flatMap(child => {
    const parts = child.name === 'w:sdt' ? partsOfTag(valueAt(childOf(child, 'w:sdtPr'), 'w:tag')) : null
    if (parts?.[0] !== 'field') return fieldsIn(child)
    return [[parts.slice(1).join(':'), textIn(childOf(child, 'w:sdtContent'))] as const]
  })
}

const textIn = (element: XmlElement | null): string =>
  elementsOf(element)
    .map(child => (child.name === 'w:t' ? xmlText(child) : textIn(child)))
    .join('')
