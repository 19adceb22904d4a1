import type { ProposedChange } from '../../shared/document/changes/changes-of.ts'

/** What a change does, in a word or two. */
export const KIND_WORDS: Readonly<Record<ProposedChange['kind'], string>> = {
  insertion: 'Insert',
  deletion: 'Delete',
  move: 'Move here',
}

/** Who proposed it and when, as far as the file says; Word's times carry no place, so the day is what is shown. */
export function whoAndWhen({
  author,
  date,
}: {
  readonly author: string
  readonly date: string | null
}): string {
  const when = date === null ? Number.NaN : Date.parse(date)
  const day = Number.isNaN(when)
    ? null
    : new Date(when).toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric' })
  return [author || 'Somebody', day].filter(part => part !== null).join(', ')
}

/** The words of a change; where only a line's end or a row is concerned, that. */
export const wordsOf = ({ text, kind }: ProposedChange): string =>
  text.trim() === '' ? (kind === 'deletion' ? 'an empty line or row' : 'a new line or row') : text
