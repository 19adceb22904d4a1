import type { Transaction } from '@tiptap/pm/state'

export interface Range {
  readonly from: number
  readonly to: number
}

/** Stretches of the new document that the transactions replaced, widened by one so that both halves of a split are in. */
export function changedRanges(transactions: readonly Transaction[]): Range[] {
  const maps = transactions.flatMap(tr => tr.mapping.maps)
  return maps.flatMap((map, index) => {
    const ranges: Range[] = []
    const rest = maps.slice(index + 1)
    const mapped = (position: number, side: -1 | 1) => rest.reduce((at, next) => next.map(at, side), position)
    map.forEach((_oldFrom, _oldTo, from, to) => {
      ranges.push({ from: mapped(from, -1) - 1, to: mapped(to, 1) + 1 })
    })
    return ranges
  })
}
