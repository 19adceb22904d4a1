import type { ImportCounts } from '../../shared/word/imported-file.ts'

const UNITS: readonly (readonly [key: keyof ImportCounts, one: string, many: string])[] = [
  ['clauses', 'clause', 'clauses'],
  ['tables', 'table', 'tables'],
  ['lists', 'list', 'lists'],
  ['footnotes', 'footnote', 'footnotes'],
  ['changes', 'tracked change', 'tracked changes'],
  ['comments', 'comment', 'comments'],
  ['words', 'word', 'words'],
]

/** What a file brings: "12 clauses, 1 table, 3 tracked changes, 4,210 words". */
export const countWords = (counts: ImportCounts): string =>
  UNITS.flatMap(([key, one, many]) => {
    const count = counts[key]
    return count === 0 ? [] : [`${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`]
  }).join(', ')
