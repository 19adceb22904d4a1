import type { Thread } from '../../document/threads.ts'
import { run } from './runs.ts'
import { val, wordPart, xml } from './xml-write.ts'

interface Entry {
  readonly number: number
  readonly author: string
  readonly date: string | null
  readonly text: string
  readonly paraId: string
  readonly parentParaId: string | null
  readonly resolved: boolean
}

const paraIdOf = (number: number) => (0x10000000 + number).toString(16).toUpperCase()

/** Threads keep the numbers of their places; answers are numbered behind them. */
function entriesOf(threads: readonly Thread[]): readonly Entry[] {
  let next = threads.length
  return threads.flatMap(({ author, date, text, resolved, replies }, number) => [
    { number, author, date, text, paraId: paraIdOf(number), parentParaId: null, resolved },
    ...replies.map(reply => {
      const own = next
      next += 1
      return { ...reply, number: own, paraId: paraIdOf(own), parentParaId: paraIdOf(number), resolved }
    }),
  ])
}

const W14 = 'http://schemas.microsoft.com/office/word/2010/wordml'
const W15 = 'http://schemas.microsoft.com/office/word/2012/wordml'

const initials = (author: string) =>
  author
    .split(/\s+/)
    .map(name => [...name][0] ?? '')
    .join('')
    .slice(0, 4)

/** `word/comments.xml`: a comment or answer each, a paragraph per line of it. */
export function commentsPart(threads: readonly Thread[]): string {
  const comments = entriesOf(threads).map(({ number, author, date, text, paraId }) => {
    const lines = text.split('\n')
    const paragraphs = lines.map((line, index) =>
      xml(
        'w:p',
        index === lines.length - 1 ? { 'xmlns:w14': W14, 'w14:paraId': paraId } : {},
        xml('w:pPr', {}, val('w:pStyle', 'CommentText')),
        run(line, []),
      ),
    )
    return xml(
      'w:comment',
      { 'w:id': number, 'w:author': author || 'Unknown', 'w:date': date, 'w:initials': initials(author) },
      ...paragraphs,
    )
  })
  return wordPart('w:comments', ...comments)
}

/** `word/commentsExtended.xml`: which comment answers which, and which are settled. */
export function commentsExtendedPart(threads: readonly Thread[]): string {
  const entries = entriesOf(threads).map(({ paraId, parentParaId, resolved }) =>
    xml('w15:commentEx', {
      'w15:paraId': paraId,
      'w15:paraIdParent': parentParaId,
      'w15:done': resolved ? 1 : 0,
    }),
  )
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${xml('w15:commentsEx', { 'xmlns:w15': W15 }, ...entries)}`
}
