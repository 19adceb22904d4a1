import type { ChangeStamp } from '../../document/changes/change-marks.ts'
import type { WriteState } from './write-state.ts'
import { xml } from './xml-write.ts'

type Change = Pick<ChangeStamp, 'kind' | 'author' | 'date'>

/** Word does not open a change without an author. */
const UNKNOWN_AUTHOR = 'Unknown'

const attributes = ({ author, date }: Change, state: WriteState) => ({
  'w:id': state.revisionId(),
  'w:author': author || UNKNOWN_AUTHOR,
  'w:date': date,
})

/** Runs as a tracked change: around words that were inserted or deleted. */
export const trackedRuns = (change: Change, runs: string, state: WriteState): string =>
  xml(change.kind === 'insertion' ? 'w:ins' : 'w:del', attributes(change, state), runs)

/** The sign, in the properties of a paragraph's end or of a row, that it was inserted or deleted. */
export const trackedSign = (change: Change, state: WriteState): string =>
  xml(change.kind === 'insertion' ? 'w:ins' : 'w:del', attributes(change, state))
