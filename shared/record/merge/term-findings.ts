import type { DocumentJson } from '../../document/document-json.ts'
import { compareDecimals } from '../../terms/decimal.ts'
import { entryName, type Names, namesOf, PROSE, valueInWords } from '../../terms/diff/entry-words.ts'
import { subjectOf } from '../../terms/diff/subject-words.ts'
import { type TermEntry, termEntries } from '../../terms/diff/term-entries.ts'
import { extractTerms } from '../../terms/extract-terms.ts'
import type { Terms } from '../../terms/terms.ts'
import type { TermFinding } from './merge-finding.ts'
import type { View } from './merge-sides.ts'

type Views = Readonly<Record<View, ReadonlyMap<string, TermEntry>>>

/**
 * Terms that the merge left with another value than one of the sides saw: each is named and has to be acknowledged. A term that
 * one side added is no change of a value; one that was there before and is gone is.
 */
export function termFindings(read: (view: View) => DocumentJson): readonly TermFinding[] {
  const terms = (view: View) => extractTerms(read(view), '')
  const all = { base: terms('base'), mine: terms('mine'), theirs: terms('theirs'), merged: terms('merged') }
  const views: Views = {
    base: byId(all.base),
    mine: byId(all.mine),
    theirs: byId(all.theirs),
    merged: byId(all.merged),
  }
  const names = namesOf([all.merged, all.mine, all.theirs, all.base])
  const found: TermFinding[] = []
  for (const [key, merged] of views.merged) {
    for (const name of Object.keys(merged.fields)) {
      const change = changeOf(views, key, name, merged, names)
      if (change) found.push(change)
    }
  }
  for (const [key, base] of views.base) {
    if (views.merged.has(key) || (!views.mine.has(key) && !views.theirs.has(key))) continue
    found.push(removed(views, key, base, names))
  }
  return found
}

const byId = (terms: Terms): ReadonlyMap<string, TermEntry> =>
  new Map(
    termEntries(terms)
      .filter(({ list }) => list !== 'clauses')
      // A block that stands twice is a finding of its own; the first one is the term here.
      .toReversed()
      .map(entry => [`${entry.list}:${entry.id}`, entry]),
  )

function changeOf(
  views: Views,
  key: string,
  name: string,
  merged: TermEntry,
  names: Names,
): TermFinding | null {
  const [mine, theirs] = [views.mine.get(key), views.theirs.get(key)]
  if (!mine || !theirs) return null
  const value = (entry: TermEntry | undefined) => entry?.fields[name] ?? null
  const changed = [mine, theirs].filter(entry => !same(value(entry), value(merged)))
  // Prose that one side changed is what arrived, in words; a value is named.
  if (changed.length === 0 || (PROSE.has(name) && changed.length < 2)) return null
  const words = (entry: TermEntry | undefined) => {
    const own = value(entry)
    // Who acknowledges a value must see all of it.
    return entry && own !== null ? valueInWords(entry, name, own, names, Number.POSITIVE_INFINITY) : null
  }
  return {
    kind: 'term',
    id: `term:${key}:${name}`,
    blockId: merged.blockId,
    subject: subjectOf(merged, name, names),
    base: words(views.base.get(key)),
    mine: words(mine),
    theirs: words(theirs),
    merged: words(merged),
  }
}

function removed(views: Views, key: string, base: TermEntry, names: Names): TermFinding {
  const words = (entry: TermEntry | undefined) => (entry ? entryName(entry, names) : null)
  return {
    kind: 'term',
    id: `term:${key}`,
    blockId: base.blockId,
    subject: entryName(base, names),
    base: words(base),
    mine: words(views.mine.get(key)),
    theirs: words(views.theirs.get(key)),
    merged: null,
  }
}

const same = (a: string | null, b: string | null) =>
  a === b || (a !== null && b !== null && compareDecimals(a, b) === 0)
