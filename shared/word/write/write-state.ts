import type { ObjectNames } from '../../document/object-view.ts'
import type { Thread } from '../../document/threads.ts'
import type { OwnObject } from '../read/parley-parts.ts'

/** A list of the text: how it counts, and from where, at which level. */
export interface ListNumber {
  readonly bullet: boolean
  readonly format: string
  readonly start: number
  readonly level: number
}

/** What all parts of the writer gather while one file is written. */
export class WriteState {
  readonly names: ObjectNames
  /** Addresses of links, by the place in this list. */
  readonly links: string[] = []
  readonly lists: ListNumber[] = []
  readonly objects: Record<string, OwnObject> = {}
  readonly #threads: ReadonlyMap<string, number>
  readonly #left: Map<string, number>
  readonly #begun = new Set<string>()
  #revisions = 0
  #objects = 0

  /** `uses` counts the pieces of text that each comment covers. */
  constructor(names: ObjectNames, threads: readonly Thread[], uses: ReadonlyMap<string, number>) {
    this.names = names
    this.#threads = new Map(threads.map(({ id }, index) => [id, index]))
    this.#left = new Map(uses)
  }

  revisionId(): number {
    this.#revisions += 1
    return this.#revisions
  }

  linkId(href: string): string {
    const known = this.links.indexOf(href)
    return `rLink${known < 0 ? this.links.push(href) : known + 1}`
  }

  /** The `w:numId` of a new list; 1 is the clauses'. */
  listId(list: ListNumber): number {
    return this.lists.push(list) + 1
  }

  /** Keeps an object's attributes beside the text; gives the tag by which it is found again. */
  keep(type: string, object: OwnObject): string {
    this.#objects += 1
    const tag = `${type}:${this.#objects}`
    this.objects[tag] = object
    return tag
  }

  /** Which comments begin before the next piece of text that they cover, and which end after it. */
  comments(ids: readonly string[]): { readonly starts: readonly number[]; readonly ends: readonly number[] } {
    const starts: number[] = []
    const ends: number[] = []
    for (const id of ids) {
      const number = this.#threads.get(id)
      if (number === undefined) continue
      if (!this.#begun.has(id)) starts.push(number)
      this.#begun.add(id)
      const left = (this.#left.get(id) ?? 1) - 1
      this.#left.set(id, left)
      if (left === 0) ends.push(number)
    }
    return { starts, ends }
  }
}
