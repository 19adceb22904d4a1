import { type MarkJson, type NodeJson, stringAttribute, textOf } from '../document/document-json.ts'
import { TERM_KINDS, type TermKind } from '../document/node-types.ts'
import type { PlacedNode } from './extract-objects.ts'
import { factValue } from './fact-value.ts'
import { isInserted, type NameOf, readableText } from './readable-text.ts'
import { sentenceAround } from './sentence.ts'
import type { FactTerm } from './terms.ts'

/** A place in the text of a block, as offsets count and as a person reads it (references have a name only there). */
interface Place {
  readonly offset: number
  readonly readable: number
}

interface MarkedStretch {
  readonly kind: TermKind
  readonly markId: string | null
  readonly start: Place
  end: Place
  /** What stands there; words that are only proposed are not among them. */
  readonly words: string[]
}

/**
 * The facts that are marked in one block of text. Texts side by side with the same mark are one fact, also across a line break
 * or a reference, which cannot carry the mark. A mark without an id gets the id of its place; a mark of unknown kind is left to
 * the version that knows it.
 */
export function extractFacts({ node, source }: PlacedNode, nameOf: NameOf): FactTerm[] {
  if (!node.content?.some(termMark)) return []
  const stretches = markedStretches(node.content, nameOf)
  const readable = readableText(node, nameOf)
  return stretches.flatMap(({ kind, markId, start, end, words }) => {
    const marked = words.join('')
    if (marked === '') return []
    return {
      ...source,
      id: markId ?? `${source.blockId}:${start.offset}`,
      kind,
      text: marked,
      value: factValue(kind, marked),
      sentence: sentenceAround(readable, start.readable, end.readable),
      start: start.offset,
      end: end.offset,
      state: 'confirmed',
    }
  })
}

function markedStretches(content: readonly NodeJson[], nameOf: NameOf): MarkedStretch[] {
  const stretches: MarkedStretch[] = []
  let interrupted = true
  let start: Place = { offset: 0, readable: 0 }
  let between = ''
  for (const node of content) {
    const end = {
      offset: start.offset + textOf(node).length,
      readable: start.readable + readableText(node, nameOf).length,
    }
    if (node.type === 'text') {
      const mark = termMark(node)
      const kind = mark && knownKind(mark)
      const markId = mark && (stringAttribute(mark, 'id') || null)
      const last: MarkedStretch | undefined = interrupted ? undefined : stretches.at(-1)
      const words = isInserted(node) ? '' : textOf(node)
      if (last && last.kind === kind && last.markId === markId) {
        last.words.push(between, words)
        last.end = end
      } else if (kind) stretches.push({ kind, markId, start, end, words: [words] })
      interrupted = !kind
      between = ''
    } else between += textOf(node)
    start = end
  }
  return stretches
}

const termMark = (node: NodeJson): MarkJson | null => node.marks?.find(mark => mark.type === 'term') ?? null

function knownKind(mark: MarkJson): TermKind | null {
  const kind = stringAttribute(mark, 'kind')
  return TERM_KINDS.find(known => known === kind) ?? null
}
