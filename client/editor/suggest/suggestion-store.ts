import type { Icon } from '@tabler/icons-react'

export interface SuggestionItem {
  readonly id: string
  readonly label: string
  readonly icon: Icon
}

/** An open list of suggestions: what it offers, which is chosen, and where the caret is. */
export interface OpenSuggestions {
  readonly title: string
  readonly items: readonly SuggestionItem[]
  readonly selected: number
  readonly caret: () => DOMRect | null
  readonly choose: (item: SuggestionItem) => void
}

/** Carries the list from the editor's plugin to the component that shows it. */
export class SuggestionStore {
  #open: OpenSuggestions | null = null
  readonly #listeners = new Set<() => void>()

  readonly get = (): OpenSuggestions | null => this.#open

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  show(open: OpenSuggestions | null): void {
    this.#open = open
    for (const listener of this.#listeners) listener()
  }

  select(selected: number): void {
    if (this.#open) this.show({ ...this.#open, selected })
  }

  /** Arrow keys move, Enter and Tab take the chosen one; false for a key that means nothing here. */
  press(key: string): boolean {
    const open = this.#open
    if (!open || open.items.length === 0) return false
    const count = open.items.length
    if (key === 'ArrowDown') this.select((open.selected + 1) % count)
    else if (key === 'ArrowUp') this.select((open.selected + count - 1) % count)
    else if (key === 'Enter' || key === 'Tab') {
      const item = open.items[open.selected]
      if (item) open.choose(item)
    } else return false
    return true
  }
}
