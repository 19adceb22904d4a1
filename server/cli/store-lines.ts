import type { StoreReport } from '../operations/check-store.ts'

/** What a check of a store found, for a person to read. */
export function storeLines({ rooms, entries, versions, problems }: StoreReport): string[] {
  const held = `${entries} updates in ${rooms} texts and discussions, ${versions} sealed versions`
  return problems.length === 0
    ? [`Sound: ${held}. Every hash chain holds.`]
    : [`NOT SOUND: ${held}.`, ...problems.map(problem => `- ${problem}`)]
}
