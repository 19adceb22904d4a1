import { type NodeJson, textOf } from '../../document/document-json.ts'

/** Longer than this no clause is called. */
const MAX_TITLE = 120

/**
 * The title that runs into a clause's text ("**Payment.** The customer pays…"): the words at the start that stand out, up to the
 * sign behind them. Without such a start, or without text behind it, the whole paragraph is the title.
 */
export function splitTitle(
  content: readonly NodeJson[],
): readonly [title: readonly NodeJson[], rest: readonly NodeJson[]] {
  const whole = [content, []] as const
  const end = content.findIndex(node => !standsOut(node))
  if (end <= 0) return whole
  const title = content.slice(0, end)
  const titleText = title.map(textOf).join('').trim()
  if (titleText === '' || titleText.length > MAX_TITLE) return whole
  const [next, ...rest] = content.slice(end)
  if (next?.type !== 'text') return whole
  // The sign that ends the title often does not stand out with it.
  const sign = /[.:]\s*$/.test(titleText) ? '' : (/^\s*[.:]/.exec(next.text ?? '')?.[0] ?? null)
  if (sign === null) return whole
  const after = (next.text ?? '').slice(sign.length).replace(/^\s+/, '')
  const follows = [...(after === '' ? [] : [{ ...next, text: after }]), ...rest]
  if (follows.map(textOf).join('').trim() === '') return whole
  const last = title.at(-1)
  const closed =
    last?.type === 'text'
      ? [...title.slice(0, -1), { ...last, text: `${last.text ?? ''}${sign.trim()}`.trimEnd() }]
      : title
  return [closed, follows]
}

const EMPHASIS: ReadonlySet<string> = new Set(['bold', 'underline'])

const standsOut = (node: NodeJson) =>
  node.type === 'text' && (node.marks ?? []).some(mark => EMPHASIS.has(mark.type))

/** A title is set off as a whole; emphasis on all of it says nothing. */
export function withoutEmphasis(content: readonly NodeJson[]): readonly NodeJson[] {
  const isAll = (type: string) =>
    content.every(
      node =>
        node.type !== 'text' ||
        !/\w/.test(node.text ?? '') ||
        node.marks?.some(mark => mark.type === type) === true,
    )
  const all = [...EMPHASIS].filter(isAll)
  if (all.length === 0) return content
  return content.map(node => {
    const marks = (node.marks ?? []).filter(mark => !all.includes(mark.type))
    const { marks: _before, ...rest } = node
    return marks.length > 0 ? { ...rest, marks } : rest
  })
}
