import { blockIdAt } from '../../document/block-id.ts'
import { changesOf } from '../../document/changes/changes-of.ts'
import { clauseOfBlock } from '../../document/clauses.ts'
import { type DocumentJson, type NodeJson, stringAttribute } from '../../document/document-json.ts'
import { placeholdersOf } from '../../document/placeholders.ts'
import type { Terms } from '../terms.ts'
import { changeProblems } from './change-problems.ts'
import { findProblems } from './find-problems.ts'
import { type Problem, problem } from './problem.ts'

/**
 * What must hold, or is worth a look, before a text with these terms is sealed: all that the terms tell (`findProblems`), the
 * gaps left in the text, references that lead nowhere, and changes that nobody decided on. `terms` are those of `body`. Browser and server ask this one
 * function, so what the panel shows is what the seal asks for.
 */
export function readinessOf(body: DocumentJson, terms: Terms): readonly Problem[] {
  const clauses = clauseOfBlock(body)
  return [
    ...findProblems(terms, placeholdersOf(body)),
    ...danglingReferences(body, terms),
    ...changeProblems(changesOf(body)),
  ].map(found => ({
    ...found,
    clauseId: clauses.get(found.blockId ?? '')?.id ?? null,
  }))
}

/** References to parties that were taken out of the text; one problem for each block that holds any. */
function danglingReferences(body: DocumentJson, { parties }: Terms): readonly Problem[] {
  const known = new Set(parties.map(party => party.id))
  const places = new Set<string>()
  const visit = (node: NodeJson, path: readonly number[]) => {
    node.content?.forEach((child, index) => {
      if (child.type === 'partyRef' && !known.has(stringAttribute(child, 'partyId') ?? ''))
        places.add(blockIdAt(node, path))
      else if (child.type !== 'text') visit(child, [...path, index])
    })
  }
  for (const [index, node] of (body.content ?? []).entries()) visit(node, [index])
  return [...places].map(place =>
    problem('reference-to-nobody', place, {
      severity: 'error',
      topic: 'text',
      message: 'The text refers to a party that is not in it.',
      advice: 'Refer to another party, or take the reference out.',
    }),
  )
}
