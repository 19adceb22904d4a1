/** The one value that all readings agree on, or null when there is none or they differ: a fact states one thing. */
export function onlyValue<T extends string>(readings: Iterable<T>): T | null {
  const values = new Set(readings)
  const [first] = values
  return values.size === 1 && first !== undefined ? first : null
}
