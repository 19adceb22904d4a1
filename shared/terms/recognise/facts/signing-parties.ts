import type { Stretch } from '../text/sentences.ts'
import { hasLegalForm, isPartyName } from './party-name.ts'

const TAIL = 9000
const SIGNED = /(?:By|BY|Per|Signed|Signature):/g

/** Organisations above a line to sign, for an agreement whose opening names nobody. */
export function signingParties(plain: string): (Stretch & { readonly name: string })[] {
  const from = Math.max(0, plain.length - TAIL)
  const found: (Stretch & { readonly name: string })[] = []
  for (const match of plain.slice(from).matchAll(SIGNED)) {
    const before = plain.slice(Math.max(0, from + match.index - 110), from + match.index).trimEnd()
    const name = capitalsAtEnd(before)
    const start = plain.lastIndexOf(name, from + match.index)
    if (!isPartyName(name) || !hasLegalForm(name) || found.some(other => other.name === name)) continue
    found.push({ name, start, end: start + name.length })
  }
  return found
}

/** The run of words with capitals at the end of a text; in one line with what stands before, this is the name. */
function capitalsAtEnd(text: string): string {
  const words = text.slice(text.lastIndexOf('\n') + 1).split(' ')
  let first = words.length
  while (
    first > 0 &&
    /^(?:[A-Z(&]|of$|and$)/.test(words[first - 1] ?? '') &&
    !/[:_;]$/.test(words[first - 1] ?? '')
  )
    first -= 1
  return words
    .slice(first)
    .join(' ')
    .replace(/^(?:(?:of|and) )+/, '')
    .replace(/,$/, '')
}
