/**
 * JSON of a value whose lists are long, item by item. Written in one go a text of two megabytes takes a browser three times as long: it
 * copies what it has so far whenever its room is used up, and once more at the first sign beyond Latin 1.
 */
export function jsonInPieces(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(item => JSON.stringify(item) ?? 'null').join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const fields = Object.entries(value).filter(([, field]) => field !== undefined)
  return `{${fields.map(([name, field]) => `${JSON.stringify(name)}:${jsonInPieces(field)}`).join(',')}}`
}
