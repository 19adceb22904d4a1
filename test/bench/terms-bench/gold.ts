import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A field of the labelled set: `none` says that the contract states none, `unknown` that its label tells no value. */
export interface GoldField {
  readonly status: 'value' | 'none' | 'unknown'
  readonly value?: readonly string[]
}

export interface GoldParty {
  readonly name: string
  readonly aliases: readonly string[]
  readonly alt: readonly string[]
  readonly optional?: boolean
}

/** One labelled contract with its text; `filer` is the company that filed it, by which folds are grouped. */
export interface GoldContract {
  readonly id: string
  readonly filer: string
  readonly text: string
  readonly title: { readonly status: string; readonly value?: string; readonly alt?: readonly string[] }
  readonly parties: { readonly status: string; readonly value?: readonly GoldParty[] }
  readonly fields: Readonly<Record<string, GoldField>>
  readonly clauses: Readonly<Record<string, readonly string[]>>
  readonly values: Readonly<Record<string, readonly (string | number)[]>>
}

/** Reads `gold.jsonl` of a folder; the text of a line stands in it, in `texts/<id>.txt`, or in `<id>.txt` beside it. */
export function readGold(folder: string): GoldContract[] {
  const lines = readFileSync(join(folder, 'gold.jsonl'), 'utf8').split('\n')
  return lines.flatMap(line => {
    if (line.trim() === '') return []
    const row = JSON.parse(line)
    const text = row.text ?? readText(folder, row.id)
    return [{ ...row, text, title: row.fields.title, parties: row.fields.parties }]
  })
}

function readText(folder: string, id: string): string {
  try {
    return readFileSync(join(folder, 'texts', `${id}.txt`), 'utf8')
  } catch {
    return readFileSync(join(folder, `${id}.txt`), 'utf8')
  }
}

/** Stable number of a filer, so that folds are the same in every run. */
export function filerHash(filer: string): number {
  let hash = 0x811c9dc5
  for (const character of filer) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193)
  return (hash ^ (hash >>> 15)) >>> 0
}

/** A twelfth of the filers is kept aside for good: rules are written without a look at their contracts. */
export const isHeldBack = (contract: GoldContract): boolean => filerHash(contract.filer) % 12 === 6

/** Read only after the rules had been written for the rest: their errors are those that new contracts give. */
export const isReadLate = (contract: GoldContract): boolean => filerHash(contract.filer) % 12 === 0
