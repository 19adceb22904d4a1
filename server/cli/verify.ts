import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { type NamedFile, verifyFiles } from '../../shared/sealing/verify-files.ts'
import { VERIFY_LIMITS } from '../../shared/sealing/verify-limits.ts'
import { createWebCryptoPort } from '../../shared/sealing/web-crypto-port.ts'
import { fromHere } from './from-here.ts'
import { reportLines } from './report-lines.ts'

const USAGE = `Checks a signed agreement, without any server.

  npm run verify -- signed.pdf
  npm run verify -- manifest.json signatures.json

It ends with 0 when everything holds and everyone has signed, with 1 when not, and with 2 when it could not begin.`

const load = async (path: string): Promise<NamedFile> => {
  const file = fromHere(path)
  const found = await stat(file).catch(() => null)
  if (!found?.isFile()) throw new Error(`There is no file ${path}.`)
  if (found.size > VERIFY_LIMITS.pdfBytes) throw new Error(`${path} is too large to be a signed agreement.`)
  return { name: basename(file), bytes: await readFile(file) }
}

const main = async (paths: readonly string[]): Promise<number> => {
  if (paths.length < 1 || paths.length > 2 || paths.some(path => path.startsWith('-'))) {
    console.error(USAGE)
    return 2
  }
  try {
    const files = await Promise.all(paths.map(load))
    const report = await verifyFiles(files, createWebCryptoPort(globalThis.crypto.subtle))
    console.log(reportLines(report).join('\n'))
    return report.verdict === 'valid' ? 0 : 1
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    return 2
  }
}

process.exitCode = await main(process.argv.slice(2))
