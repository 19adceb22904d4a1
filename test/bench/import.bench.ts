import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { settleChanges } from '../../shared/document/changes/settle-changes.ts'
import { numberClauses } from '../../shared/document/clauses.ts'
import { type DocumentJson, type NodeJson, textOf, walk } from '../../shared/document/document-json.ts'
import { figure } from '../../shared/word/read/numbering.ts'
import { readDocx } from '../../shared/word/read-docx.ts'

/**
 * Imports every Word file of a folder and holds it against its `expected.json`: the text with all changes accepted and rejected,
 * tracked changes (kind, author, date, words), comments (author, words, anchor), tables cell by cell, footnotes, labels of
 * clauses and lists. Space is compared as one blank; labels without dots and brackets.
 */
interface Expected {
  readonly paragraphs: readonly { readonly text: string; readonly label?: string }[]
  readonly rejected: readonly string[] | null
  readonly changes: readonly {
    readonly kind: string
    readonly author: string
    readonly date: string | null
    readonly text: string
  }[]
  readonly comments: readonly { readonly author: string; readonly text: string; readonly anchor: string }[]
  readonly tables: readonly (readonly (readonly string[])[])[]
  readonly footnotes: readonly string[]
}

interface Outcome {
  readonly part: string
  readonly met: number
  readonly of: number
  readonly misses: readonly string[]
}

const plain = (text: string) => text.replace(/\s+/g, ' ').trim()
const solid = (text: string) => text.replace(/\s+/g, '')
const bare = (label: string) => label.replace(/[().\s]/g, '')

/** Lines of a text, blocks in reading order; notes at the end are not among them. */
function linesOf(node: NodeJson): string[] {
  if (node.type === 'text') return []
  const content = node.content ?? []
  if (content.some(({ type }) => type === 'text' || type === 'hardBreak')) return [textOf(node)]
  return content.flatMap(linesOf)
}

const withoutNotes = (body: DocumentJson): DocumentJson => {
  const at = (body.content ?? []).findLastIndex(({ type }) => type === 'horizontalRule')
  const isNotes = at >= 0 && textOf(body.content?.[at + 1] ?? { type: 'text' }) === 'Notes'
  return isNotes ? { ...body, content: (body.content ?? []).slice(0, at) } : body
}

function compareText(part: string, wanted: readonly string[], body: DocumentJson): Outcome {
  // A note's number stands in the text, where the file has only a sign.
  const whole = solid(linesOf(withoutNotes(body)).join('')).replace(/\[\d+\]/g, '')
  const lines = wanted.map(line => solid(line).replace(/\[\d+\]/g, ''))
  const misses = wanted.filter((_, index) => !whole.includes(lines[index] ?? ''))
  const extra = lines.join('').length
  const same = whole.length === extra ? [] : [`${whole.length} characters for ${extra}`]
  return { part, met: wanted.length - misses.length, of: wanted.length, misses: [...misses, ...same] }
}

/** Words by kind, author and date, in order: Word cuts one change into many runs. */
function compareChanges(wanted: Expected['changes'], body: DocumentJson): Outcome {
  const keyOf = (kind: string, author: unknown, date: unknown) =>
    JSON.stringify([
      kind === 'ins' || kind === 'moveTo' || kind === 'insertion' ? '+' : '-',
      author,
      date ?? null,
    ])
  const expected = new Map<string, string>()
  for (const [index, { kind, author, date, text }] of wanted.entries()) {
    // Words that were deleted from what was moved away are listed as both; they go once.
    const next = wanted[index + 1]
    if (kind === 'del' && next?.kind === 'moveFrom' && next.text.includes(text)) continue
    const key = keyOf(kind, author, date)
    expected.set(key, (expected.get(key) ?? '') + text)
  }
  const found = new Map<string, string>()
  walk(body, node => {
    for (const { type, attrs } of node.marks ?? [])
      if (type === 'insertion' || type === 'deletion') {
        const key = keyOf(type, attrs?.author, attrs?.date)
        found.set(key, (found.get(key) ?? '') + (node.text ?? ''))
      }
  })
  const misses = [...expected]
    .filter(([key, text]) => solid(found.get(key) ?? '') !== solid(text))
    .map(([key]) => key)
  const added = [...found.keys()].filter(key => !expected.has(key))
  const missed = wanted.filter(({ kind, author, date }) => misses.includes(keyOf(kind, author, date))).length
  return { part: 'changes', met: wanted.length - missed, of: wanted.length, misses: [...misses, ...added] }
}

/** The words of each cell, those of a table inside it after its own. */
const cellsOf = (table: NodeJson): string[] =>
  (table.content ?? [])
    .flatMap(row => row.content ?? [])
    .flatMap(cell => {
      const own = (cell.content ?? []).filter(({ type }) => type !== 'table')
      const inner = (cell.content ?? []).filter(({ type }) => type === 'table')
      return [solid(own.flatMap(linesOf).join('')), ...inner.flatMap(cellsOf)]
    })

function compareTables(wanted: Expected['tables'], accepted: DocumentJson): Outcome {
  const tables: string[][] = []
  walk(accepted, node => {
    if (node.type !== 'table') return
    tables.push(cellsOf(node))
  })
  const full = wanted.filter(table => table.length > 0)
  const misses = full.flatMap((table, index) => {
    const cells = (rows: readonly (readonly string[])[]) =>
      rows
        .flat()
        .map(solid)
        .filter(cell => cell !== '')
        .join('|')
    return (tables[index] ?? []).filter(cell => cell !== '').join('|') === cells(table)
      ? []
      : [`table ${index + 1}`]
  })
  return { part: 'tables', met: full.length - misses.length, of: full.length, misses }
}

/** Labels as Parley shows them: a clause's number, an item's place in its list. */
function labelsOf(body: DocumentJson): { label: string; text: string }[] {
  const numbers = numberClauses(body).values()
  const found: { label: string; text: string }[] = []
  const FORMATS: Readonly<Record<string, string>> = {
    a: 'lowerLetter',
    A: 'upperLetter',
    i: 'lowerRoman',
    I: 'upperRoman',
  }
  const visit = (node: NodeJson, isTop: boolean) => {
    if (node.type === 'heading' && isTop)
      found.push({ label: numbers.next().value?.number ?? '', text: textOf(node) })
    if (node.type === 'bulletList' || node.type === 'orderedList') {
      const start = Number(node.attrs?.start ?? 1)
      const format = FORMATS[String(node.attrs?.type)] ?? 'decimal'
      for (const [index, item] of (node.content ?? []).entries())
        found.push({
          label: node.type === 'bulletList' ? '•' : figure(start + index, format),
          text: textOf(item.content?.[0] ?? item),
        })
    }
    for (const child of node.content ?? []) visit(child, false)
  }
  for (const node of body.content ?? []) visit(node, true)
  return found
}

function compareLabels(paragraphs: Expected['paragraphs'], body: DocumentJson): Outcome {
  const left = labelsOf(body)
  const wanted = paragraphs.filter(({ label }) => label !== undefined)
  const misses = wanted.flatMap(({ label = '', text }) => {
    const at = left.findIndex(
      found => found.text !== '' && solid(text).startsWith(solid(found.text).replace(/[.:]$/, '')),
    )
    const [found] = at < 0 ? [] : left.splice(at, 1)
    return found && bare(found.label) === bare(label)
      ? []
      : [`${label} became ${found?.label ?? 'none'}: ${plain(text).slice(0, 40)}`]
  })
  return { part: 'labels', met: wanted.length - misses.length, of: wanted.length, misses }
}

function compareFile(path: string, expected: Expected): readonly Outcome[] {
  let next = 0
  const read = readDocx(readFileSync(path), () => `id${next++}`)
  if (!read.ok) {
    const isEmpty = expected.paragraphs.length === 0
    return [{ part: 'read', met: isEmpty ? 1 : 0, of: 1, misses: isEmpty ? [] : [read.error.kind] }]
  }
  const { title, threads } = read.value
  const titled: NodeJson[] =
    title !== null && expected.paragraphs.some(({ text }) => plain(text) === title)
      ? [{ type: 'paragraph', content: [{ type: 'text', text: title }] }]
      : []
  const body: DocumentJson = { type: 'doc', content: [...titled, ...(read.value.body.content ?? [])] }
  const accepted = settleChanges(body, () => 'accept')
  const anchors = new Map<string, string>()
  walk(body, node => {
    for (const { type, attrs } of node.marks ?? [])
      if (type === 'comment')
        anchors.set(String(attrs?.id), (anchors.get(String(attrs?.id)) ?? '') + (node.text ?? ''))
  })
  const comments = expected.comments.map(comment =>
    threads.some(
      ({ id, author, text }) =>
        author === comment.author &&
        solid(text) === solid(comment.text) &&
        (comment.anchor === '' || solid(anchors.get(id) ?? '') === solid(comment.anchor)),
    )
      ? null
      : `${comment.author}: ${comment.text}`,
  )
  const commentMisses = comments.filter(miss => miss !== null)
  const notes = linesOf(body).map(solid)
  const noteMisses = expected.footnotes.filter(note => !notes.some(line => line.endsWith(solid(note))))
  return [
    compareText(
      'text',
      expected.paragraphs.map(({ text }) => text),
      accepted,
    ),
    ...(expected.rejected
      ? [
          compareText(
            'rejected',
            expected.rejected,
            settleChanges(body, () => 'reject'),
          ),
        ]
      : []),
    compareChanges(expected.changes, body),
    {
      part: 'comments',
      met: comments.length - commentMisses.length,
      of: comments.length,
      misses: commentMisses,
    },
    compareTables(expected.tables, accepted),
    compareLabels(expected.paragraphs, accepted),
    {
      part: 'footnotes',
      met: expected.footnotes.length - noteMisses.length,
      of: expected.footnotes.length,
      misses: noteMisses,
    },
  ]
}

const folders = process.argv.slice(2)
if (folders.length === 0) {
  console.error('Usage: npm run bench:import -- <folder of Word files with an expected.json>…')
  process.exit(1)
}
for (const folder of folders) {
  const expected = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as Record<string, Expected>
  console.log(`\n${folder}`)
  for (const name of readdirSync(folder)
    .filter(file => file.endsWith('.docx'))
    .sort()) {
    const wanted = expected[name]
    if (!wanted) continue
    const start = performance.now()
    const outcomes = compareFile(join(folder, name), wanted)
    const time = Math.round(performance.now() - start)
    const parts = outcomes.filter(({ of, misses }) => of > 0 || misses.length > 0)
    console.log(`  ${name} (${time} ms)`)
    console.log(`    ${parts.map(({ part, met, of }) => `${part} ${met}/${of}`).join('  ')}`)
    for (const { part, misses } of parts)
      for (const miss of misses.slice(0, 6)) console.log(`      ${part}: ${miss.slice(0, 120)}`)
  }
}
