import { useEffect, useState } from 'react'
import type { Sitting } from '../../shared/record/history/sittings.ts'
import { authorOf } from '../record/people-of-record.ts'
import type { RecordOverview } from '../record/record-requests.ts'
import classes from './history.module.css'
import { timeWords } from './moments.ts'

interface MomentSliderProps {
  readonly overview: RecordOverview
  readonly sitting: Sitting
  /** The entry after which the text is shown. */
  readonly onChoose: (seq: number) => void
}

/** While somebody drags, only what they stop at is read. */
const REST_MS = 150

/** Any moment within a sitting: after each of its changes. Nothing where it is one change. */
export function MomentSlider({ overview, sitting, onChoose }: MomentSliderProps) {
  const { fromSeq, toSeq } = sitting
  const [seq, setSeq] = useState(toSeq)
  useEffect(() => {
    const timer = setTimeout(onChoose, REST_MS, seq)
    return () => clearTimeout(timer)
  }, [seq, onChoose])
  if (fromSeq === toSeq) return null
  const author = authorOf(overview, seq)
  const words = `after change ${seq - fromSeq + 1} of ${toSeq - fromSeq + 1}${author ? `, ${author.name}, ${timeWords(author.at)}` : ''}`
  return (
    <label className={classes.moments}>
      <span>Moment: {words}</span>
      <input
        type="range"
        min={fromSeq}
        max={toSeq}
        value={seq}
        aria-label="Moment"
        aria-valuetext={words}
        onChange={event => setSeq(Number(event.currentTarget.value))}
      />
    </label>
  )
}
