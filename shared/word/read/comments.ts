import type { MarkJson } from '../../document/document-json.ts'
import type { Thread } from '../../document/threads.ts'
import { elementsOf, type XmlElement, xmlText } from '../xml.ts'

interface Entry {
  readonly wordId: string
  readonly threadId: string
  readonly author: string
  readonly date: string | null
  readonly text: string
  readonly paraId: string
  placed: boolean
}

/** The comments of a file: which are open where the reader stands, and the threads that they make. */
export class CommentBook {
  readonly #entries = new Map<string, Entry>()
  readonly #parents = new Map<string, string>()
  readonly #resolved = new Set<string>()
  readonly #open = new Set<Entry>()

  constructor(comments: XmlElement | null, extended: XmlElement | null, newId: () => string) {
    for (const comment of elementsOf(comments).filter(({ name }) => name === 'w:comment')) {
      const wordId = comment.attrs['w:id'] ?? ''
      const lines = elementsOf(comment).filter(({ name }) => name === 'w:p')
      this.#entries.set(wordId, {
        wordId,
        threadId: newId(),
        author: (comment.attrs['w:author'] ?? '').trim().slice(0, 200),
        date: comment.attrs['w:date'] ?? null,
        text: lines
          .map(line => lineText(line))
          .join('\n')
          .trim(),
        paraId: lines.at(-1)?.attrs['w14:paraId'] ?? '',
        placed: false,
      })
    }
    for (const { attrs } of elementsOf(extended)) {
      const paraId = attrs['w15:paraId'] ?? ''
      if (attrs['w15:paraIdParent']) this.#parents.set(paraId, attrs['w15:paraIdParent'])
      if (['1', 'true'].includes(attrs['w15:done'] ?? '')) this.#resolved.add(paraId)
    }
  }

  get size(): number {
    return this.#entries.size
  }

  start(wordId: string): void {
    const entry = this.#entries.get(wordId)
    if (entry && !this.#parentOf(entry)) this.#open.add(entry)
  }

  end(wordId: string): void {
    const entry = this.#entries.get(wordId)
    if (entry) this.#open.delete(entry)
  }

  /** The marks for words read now. */
  marks(): MarkJson[] {
    return [...this.#open].map(entry => {
      entry.placed = true
      return { type: 'comment', attrs: { id: entry.threadId } }
    })
  }

  /** The mark of a comment that hangs on a point and covers no words; null when it has covered some, or is an answer. */
  pointMark(wordId: string): MarkJson | null {
    const entry = this.#entries.get(wordId)
    if (!entry || entry.placed || this.#parentOf(entry)) return null
    entry.placed = true
    return { type: 'comment', attrs: { id: entry.threadId } }
  }

  threads(): readonly Thread[] {
    const all = [...this.#entries.values()]
    return all
      .filter(entry => !this.#parentOf(entry))
      .map(entry => ({
        id: entry.threadId,
        author: entry.author,
        date: entry.date,
        text: entry.text,
        resolved: this.#resolved.has(entry.paraId),
        replies: all
          .filter(other => this.#parentOf(other) === entry)
          .map(({ author, date, text }) => ({ author, date, text })),
      }))
  }

  /** Comments without a place in the text. */
  unplaced(): readonly string[] {
    return [...this.#entries.values()]
      .filter(entry => !entry.placed && !this.#parentOf(entry))
      .map(({ text }) => text)
  }

  /** Word keeps one level of answers; an answer to an answer belongs to the first. */
  #parentOf(entry: Entry): Entry | null {
    let paraId = this.#parents.get(entry.paraId)
    for (let steps = 0; paraId !== undefined && steps < 50; steps++) {
      const above = this.#parents.get(paraId)
      if (above === undefined) break
      paraId = above
    }
    if (paraId === undefined) return null
    return [...this.#entries.values()].find(other => other.paraId === paraId && other !== entry) ?? null
  }
}

const lineText = (element: XmlElement): string =>
  elementsOf(element)
    .map(child => {
      if (child.name === 'w:t') return xmlText(child)
      if (child.name === 'w:tab') return '\t'
      if (child.name === 'w:br') return '\n'
      return child.name === 'w:pPr' || child.name === 'w:del' ? '' : lineText(child)
    })
    .join('')
