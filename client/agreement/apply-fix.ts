import type { Editor } from '@tiptap/core'
import { readBody } from '../../shared/document/yjs-body.ts'
import { planFix } from '../../shared/terms/readiness/plan-fix.ts'
import type { ProblemFix } from '../../shared/terms/readiness/problem.ts'
import type { Terms } from '../../shared/terms/terms.ts'
import { positionOf } from '../editor/clause-jump.ts'
import { newId } from '../editor/new-id.ts'
import type { AgreementSession } from '../session/agreement-session.ts'

/**
 * Carries a fix out as one step that can be undone; gives the block to look at, null when there was nothing to do: a partner
 * has changed the text meanwhile.
 */
export function applyFix(
  editor: Editor,
  session: AgreementSession,
  terms: Terms,
  fix: ProblemFix,
): string | null {
  const plan = planFix(fix, readBody(session.body), terms, newId)
  if (plan === null) return null
  const { state, view } = editor
  const { tr, schema } = state
  const find = (blockId: string) => {
    const pos = positionOf(tr.doc, blockId)
    const node = pos === null ? null : tr.doc.nodeAt(pos)
    return pos === null || node === null ? null : { pos, end: pos + node.nodeSize }
  }
  if (plan.kind === 'set') {
    for (const { blockId, name, value } of plan.fields) {
      const found = find(blockId)
      if (found) tr.setNodeAttribute(found.pos, name, value)
    }
  } else if (plan.kind === 'append') {
    const parent = find(plan.parentId)
    if (parent) tr.insert(parent.end - 1, schema.nodeFromJSON(plan.child))
  } else {
    const before = plan.afterBlockId === null ? { end: 0 } : find(plan.afterBlockId)
    if (before)
      tr.insert(
        before.end,
        plan.blocks.map(block => schema.nodeFromJSON(block)),
      )
  }
  if (!tr.docChanged) return null
  view.dispatch(tr)
  return plan.showBlockId
}
