import { type NodeJson, stringAttribute } from '../../shared/document/document-json.ts'
import { type PrintContext, valueLine } from './print-inline.ts'
import type { PrintLine } from './print-types.ts'

/** A part of a block as one line. */
export interface Field {
  readonly line: (node: NodeJson, context: PrintContext) => PrintLine
}

export const EMPTY_LINE: PrintLine = { runs: [], rtl: false }

/** What an attribute holds, in words; nothing where it is unset. */
export const attribute = (name: string, inWords: (text: string) => string = text => text): Field => ({
  line: (node, context) => {
    const text = stringAttribute(node, name)
    return text === null ? EMPTY_LINE : valueLine(inWords(text), context)
  },
})

/** The name of the party whose id an attribute holds. */
export const partyOf = (name: string): Field => ({
  line: (node, context) => {
    const id = stringAttribute(node, name)
    if (id === null) return EMPTY_LINE
    return valueLine(id === 'clients' ? 'clients' : (context.nameOfParty(id) ?? '[party not named]'), context)
  },
})

/** The word for a value; a value of a later version stays as it is. */
export const lookup =
  (table: Readonly<Record<string, string>>) =>
  (text: string): string =>
    Object.hasOwn(table, text) ? (table[text] ?? text) : text
