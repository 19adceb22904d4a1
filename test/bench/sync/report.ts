import { type ServerName, TITLES } from './servers.ts'
import type { Figures } from './workloads.ts'

/** A Markdown table of medians, a row for each server; texts are taken from the last run. */
export function tableOf(results: ReadonlyMap<ServerName, readonly Figures[]>): string {
  const columns = [...new Set([...results.values()].flat().flatMap(Object.keys))]
  const rows = [...results].map(([server, runs]) => [
    TITLES[server],
    ...columns.map(column => cell(runs.map(run => run[column]))),
  ])
  return [['', ...columns], ['---', ...columns.map(() => '---:')], ...rows]
    .map(row => `| ${row.join(' | ')} |`)
    .join('\n')
}

export const section = (title: string, table: string): string => `## ${title}\n\n${table}\n`

function cell(values: readonly (number | string | undefined)[]): string {
  const numbers = values.filter(value => typeof value === 'number').toSorted((a, b) => a - b)
  if (numbers.length === 0) return String(values.findLast(value => value !== undefined) ?? '')
  const median = numbers[Math.floor(numbers.length / 2)] ?? Number.NaN
  return median >= 100 ? median.toFixed(0) : median >= 10 ? median.toFixed(1) : median.toFixed(2)
}
