import type { XmlElement } from '../xml.ts'
import { elementsOf } from '../xml.ts'

/** Footnotes and endnotes: each reference in the text gets the next number, and the note comes at the end under it. */
export class NoteBook {
  readonly #notes = new Map<string, XmlElement>()
  readonly #used: XmlElement[] = []
  readonly #first: number

  /** `first` is the number to begin with: bracketed numbers that the text has already must not be met again. */
  constructor(footnotes: XmlElement | null, endnotes: XmlElement | null, first: number) {
    this.#first = first
    for (const [kind, part] of [
      ['w:footnoteReference', footnotes],
      ['w:endnoteReference', endnotes],
    ] as const) {
      for (const note of elementsOf(part)) {
        const type = note.attrs['w:type'] ?? 'normal'
        if (type === 'normal') this.#notes.set(`${kind} ${note.attrs['w:id'] ?? ''}`, note)
      }
    }
  }

  /** The number in the text, or null where the file has no such note. */
  reference(kind: string, id: string): number | null {
    const note = this.#notes.get(`${kind} ${id}`)
    if (!note) return null
    this.#used.push(note)
    return this.#first + this.#used.length - 1
  }

  /** The notes that were referred to, with their numbers. */
  used(): readonly { readonly number: number; readonly note: XmlElement }[] {
    return this.#used.map((note, index) => ({ number: this.#first + index, note }))
  }
}
