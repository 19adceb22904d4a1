import { notifications } from '@mantine/notifications'
import type { ProblemFix } from '../../shared/terms/readiness/problem.ts'
import { ReadinessPanel } from '../readiness/readiness-panel.tsx'
import { applyFix } from './apply-fix.ts'
import type { WorkspaceParts } from './frame/workspace-parts.ts'

/** Readiness beside the text that it is about, so that its fixes can be carried out. */
export function ReadinessTab(parts: WorkspaceParts) {
  const { editor, session, terms, editable, waivers, onJump } = parts
  if (terms === null) return null
  const fix = (wanted: ProblemFix) => {
    const shown = editor && applyFix(editor, session, terms, wanted)
    if (shown) onJump(shown)
    else
      notifications.show({
        message: 'The text has changed here meanwhile. Look at it again.',
        color: 'warn',
      })
  }
  return (
    <ReadinessPanel
      problems={parts.problems}
      clauses={terms.clauses}
      editable={editable && editor !== null}
      reasons={waivers.reasons}
      onJump={onJump}
      onFix={fix}
      onReason={waivers.setReason}
    />
  )
}
