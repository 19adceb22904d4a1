/** How much of a Word file is read. Real agreements stay far below; what is beyond is refused before it can fill a memory. */
export const WORD_LIMITS = {
  /** The file itself. */
  fileBytes: 25 * 1024 * 1024,
  /** Its parts unpacked, all together: a "zip bomb" is a small file that unpacks to gigabytes. */
  unpackedBytes: 120 * 1024 * 1024,
  entries: 4000,
  /** Nested elements of XML; Word's own stay below 100. */
  depth: 400,
  elements: 3_000_000,
  /** Milliseconds that reading may take before whoever waits gives up. */
  milliseconds: 30_000,
} as const
