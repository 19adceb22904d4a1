import * as Y from 'yjs'
import { BODY_FRAGMENT, KPI_PARTS, NODE_ATTRIBUTES, TERM_KINDS } from '../../shared/document/node-types.ts'
import type { SeededRandom } from './seeded-random.ts'

/** Every kind of object that stands in a text by itself. */
const TYPES = ['party', 'shareTable', 'serviceStep', 'role', 'obligation', 'kpi', 'review'] as const
type ObjectType = (typeof TYPES)[number]

/** What each edit did, for a test that asks whether the run did anything. */
export const EDIT_KINDS = [
  'insert',
  'delete',
  'move',
  'field',
  'type',
  'erase',
  'mark',
  'row',
  'refer',
  'heading',
] as const
export type EditKind = (typeof EDIT_KINDS)[number]

const VALUES: Readonly<Record<string, readonly string[]>> = {
  percent: ['0', '12.5', '33.34', '50', '100', 'half'],
  amount: ['1000', '48000.50', '0'],
  basis: ['cost', 'benefit', 'vote', 'risk', 'exit'],
  rule: ['equal', 'usage', 'agreed'],
  kind: ['commissioner', 'service-manager', 'chair', 'custom'],
  due: ['2027-04-01', 'P30D'],
  recurrence: ['P1M', 'P3M'],
  direction: ['up', 'down', 'hold'],
  maturity: ['draft', 'trial', 'agreed', 'retired'],
  revisitOn: ['2028-01-01', '2028-02-30'],
  scope: ['agreement', 'kpis', 'costs'],
  cadence: ['P1M', 'P1Y'],
  nextOn: ['2027-07-01'],
}
const WORDS = ['orders ', 'late ', '1 April 2027 ', 'EUR 48,000 ', 'three (3) months ', '[gap] ', 'ø𝄞 ', 'x']

const newId = (random: SeededRandom) =>
  `fuzz-${String(random.int(1e8)).padStart(8, '0')}-${String(random.int(1e4)).padStart(4, '0')}`

const blocksOf = (doc: Y.Doc) =>
  doc
    .getXmlFragment(BODY_FRAGMENT)
    .toArray()
    .filter((block): block is Y.XmlElement => block instanceof Y.XmlElement)

const element = (
  name: string,
  attributes: Readonly<Record<string, string>>,
  children: (Y.XmlElement | Y.XmlText)[] = [],
) => {
  const made = new Y.XmlElement(name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  if (children.length > 0) made.insert(0, children)
  return made
}

function newObject(type: ObjectType, random: SeededRandom): Y.XmlElement {
  const id = newId(random)
  if (type === 'shareTable')
    return element(type, { id, basis: random.pick(VALUES.basis ?? []) }, [
      element('shareRow', { id: newId(random) }),
      element('shareRow', { id: newId(random) }),
    ])
  if (type === 'kpi')
    return element(
      type,
      { id },
      KPI_PARTS.map(part => element('kpiPart', { id: newId(random), part })),
    )
  return element(type, { id, ...(type === 'party' && { name: `Party ${id}` }) }, [
    new Y.XmlText(random.pick(WORDS)),
  ])
}

/** The elements that hold fields: objects, and the rows and lines inside them. */
const holders = (doc: Y.Doc) =>
  blocksOf(doc).flatMap(block => [
    block,
    ...(block.nodeName === 'shareTable' || block.nodeName === 'kpi'
      ? block.toArray().filter((child): child is Y.XmlElement => child instanceof Y.XmlElement)
      : []),
  ])

function fieldValue(doc: Y.Doc, name: string, random: SeededRandom): string {
  const ids = (type: string) =>
    blocksOf(doc).flatMap(block => (block.nodeName === type ? (block.getAttribute('id') ?? []) : []))
  if (name === 'receiver') return random.pick([...ids('party'), 'clients'])
  if (/PartyId$|^partyId$/.test(name)) return random.pick([...ids('party'), 'party-that-is-gone'])
  if (name === 'stepId') return random.pick([...ids('serviceStep'), 'step-that-is-gone'])
  return random.pick(VALUES[name] ?? ['North', '7', 'P1M'])
}

/** A text to write in: of a paragraph-like block, made where there is none. */
function textIn(holder: Y.XmlElement): Y.XmlText | null {
  if (holder.nodeName === 'shareTable' || holder.nodeName === 'kpi') return null
  const found = holder.toArray().find((child): child is Y.XmlText => child instanceof Y.XmlText)
  if (found) return found
  const text = new Y.XmlText()
  holder.insert(0, [text])
  return text
}

/** One edit as the editor would make it, in one transaction; what it did, null where there was nothing to do it to. */
export function editObjects(doc: Y.Doc, random: SeededRandom): EditKind | null {
  let did: EditKind | null = null
  doc.transact(() => {
    did = edit(doc, random)
  })
  return did
}

function edit(doc: Y.Doc, random: SeededRandom): EditKind | null {
  const body = doc.getXmlFragment(BODY_FRAGMENT)
  const blocks = blocksOf(doc)
  const dice = random.int(100)
  if (blocks.length < 4 || dice < 14) {
    body.insert(random.int(body.length + 1), [newObject(random.pick(TYPES), random)])
    return 'insert'
  }
  const block = random.pick(blocks)
  const at = body.toArray().indexOf(block)
  if (dice < 20) {
    body.delete(at, 1)
    return 'delete'
  }
  if (dice < 25) {
    // As every editor moves: taken out and put in anew, with the same id.
    const copy = block.clone() as Y.XmlElement
    body.delete(at, 1)
    body.insert(random.int(body.length + 1), [copy])
    return 'move'
  }
  if (dice < 29) {
    body.insert(at, [element('heading', { id: newId(random) }, [new Y.XmlText('Clause')])])
    return 'heading'
  }
  if (dice < 37 && block.nodeName === 'shareTable') {
    if (block.length > 0 && random.chance(0.4)) block.delete(random.int(block.length), 1)
    else block.insert(random.int(block.length + 1), [element('shareRow', { id: newId(random) })])
    return 'row'
  }
  const holder = random.pick(holders(doc))
  const fields = (NODE_ATTRIBUTES as Readonly<Record<string, readonly string[]>>)[holder.nodeName]
  const names = (fields ?? []).filter(name => name !== 'id' && name !== 'part')
  if (dice < 65 && names.length > 0) {
    const name = random.pick(names)
    if (random.chance(0.15)) holder.removeAttribute(name)
    else holder.setAttribute(name, fieldValue(doc, name, random))
    return 'field'
  }
  const text = textIn(holder)
  if (!text) return null
  if (dice < 70) {
    holder.insert(holder.length, [
      element('partyRef', { partyId: fieldValue(doc, 'partyId', random) }),
      new Y.XmlText('x'),
    ])
    return 'refer'
  }
  if (text.length > 2 && dice < 80) {
    const start = random.int(text.length - 1)
    text.delete(start, 1 + random.int(Math.min(4, text.length - start)))
    return 'erase'
  }
  if (text.length > 2 && dice < 88) {
    const start = random.int(text.length - 1)
    const term = { kind: random.pick(TERM_KINDS), id: newId(random) }
    text.format(start, text.length - start, { term })
    return 'mark'
  }
  text.insert(random.int(text.length + 1), random.pick(WORDS))
  return 'type'
}
