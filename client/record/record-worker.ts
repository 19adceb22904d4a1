import { RecordReader } from '../../shared/record/history/record-reader.ts'
import { unpackRecordPage } from '../../shared/record/record-pack.ts'
import { jsonInPieces } from './json-in-pieces.ts'
import type { RecordOverview, RecordQuestion, RecordReply } from './record-requests.ts'

const reader = new RecordReader()
const names = new Map<string, string>()

function answer(question: RecordQuestion): unknown {
  switch (question.kind) {
    case 'add':
      return add(question.bytes)
    case 'overview':
      return overview()
    case 'textAt':
      return reader.textAt(question.seq)
    case 'compare':
      return reader.compare(question.from, question.to)
    case 'attribution':
      return reader.attribution(question.live)
    case 'seenUpTo':
      return reader.seenUpTo(question.clocks)
  }
}

function add(bytes: Uint8Array): number | null {
  const page = unpackRecordPage(bytes)
  if (!page.ok) return null
  for (const [id, name] of page.value.names) if (name !== '') names.set(id, name)
  reader.add(page.value.entries)
  return reader.head
}

function overview(): RecordOverview {
  const entries = Array.from({ length: reader.head }, (_, index) => reader.entry(index + 1))
  return {
    head: reader.head,
    sittings: reader.sittings(),
    clauses: reader.clauses(),
    authors: entries.map(entry => entry?.authorId ?? ''),
    times: entries.map(entry => entry?.at ?? 0),
    names,
    clocks: reader.clocks(),
  }
}

const WHOLE_TEXTS: ReadonlySet<RecordQuestion['kind']> = new Set(['textAt', 'compare', 'attribution'])

function reply(id: number, question: RecordQuestion): RecordReply {
  try {
    const value = answer(question)
    return WHOLE_TEXTS.has(question.kind) ? { id, json: jsonInPieces(value) } : { id, value }
  } catch (error) {
    return { id, error: String(error) }
  }
}

addEventListener('message', ({ data }: MessageEvent<{ id: number; question: RecordQuestion }>) =>
  postMessage(reply(data.id, data.question)),
)
