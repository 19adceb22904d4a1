import { cadenceInWords, DUTY_WORDS, dateInWords, REVIEW_SCOPE_WORDS, whenInWords } from '../terms/words.ts'
import { type NodeJson, stringAttribute } from './document-json.ts'
import type { ObjectNames } from './object-view.ts'

/** What stands in a cell: words out of attributes, or the prose of the object as it was written. */
export type ObjectCell = string | readonly NodeJson[]

export interface ObjectColumn {
  readonly head: string
  /** Its share of the width of a page, in parts. */
  readonly weight: number
  readonly cell: (node: NodeJson, names: ObjectNames) => ObjectCell
}

const text = (node: NodeJson, name: string) => stringAttribute(node, name)?.trim() || null

/** The words for an attribute; what has to be there but is not reads as a gap to fill in. */
const attribute =
  (name: string, inWords: (value: string) => string = value => value, gap = '') =>
  (node: NodeJson): string => {
    const value = text(node, name)
    return value === null ? gap : inWords(value)
  }

/** The word for a value; a value of a later version stays as it is. */
const oneOf =
  (words: Readonly<Record<string, string>>) =>
  (value: string): string =>
    Object.hasOwn(words, value) ? (words[value] ?? value) : value

const party =
  (name: string, gap: string) =>
  (node: NodeJson, names: ObjectNames): string =>
    attribute(name, id => (id === 'clients' ? 'the clients' : names.party(id)), gap)(node)

const prose = (node: NodeJson): ObjectCell => node.content ?? []

/** Who holds a role, and for whom: a party, or none of them. */
function holder(node: NodeJson, names: ObjectNames): string {
  const [person, partyId] = [text(node, 'holder'), text(node, 'partyId')]
  if (partyId === null) return `${person ?? '[name]'} (neutral)`
  return [person, names.party(partyId)].filter(Boolean).join(', ')
}

const COLUMNS: Readonly<Record<string, readonly ObjectColumn[]>> = {
  serviceStep: [
    { head: 'Step', weight: 7, cell: (node, names) => String(names.stepNumber(node) ?? '') },
    { head: 'Provided by', weight: 13, cell: party('providerPartyId', '[provider]') },
    { head: 'Received by', weight: 13, cell: party('receiver', '[receiver]') },
    { head: 'What is handed over', weight: 38, cell: prose },
    { head: 'Due', weight: 14, cell: attribute('due', whenInWords) },
  ],
  obligation: [
    { head: 'Who', weight: 14, cell: party('partyId', '[party]') },
    { head: 'Obligation', weight: 44, cell: prose },
    { head: 'Due', weight: 15, cell: attribute('due', whenInWords) },
    { head: 'Repeated', weight: 16, cell: attribute('recurrence', cadenceInWords) },
  ],
  role: [
    { head: 'Role', weight: 20, cell: attribute('kind', oneOf(DUTY_WORDS), '[role]') },
    { head: 'Held by', weight: 22, cell: holder },
    { head: 'Duty', weight: 42, cell: prose },
  ],
  review: [
    { head: 'Reviewed', weight: 18, cell: attribute('scope', oneOf(REVIEW_SCOPE_WORDS), '[what]') },
    { head: 'How often', weight: 16, cell: attribute('cadence', cadenceInWords) },
    { head: 'Next on', weight: 16, cell: attribute('nextOn', dateInWords) },
    { head: 'What is looked at', weight: 38, cell: prose },
  ],
}

/** Whether an object prints as a row of a table with its neighbours of the same kind. */
export const printsAsRow = (node: NodeJson): boolean => Object.hasOwn(COLUMNS, node.type)

const isEmpty = (cell: ObjectCell) => (typeof cell === 'string' ? cell.trim() === '' : cell.length === 0)

/** The columns of a table of such objects, which are all of one kind; one that none of them fills is left out. */
export function objectColumns(nodes: readonly NodeJson[], names: ObjectNames): readonly ObjectColumn[] {
  const columns = COLUMNS[nodes[0]?.type ?? ''] ?? []
  return columns.filter((column, at) => at === 0 || nodes.some(node => !isEmpty(column.cell(node, names))))
}

/**
 * The list with those of its neighbours joined that print as rows of one table; each of the others stands alone. The order is
 * kept, and all are there.
 */
export function inPrintedGroups<Node extends NodeJson>(nodes: readonly Node[]): Node[][] {
  const groups: Node[][] = []
  for (const node of nodes) {
    const last = groups.at(-1)
    if (printsAsRow(node) && last?.[0]?.type === node.type) last.push(node)
    else groups.push([node])
  }
  return groups
}
