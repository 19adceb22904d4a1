import type { NodeJson } from '../../document/document-json.ts'
import { textOf } from '../../document/document-json.ts'

/** A number that somebody typed in front of a clause. `length` counts its characters with the space behind it. */
export interface TypedNumber {
  readonly parts: readonly number[]
  readonly length: number
}

const NUMBER =
  /^\s*(?:(?:section|article|clause)\s+)?(\d{1,2}(?:\.\d{1,2}){0,5})(\.|\)|:|(?=\s))[\s\u00a0]*(?=\S)/i

/** The number at the start of a text; null where there is none, or where it reads like a quantity ("30 days"). */
export function typedNumber(text: string, isHeading: boolean): TypedNumber | null {
  const match = NUMBER.exec(text)
  if (!match) return null
  const [whole, digits = '', sign = ''] = match
  const parts = digits.split('.').map(Number)
  if (parts.length === 1 && sign === '' && !isHeading && !/^\s*(?:section|article|clause)\b/i.test(whole))
    return null
  return { parts, length: whole.length }
}

/** Follows typed numbers through a text: 1, 1.1, 1.2, 2. One that is not the next in line is a quantity or a reference. */
export class NumberSequence {
  #last: readonly number[] = []

  /** Whether the number is next, and then counts it. */
  takes(parts: readonly number[]): boolean {
    if (!this.#follows(parts)) return false
    this.#last = parts
    return true
  }

  #follows(parts: readonly number[]): boolean {
    const last = this.#last
    const depth = parts.length
    if (depth > last.length + 1) return false
    const above = parts.slice(0, -1)
    if (above.some((value, index) => value !== last[index])) return false
    return parts[depth - 1] === (last[depth - 1] ?? 0) + 1
  }
}

/** Running text without its first characters. */
export function withoutStart(content: readonly NodeJson[], length: number): readonly NodeJson[] {
  let left = length
  return content.flatMap(node => {
    if (left === 0) return [node]
    const text = textOf(node)
    if (text.length <= left) {
      left -= text.length
      return []
    }
    const rest = { ...node, text: text.slice(left) }
    left = 0
    return [rest]
  })
}
