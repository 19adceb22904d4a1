import type { MarkJson, NodeJson } from '../../document/document-json.ts'
import { TERM_KINDS } from '../../document/node-types.ts'
import { assert } from '../../result.ts'

const NOTATION = /\{@(?<party>[a-z]+)\}|\{(?<kind>[a-z-]+): (?<marked>[^{}]+)\}|\*\*(?<bold>[^*]+)\*\*/g

/**
 * The prose of a template: `{@lead}` refers to the party with that key, `{notice-period: six (6) months}` marks what the text
 * states, `**service**` is bold.
 */
export function inline(source: string): NodeJson[] {
  const nodes: NodeJson[] = []
  let at = 0
  for (const match of source.matchAll(NOTATION)) {
    nodes.push(...plain(source.slice(at, match.index)), fromNotation(match.groups ?? {}))
    at = match.index + match[0].length
  }
  const rest = source.slice(at)
  assert(!/[{}]|\*\*/.test(rest), `notation in "${rest}"`)
  return [...nodes, ...plain(rest)]
}

const plain = (text: string): NodeJson[] => (text === '' ? [] : [{ type: 'text', text }])

function fromNotation({ party, kind, marked, bold }: Readonly<Record<string, string | undefined>>): NodeJson {
  if (party !== undefined) return { type: 'partyRef', attrs: { partyId: `party:${party}` } }
  if (bold !== undefined) return text(bold, { type: 'bold' })
  assert(
    TERM_KINDS.some(known => known === kind),
    `unknown kind of term "${kind}"`,
  )
  return text(marked ?? '', { type: 'term', attrs: { kind: kind ?? null } })
}

const text = (text: string, mark: MarkJson): NodeJson => ({ type: 'text', text, marks: [mark] })
