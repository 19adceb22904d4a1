import type { LibraryKpi } from './library-kpi.ts'

/**
 * The definitions in which every word of the query begins some word, case and accents aside; those that have them in their name
 * come first, otherwise the order is kept. An empty query finds all.
 */
export function searchKpis(kpis: readonly LibraryKpi[], query: string): readonly LibraryKpi[] {
  const wanted = wordsOf(query)
  const holdsAll = (words: readonly string[]) =>
    wanted.every(start => words.some(word => word.startsWith(start)))
  const found = kpis.filter(kpi => holdsAll(wordsOf(`${Object.values(kpi.parts).join(' ')} ${kpi.unit}`)))
  const inName = new Set(found.filter(kpi => holdsAll(wordsOf(kpi.parts.name))))
  return [...found.filter(kpi => inName.has(kpi)), ...found.filter(kpi => !inName.has(kpi))]
}

const wordsOf = (text: string): string[] =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}%€£$]+/u)
    .filter(word => word !== '')
