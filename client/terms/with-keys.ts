/** Each entry with a key that no other has: pieces of one mark, and a copied block until it gets a new id, share theirs. */
export function withKeys<T extends { readonly id: string }>(
  list: readonly T[],
): readonly { readonly key: string; readonly entry: T; readonly number: number }[] {
  const seen = new Map<string, number>()
  return list.map((entry, index) => {
    const count = (seen.get(entry.id) ?? 0) + 1
    seen.set(entry.id, count)
    return { key: count === 1 ? entry.id : `${entry.id}#${count}`, entry, number: index + 1 }
  })
}
