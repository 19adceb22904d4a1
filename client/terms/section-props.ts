import type { NameOf } from '../../shared/terms/readable-text.ts'

/** What each group of the panel gets: its entries, and the way to their place in the text. */
export interface SectionProps<T> {
  readonly list: readonly T[]
  readonly onJump: (blockId: string) => void
}

/** The same for entries that name parties. */
export interface NamingSectionProps<T> extends SectionProps<T> {
  readonly nameOf: NameOf
}
