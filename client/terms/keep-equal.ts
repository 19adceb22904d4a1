import type { Terms } from '../../shared/terms/terms.ts'

/**
 * The new terms with every list, and every entry of a list, that equals the old one replaced by the old object, so that only
 * what changed is drawn again. The old terms themselves when nothing changed.
 */
export function keepEqual(old: Terms | null, next: Terms): Terms {
  if (old === null) return next
  const kept: Terms = {
    ...next,
    clauses: keepList(old.clauses, next.clauses),
    parties: keepList(old.parties, next.parties),
    shares: keepList(old.shares, next.shares),
    steps: keepList(old.steps, next.steps),
    roles: keepList(old.roles, next.roles),
    obligations: keepList(old.obligations, next.obligations),
    kpis: keepList(old.kpis, next.kpis),
    reviews: keepList(old.reviews, next.reviews),
    facts: keepList(old.facts, next.facts),
  }
  const keys = Object.keys(kept) as (keyof Terms)[]
  return keys.every(key => kept[key] === old[key]) ? old : kept
}

/** The new list with every entry that equals an old one replaced by it; the old list itself when nothing changed. */
export function keepList<T>(old: readonly T[], next: readonly T[]): readonly T[] {
  const known = new Map(old.map(entry => [JSON.stringify(entry), entry]))
  const kept = next.map(entry => known.get(JSON.stringify(entry)) ?? entry)
  return kept.length === old.length && kept.every((entry, index) => entry === old[index]) ? old : kept
}
