import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { TypstAnswer, TypstRequest } from './typst-messages.ts'

/*
 * Entry of the process in which Typst runs. It is a process and not a thread because Typst is native code: a thread that is
 * busy in it cannot be ended (measured: 13 s after `terminate`), its memory is not bounded by the limits of a thread
 * (885 MB under a limit of 64 MB), and an abort in it would take the server along.
 */
const workspace = import.meta.dirname
const compiler = NodeCompiler.create({ workspace })

const PDF_STANDARD = 'a-3a'

function compile(main: string, files: readonly { path: string; bytes: Uint8Array }[]): Uint8Array {
  compiler.resetShadow()
  try {
    for (const { path, bytes } of files) compiler.mapShadow(join(workspace, path), Buffer.from(bytes))
    const compiled = compiler.compile({ mainFilePath: join(workspace, main) })
    if (!compiled.result) throw new Error(JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics))
    return compiler.pdf(compiled.result, { pdfStandard: PDF_STANDARD })
  } finally {
    compiler.resetShadow()
    compiler.evictCache(0)
  }
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error))

/** Typst's message quotes each text that no font holds twice escaped: `\"\\u{e000}\"`. */
const QUOTED = /(?:the text|the codepoint) `\\"([^`]*)\\"`/g
const unescaped = (quoted: string) =>
  quoted
    .replaceAll('\\\\', '\\')
    .replace(/\\u\{([0-9a-f]+)\}/g, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
const missingIn = (error: unknown) =>
  Array.from(messageOf(error).matchAll(QUOTED), ([, text = '']) => unescaped(text)).filter(
    text => text !== '',
  )

/** What Typst says of the graphemes, each set alone; nothing when all can be printed. */
function complaintsAbout(graphemes: readonly string[]): Set<string> | null {
  const json = Buffer.from(JSON.stringify(graphemes))
  try {
    compile('graphemes.typ', [{ path: '/graphemes.json', bytes: json }])
    return null
  } catch (error) {
    return new Set(missingIn(error))
  }
}

function findMissing(graphemes: readonly string[]): string[] {
  const missing: string[] = []
  let left = [...graphemes]
  for (let texts = complaintsAbout(left); texts !== null; texts = complaintsAbout(left)) {
    const all = [...texts]
    const named = left.filter(grapheme => texts.has(grapheme) || all.some(text => grapheme.includes(text)))
    // A complaint that names none of them, because shaping changed it, is pinned down by asking one by one.
    const found = new Set(named.length > 0 ? named : left.filter(grapheme => complaintsAbout([grapheme])))
    missing.push(...found)
    left = left.filter(grapheme => !found.has(grapheme))
    if (found.size === 0) break
  }
  return missing
}

function answer(request: TypstRequest): TypstAnswer {
  try {
    if (request.kind === 'find-missing') return { kind: 'missing', texts: findMissing(request.graphemes) }
    const model = { path: '/agreement.json', bytes: Buffer.from(request.model) }
    return { kind: 'pdf', bytes: compile(request.template, [model, ...request.files]) }
  } catch (error) {
    const texts = missingIn(error)
    if (texts.length > 0) return { kind: 'missing', texts }
    // Reasons are logged, and Typst quotes text of the agreement in backticks.
    return {
      kind: 'failed',
      reason: messageOf(error)
        .replace(/`[^`]*`/g, '`…`')
        .slice(0, 500),
    }
  }
}

new Worker(new URL('./memory-guard.ts', import.meta.url), { workerData: Number(process.argv[2]) }).unref()
process.on('disconnect', () => process.exit())
process.on('message', (request: TypstRequest) => process.send?.(answer(request)))
