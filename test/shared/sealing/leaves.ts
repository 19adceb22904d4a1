/** Every leaf of a JSON value, as a path. */
export function leafPaths(value: unknown, path: readonly (string | number)[] = []): (string | number)[][] {
  if (value === null || typeof value !== 'object') return [[...path]]
  return Object.entries(value).flatMap(([key, child]) =>
    leafPaths(child, [...path, Array.isArray(value) ? Number(key) : key]),
  )
}

/** A copy in which the leaf at the path is another value of its type. */
export function withChangedLeaf<T>(value: T, path: readonly (string | number)[]): T {
  const copy = structuredClone(value)
  let holder = copy as Record<string | number, unknown>
  for (const key of path.slice(0, -1)) holder = holder[key] as Record<string | number, unknown>
  const last = path.at(-1) ?? ''
  holder[last] = changed(holder[last])
  return copy
}

const changed = (leaf: unknown): unknown => {
  if (typeof leaf === 'number') return leaf + 1
  if (typeof leaf === 'boolean') return !leaf
  if (typeof leaf !== 'string') return 'x'
  const first = leaf.codePointAt(0) ?? 0
  // One letter becomes its neighbour, so that hex stays hex and an id stays an id wherever that is possible.
  return String.fromCodePoint(first === 0x61 ? 0x62 : 0x61) + leaf.slice(String.fromCodePoint(first).length)
}
