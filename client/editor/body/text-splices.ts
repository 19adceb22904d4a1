import { diffArrays } from 'diff'
import { simpleDiffString } from 'lib0/diff'

/** `remove` characters at `index` of the old text give way to `insert`. */
export interface Splice {
  readonly index: number
  readonly remove: number
  readonly insert: string
}

/** Above this many words on either side a rewritten line is one change: comparing them would hold up the key. */
const MOST_WORDS = 600
/** Words in a row that must have stayed for a rewritten stretch to count as two: fewer stay by chance. */
const STAYED = 2

/**
 * What turns one line into another, from its end to its beginning, so that the places hold while it is carried out. A stretch that
 * was rewritten here and there leaves the words between alone: what a partner writes between them arrives.
 */
export function textSplices(before: string, after: string): readonly Splice[] {
  const { index, remove, insert } = simpleDiffString(before, after)
  if (remove === 0) return insert === '' ? [] : [atWord(before, { index, remove, insert })]
  const [olds, news] = [wordsIn(before.slice(index, index + remove)), wordsIn(insert)]
  const few =
    Math.min(olds.length, news.length) < STAYED + 2 || Math.max(olds.length, news.length) > MOST_WORDS
  const splices = few ? [{ index, remove, insert }] : byWords(olds, news, index).reverse()
  return splices.map(splice => wholeWords(before, splice))
}

/**
 * A word that is replaced is replaced whole: of two people who replace one word, neither finds letters of the other's inside of
 * theirs.
 */
function wholeWords(before: string, { index, remove, insert }: Splice): Splice {
  if (remove === 0 || insert === '') return { index, remove, insert }
  const head = /^\S/.test(insert) ? (/\S+$/.exec(before.slice(0, index))?.[0] ?? '') : ''
  const tail = /\S$/.test(insert) ? (/^\S+/.exec(before.slice(index + remove))?.[0] ?? '') : ''
  return {
    index: index - head.length,
    remove: head.length + remove + tail.length,
    insert: head + insert + tail,
  }
}

const wordsIn = (text: string): string[] => text.match(/\S+\s*|\s+/g) ?? []

function byWords(olds: string[], news: string[], start: number): Splice[] {
  const splices: Splice[] = []
  let at = start
  let from = start
  let removed = ''
  let inserted = ''
  const close = (to: number) => {
    if (removed !== '' || inserted !== '')
      splices.push({ index: from, remove: removed.length, insert: inserted })
    removed = ''
    inserted = ''
    from = to
  }
  for (const { added, removed: gone, value } of diffArrays(olds, news)) {
    const words = value.join('')
    if (added) inserted += words
    else if (gone) {
      removed += words
      at += words.length
    } else {
      at += words.length
      if (value.length >= STAYED) {
        close(at)
      } else if (removed === '' && inserted === '') from = at
      else {
        removed += words
        inserted += words
      }
    }
  }
  close(at)
  return splices
}

/**
 * An insertion is put in front of the word that it stands before, where letters leave the choice: “cat ” before “car”, not “t ca”
 * inside of it. Only then is it told from a change of the word.
 */
function atWord(before: string, splice: Splice): Splice {
  let { index, insert } = splice
  if (!/\s$/.test(insert.slice(-1)) && !/\s/.test(insert)) return splice
  while (index > 0 && !/\s/.test(before[index - 1] ?? '') && insert.at(-1) === before[index - 1]) {
    insert = `${insert.at(-1)}${insert.slice(0, -1)}`
    index -= 1
  }
  const isAtWord = index === 0 || /\s/.test(before[index - 1] ?? '')
  return isAtWord ? { index, remove: 0, insert } : splice
}
