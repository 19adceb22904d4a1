import { IconCircleCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { MergeSection, type MergeSectionProps } from './merge-section.tsx'
import classes from './review.module.css'
import type { ReviewState } from './review-source.ts'

interface ReviewViewProps extends Omit<MergeSectionProps, 'merge' | 'title' | 'names' | 'settled'> {
  readonly state: ReviewState
  readonly titleOf: (by: string) => string
  readonly namesOf: (by: string) => MergeSectionProps['names']
}

/** What merges did to the text, for everybody to see and for those who write it to settle. */
export function ReviewView({ state, titleOf, namesOf, ...rest }: ReviewViewProps) {
  const [all, setAll] = useState(false)
  const open = state.merges.filter(merge => merge.open > 0)
  const settled = state.merges.filter(merge => merge.open === 0)
  const shown = all ? state.merges : open
  return (
    <div className={classes.view}>
      <h1 className={classes.title} tabIndex={-1}>
        Merge review
      </h1>
      <Lead state={state} />
      {shown.map(merge => (
        <MergeSection
          key={merge.key}
          merge={merge}
          title={titleOf(merge.by)}
          names={namesOf(merge.by)}
          settled={state.settled}
          {...rest}
        />
      ))}
      {settled.length > 0 && (
        <button type="button" className={classes.more} onClick={() => setAll(!all)}>
          {all
            ? 'Hide what is settled'
            : `Show ${settled.length === 1 ? 'the merge that is' : `${settled.length} merges that are`} settled`}
        </button>
      )}
    </div>
  )
}

function Lead({ state }: { state: ReviewState }) {
  if (state.open > 0)
    return (
      <p className={classes.lead} role="status">
        {state.open === 1 ? 'One point waits' : `${state.open} points wait`} for a decision. The text is as
        shown under “Merged”; you can go on writing meanwhile. Every partner sees the same list, and who
        settled what.
      </p>
    )
  if (state.busy)
    return (
      <p className={classes.lead} role="status">
        Looking at what the merge did to the text…
      </p>
    )
  return (
    <p className={classes.lead} role="status" data-done={state.merges.length > 0 || undefined}>
      {state.merges.length > 0 ? (
        <>
          <IconCircleCheck size={18} stroke={1.7} aria-hidden /> Everything is settled.
        </>
      ) : (
        'Nothing to review. When changes that somebody made offline meet changes of others, what that did to the text is shown here, clause by clause: nothing that anyone wrote goes missing unseen.'
      )}
    </p>
  )
}
