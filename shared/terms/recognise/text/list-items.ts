import { matchesOf } from './matches-of.ts'

/** Before an item of a list: `(a)`, `ii)`, `3.`, a dash or a dot. */
const MARK = /^\s*(?:[-•*+–·◦▪]|\(?(?:[a-z]|[ivx]{1,5}|\d{1,2})[.)])\s+(?=\S)/i
const NEXT = /[;,]\s*(?:(?:and|or)\s+)?(?=\((?:[a-z]|[ivx]{1,5}|\d{1,2})\)\s+\S)/gi

/** Length of the mark with which a text begins like an item of a list; 0 where it does not. */
export const markLength = (text: string): number => MARK.exec(text)?.[0].length ?? 0

/** Whether a text begins with a list that runs on within the line: `(a) …; (b) …`. */
export const listStart = (text: string): boolean => /^\((?:a|i|1)\)\s/i.test(text)

/** The items of such a list without their marks, each with the place where it begins. */
export function listedIn(text: string): { readonly text: string; readonly start: number }[] {
  const starts = [0, ...matchesOf(text, NEXT).map(({ 0: between, index }) => index + between.length)]
  return starts.map((from, index) => {
    const whole = text.slice(from, starts[index + 1])
    const mark = markLength(whole)
    return { text: whole.slice(mark), start: from + mark }
  })
}
