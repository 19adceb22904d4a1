import { cpus, loadavg, totalmem } from 'node:os'
import { seedUpdate } from '../../../shared/document/yjs-body.ts'
import { REMOTE_EVERY_MS } from './busy-partner.ts'
import { summary } from './key-times.ts'
import { countWords, longAgreement } from './long-agreement.ts'
import { typeInApp } from './type-in-app.ts'
import { typeInEditor } from './type-in-editor.ts'

/**
 * How an agreement of 50,000 words feels under the fingers: from the key's event to the frame that shows it, in a real
 * browser, alone and while a partner writes, in the editor by itself and on the whole page. `npm run bench:typing`
 */
const TARGET_P95_MS = 50

const row = (name: string, times: readonly number[]) => {
  const { p50, p95, max } = summary(times)
  const figure = (value: number) => value.toFixed(1).padStart(7)
  return `${name.padEnd(44)}${figure(p50)}${figure(p95)}${figure(max)}   ${times.length} keys`
}

const content = longAgreement()
const text = seedUpdate({ title: 'Bench', body: { type: 'doc', content } }, 7)
const load = loadavg()[0]
const editor = await typeInEditor(text, content.length)
const app = await typeInApp(text)
const together = `a partner at ${1000 / REMOTE_EVERY_MS} edits a second`
const wordCount = content.reduce((sum, node) => sum + countWords(node), 0)
const [cpu] = cpus()
console.log(
  `${cpu?.model}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB, load ${load?.toFixed(1)} before; ${editor.browser}, headless`,
)
console.log(
  `${wordCount.toLocaleString('en')} words, ${content.length.toLocaleString('en')} blocks, opened in ${Math.round(editor.openedMs)} ms, from a server in ${Math.round(app.openedMs)} ms`,
)
console.log(`${'keydown to paint, ms'.padEnd(44)}    p50    p95    max`)
console.log(row('editor, alone', editor.alone))
console.log(row(`editor, ${together}`, editor.together))
console.log(row('whole page, alone', app.alone))
console.log(row(`whole page, ${together}`, app.together))
const missed = [editor.alone, editor.together, app.alone, app.together].some(
  times => summary(times).p95 >= TARGET_P95_MS,
)
console.log(`Target ${missed ? 'missed' : 'met'}: p95 under ${TARGET_P95_MS} ms`)
if (editor.problems.length > 0) console.log(editor.problems)
process.exitCode = missed || editor.problems.length > 0 ? 1 : 0
