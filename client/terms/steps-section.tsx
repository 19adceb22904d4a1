import { memo } from 'react'
import type { StepTerm } from '../../shared/terms/terms.ts'
import { whenInWords } from '../../shared/terms/words.ts'
import { JumpEntry } from './jump-entry.tsx'
import { PanelSection } from './panel-section.tsx'
import type { NamingSectionProps } from './section-props.ts'
import classes from './terms-panel.module.css'
import { Warning } from './warning.tsx'
import { withKeys } from './with-keys.ts'

/** The chain of service, hand-over by hand-over. */
export const StepsSection = memo(function StepsSection({
  list,
  nameOf,
  onJump,
}: NamingSectionProps<StepTerm>) {
  return (
    <PanelSection
      title="Chain of service"
      count={list.length}
      empty="No step is described. Add one for each hand-over: who provides it, who receives it, and what is handed over."
    >
      <ol className={classes.list}>
        {withKeys(list).map(({ key, entry: step, number }) => {
          const from = step.providerPartyId ? nameOf(step.providerPartyId) : 'nobody'
          const to =
            step.receiver === 'clients' ? 'clients' : step.receiver ? nameOf(step.receiver) : 'nobody'
          return (
            <JumpEntry key={key} blockId={step.blockId} onJump={onJump}>
              <span className={classes.main}>
                {number}. {from} to {to}
              </span>
              {step.handOver && <span className={classes.prose}>{step.handOver}</span>}
              {step.due && <span className={classes.more}>Due: {whenInWords(step.due)}</span>}
              {!step.providerPartyId && <Warning>Choose the party that provides it.</Warning>}
              {!step.receiver && <Warning>Choose who receives it.</Warning>}
            </JumpEntry>
          )
        })}
      </ol>
    </PanelSection>
  )
})
