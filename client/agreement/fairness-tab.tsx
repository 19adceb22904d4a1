import { readTitle } from '../../shared/document/yjs-body.ts'
import { FairnessView } from '../fairness/fairness-view.tsx'
import { fileName, saveFile } from './download.ts'
import type { WorkspaceParts } from './frame/workspace-parts.ts'

/** The fairness ledger of the open text, with its file. */
export default function FairnessTab({ terms, session, onJump }: WorkspaceParts) {
  return (
    <FairnessView
      terms={terms}
      onJump={onJump}
      onExport={csv =>
        saveFile(
          new Blob([csv], { type: 'text/csv' }),
          fileName(`${readTitle(session.body)} fairness`, 'csv'),
        )
      }
    />
  )
}
