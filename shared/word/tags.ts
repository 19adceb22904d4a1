/** Tags of the content controls by which our own files carry what Word has no form for. Word allows 64 characters. */
const PREFIX = 'parley:'

/** The tag of a thing: `parley:kpi:4f…`. */
export const tagOf = (...parts: readonly string[]): string => `${PREFIX}${parts.join(':')}`.slice(0, 64)

/** The parts of a tag of ours, or null for any other. */
export const partsOfTag = (tag: string | null): readonly string[] | null =>
  tag?.startsWith(PREFIX) ? tag.slice(PREFIX.length).split(':') : null

/** Names of styles that mean something when a file of ours comes back, in lower case as the reader sees them. */
export const OWN_STYLES = {
  rule: 'parley rule',
  code: 'parley code',
  filler: 'parley filler',
  codeText: 'parley code text',
} as const

/** Shading of header cells in our files, by which they are known again. */
export const HEADER_FILL = 'F3F1EC'
