import type { ChangeKind } from '../../document/changes/change-marks.ts'
import type { MarkJson } from '../../document/document-json.ts'
import type { XmlElement } from '../xml.ts'

/** A tracked change as Word marks it around words, or in the properties of a paragraph or row. */
export interface Revision {
  readonly kind: ChangeKind
  readonly author: string
  readonly date: string | null
  /** The name that both halves of a move share, or null. */
  readonly move: string | null
}

const DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?$/

/** Who and when, as the element states it; a date that is none is null. */
export function revisionOf(element: XmlElement, kind: ChangeKind, move: string | null): Revision {
  const date = element.attrs['w:date'] ?? ''
  return {
    kind,
    author: (element.attrs['w:author'] ?? '').trim().slice(0, 200),
    date: DATE.test(date) ? date : null,
    move,
  }
}

/**
 * Gives tracked changes their ids: what one person changed at one time without a word in between is one change, and so are both
 * halves of a move.
 */
export class Revisions {
  readonly #newId: () => string
  readonly #open = new Map<string, string>()
  readonly #moves = new Map<string, string>()

  constructor(newId: () => string) {
    this.#newId = newId
  }

  id({ kind, author, date, move }: Revision): string {
    const place = move === null ? this.#open : this.#moves
    const key = move === null ? JSON.stringify([kind, author, date]) : move
    const known = place.get(key)
    if (known !== undefined) return known
    const id = this.#newId()
    place.set(key, id)
    return id
  }

  mark(revision: Revision): MarkJson {
    const { kind, author, date, move } = revision
    const id = this.id(revision)
    return {
      type: kind,
      attrs: { id, author, ...(date !== null && { date }), ...(move !== null && { move }) },
    }
  }

  /** Words, or the end of a paragraph, that these changes do not cover: what comes next is another change. */
  end(except: readonly Revision[] = []): void {
    const goesOn = new Set(except.map(({ kind, author, date }) => JSON.stringify([kind, author, date])))
    for (const key of [...this.#open.keys()]) if (!goesOn.has(key)) this.#open.delete(key)
  }
}
