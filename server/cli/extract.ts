import { createWriteStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Writable } from 'node:stream'
import { type TextTerms, textTerms } from '../../shared/terms/text-terms.ts'
import { TEXT_TERMS_CSV_HEAD, textTermsCsv } from '../../shared/terms/text-terms-csv.ts'
import { type ExtractArguments, extractArguments } from './extract-arguments.ts'
import { fromHere } from './from-here.ts'
import { textOfFile } from './text-of-file.ts'

const USAGE = `Finds the terms that texts state: title, parties, dates, periods, amounts, law, KPIs, obligations and kinds of clause.

  npm run extract -- contract.txt                     as JSON, the same as POST /api/extract gives
  npm run extract -- folder *.md --csv --out all.csv  many files as one table

It reads plain text and Markdown in UTF-8, up to 2 MB each, and Word files; of a folder, every .txt, .md and .docx file. Places are offsets
in UTF-16 code units. Those of a Word file count in the text that was made of it, which JSON holds as "text"; changes that are only proposed in
it count as rejected.
It ends with 0 when every file was read, with 1 when some could not be, and with 2 when it could not begin.`

/** Files by the names that were given; a folder stands for the texts and Word files in it, in the order of their names. */
async function filesOf(paths: readonly string[]): Promise<string[]> {
  const lists = await Promise.all(
    paths.map(async path => {
      const found = await stat(fromHere(path)).catch(() => null)
      if (!found?.isDirectory()) return [path]
      const names = await readdir(fromHere(path))
      return names
        .filter(name => /\.(?:txt|md|markdown|docx)$/i.test(name))
        .sort()
        .map(name => join(path, name))
    }),
  )
  return lists.flat()
}

/** The terms of a file, and the text in which their places count where that is not the file itself. */
type FileTerms = TextTerms & { readonly text?: string }

interface Output {
  readonly begin: string
  readonly between: string
  readonly end: string
  readonly entry: (file: string, terms: FileTerms) => string
}

/** One file as JSON is what the service answers; several are a list of them, each with the name of its file. */
function outputOf({ format }: ExtractArguments, single: boolean): Output {
  if (format === 'csv') return { begin: TEXT_TERMS_CSV_HEAD, between: '', end: '', entry: textTermsCsv }
  const entry = (file: string, terms: FileTerms) =>
    JSON.stringify(single ? terms : { file, ...terms }, null, 2)
  return single
    ? { begin: '', between: '', end: '\n', entry }
    : { begin: '[\n', between: ',\n', end: '\n]\n', entry }
}

async function run(asked: ExtractArguments): Promise<number> {
  const files = await filesOf(asked.paths)
  const output = outputOf(asked, files.length === 1)
  const target = asked.out === null ? process.stdout : createWriteStream(fromHere(asked.out))
  const progress = createProgress(files.length, process.stderr)
  let written = 0
  let failed = 0
  for (const [index, file] of files.entries()) {
    progress.show(index, file)
    const read = await textOfFile(fromHere(file))
    if (read.ok) {
      const { text, fromWord } = read.value
      const terms = { ...(fromWord && { text }), ...textTerms(text) }
      await write(target, (written === 0 ? output.begin : output.between) + output.entry(file, terms))
      written += 1
    } else {
      failed += 1
      progress.say(`${file}: ${read.error}`)
    }
  }
  if (written > 0) await write(target, output.end)
  progress.done(files.length - failed, failed)
  return failed > 0 || files.length === 0 ? 1 : 0
}

const write = (target: Writable, text: string) =>
  new Promise<void>((resolve, reject) => {
    target.write(text, error => (error ? reject(error) : resolve()))
  })

/** Says on the terminal how far it is: in place where that is a terminal, every hundred files where it is a log. */
function createProgress(total: number, stream: NodeJS.WriteStream) {
  const clear = stream.isTTY ? '\r\u001b[2K' : ''
  return {
    show(index: number, file: string) {
      if (total < 2) return
      if (stream.isTTY) stream.write(`${clear}${index + 1} of ${total}: ${file}`)
      else if (index % 100 === 0 && index > 0) stream.write(`${index} of ${total} files\n`)
    },
    say: (line: string) => stream.write(`${clear}${line}\n`),
    done(read: number, failed: number) {
      if (total > 1) stream.write(`${clear}${read} files read${failed ? `, ${failed} could not be` : ''}\n`)
      else if (total === 0) stream.write('There is no text in this folder.\n')
    },
  }
}

const asked = extractArguments(process.argv.slice(2))
if (asked.ok) {
  try {
    process.exitCode = await run(asked.value)
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
    process.exitCode = 2
  }
} else {
  process.stderr.write(`${asked.error}\n\n${USAGE}\n`)
  process.exitCode = 2
}
