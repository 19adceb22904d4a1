import { err, ok, type Result } from '../../shared/result.ts'

/** What `npm run extract` was asked to do. `out` is null for the terminal. */
export interface ExtractArguments {
  readonly paths: readonly string[]
  readonly format: 'json' | 'csv'
  readonly out: string | null
}

/** Reads the arguments; the error is what is wrong with them. */
export function extractArguments(words: readonly string[]): Result<ExtractArguments, string> {
  const paths: string[] = []
  let format: ExtractArguments['format'] = 'json'
  let out: string | null = null
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? ''
    if (word === '--csv') format = 'csv'
    else if (word === '--json') format = 'json'
    else if (word === '--out') {
      at += 1
      out = words[at] ?? null
      if (out === null) return err('Say where to write to: --out <file>.')
    } else if (word.startsWith('-')) return err(`${word} is not known.`)
    else paths.push(word)
  }
  return paths.length === 0 ? err('Say which files to read.') : ok({ paths, format, out })
}
