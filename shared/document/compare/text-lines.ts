import type { ClauseTerm } from '../../terms/terms.ts'
import { blockIdAt } from '../block-id.ts'
import { numberClauses } from '../clauses.ts'
import type { DocumentJson, NodeJson } from '../document-json.ts'
import { type ObjectNames, type ObjectView, objectView } from '../object-view.ts'
import { lineText, seqOf } from './line-text.ts'
import type { LineKind, LinePart, TextLine } from './text-line.ts'

type Place = Pick<TextLine, 'blockId' | 'clause'>
type Content = ReturnType<typeof lineText>

/**
 * The text as lines in reading order. Nothing that it holds is left out, whatever block it is in. `clauses` are those of the text, for
 * who has them already.
 */
export function textLines(
  body: DocumentJson,
  names: ObjectNames,
  clauses: readonly ClauseTerm[] = numberClauses(body),
): readonly TextLine[] {
  return new LineReader(names).read(body, clauses)
}

class LineReader {
  readonly #names: ObjectNames
  readonly #lines: TextLine[] = []
  readonly #keys = new Map<string, number>()

  constructor(names: ObjectNames) {
    this.#names = names
  }

  read(body: DocumentJson, clauses: readonly ClauseTerm[]): readonly TextLine[] {
    let heading = 0
    let clause: ClauseTerm | null = null
    for (const [index, block] of (body.content ?? []).entries()) {
      if (block.type === 'heading') clause = clauses[heading++] ?? null
      const place: Place = { blockId: blockIdAt(block, [index]), clause }
      if (block.type === 'heading' && clause)
        this.#add(place, place.blockId, this.#text(block.content), 'heading', clause.level, clause.number)
      else this.#block(block, [index], place, 0, '')
    }
    return this.#lines
  }

  #block(node: NodeJson, path: readonly number[], place: Place, depth: number, label: string): void {
    const key = blockIdAt(node, path)
    const object = objectView(node, this.#names)
    if (object) {
      this.#object(object, node, key, place)
      return
    }
    const below = (depth: number, labelOf: (index: number) => string) => {
      for (const [index, child] of (node.content ?? []).entries())
        this.#block(child, [...path, index], place, depth, labelOf(index))
    }
    switch (node.type) {
      case 'bulletList':
        below(depth + 1, () => '•')
        return
      case 'orderedList': {
        const start = typeof node.attrs?.start === 'number' ? node.attrs.start : 1
        below(depth + 1, index => `${start + index}.`)
        return
      }
      case 'listItem':
        below(depth, index => (index === 0 ? label : ''))
        return
      case 'tableRow':
        this.#add(place, key, this.#cells(node), 'cells', 0, '')
        return
      case 'horizontalRule':
        this.#add(place, key, plain('———', node), 'paragraph', 0, '')
        return
    }
    if (holdsText(node)) {
      const kind = KINDS[node.type] ?? (depth > 0 ? 'item' : 'paragraph')
      this.#add(place, key, this.#text(node.type === 'text' ? [node] : node.content), kind, depth, label)
    } else below(depth, () => label)
  }

  #object(view: ObjectView, node: NodeJson, key: string, place: Place): void {
    const head = plain(view.name === null ? view.label : `${view.label}: ${view.name}`, node)
    this.#add(place, key, head, 'object', 0, '')
    for (const { label, value } of view.fields)
      this.#add(place, `${key}/${label}`, plain(value, node), 'field', 0, label)
    view.lines.forEach(({ label, content }, index) => {
      this.#add(place, `${key}/${label ?? `#${index}`}`, this.#text(content), 'field', 0, label ?? '')
    })
    for (const row of view.shares?.rows ?? []) {
      const figures = [row.percent, row.amount].filter(text => text !== '').join(', ')
      const reason = this.#text(row.reason)
      const share = plain(reason.text === '' ? figures : `${figures}: `, node)
      this.#add(place, `${key}/share/${row.party}`, joined([share, reason]), 'field', 0, row.party)
    }
    if (view.shares) {
      const { percentSum, amountSum } = view.shares
      const sum = [percentSum, amountSum].filter(text => text !== '').join(', ')
      this.#add(place, `${key}/together`, plain(sum, node), 'field', 0, 'Together')
    }
  }

  #cells(row: NodeJson): Content {
    const cells = (row.content ?? []).map(cell => this.#text(cell.content))
    return joined(cells.flatMap((cell, index) => (index === 0 ? [cell] : [plain(' | ', row), cell])))
  }

  #text(content: readonly NodeJson[] | undefined): Content {
    return lineText(content ?? [], this.#names.party)
  }

  #add(
    place: Place,
    key: string,
    { text, parts, format }: Content,
    kind: LineKind,
    level: number,
    label: string,
  ): void {
    const count = (this.#keys.get(key) ?? 0) + 1
    this.#keys.set(key, count)
    this.#lines.push({
      ...place,
      key: count === 1 ? key : `${key}~${count}`,
      kind,
      level,
      label,
      text,
      parts,
      format: `${kind}${level}${format}`,
    })
  }
}

const KINDS: Readonly<Record<string, LineKind>> = { codeBlock: 'code', heading: 'paragraph' }

/** A block that holds nothing is an empty line; one that holds only blocks is not a line of its own. */
const holdsText = (node: NodeJson) =>
  node.type === 'text' ||
  node.content === undefined ||
  node.content.some(({ type }) => type === 'text' || type === 'partyRef' || type === 'hardBreak')

/** Words that are read out of attributes: they came with the last change of the object. */
function plain(text: string, node: NodeJson): Content {
  const parts: LinePart[] = text === '' ? [] : [{ text, seq: seqOf(node) }]
  return { text, parts, format: '' }
}

const joined = (contents: readonly Content[]): Content => ({
  text: contents.map(({ text }) => text).join(''),
  parts: contents.flatMap(({ parts }) => parts),
  format: contents.map(({ format }) => format).join(''),
})
