import { memo } from 'react'
import type { PartyTerm } from '../../shared/terms/terms.ts'
import { JumpEntry } from './jump-entry.tsx'
import { PanelSection } from './panel-section.tsx'
import type { SectionProps } from './section-props.ts'
import classes from './terms-panel.module.css'
import { Warning } from './warning.tsx'
import { withKeys } from './with-keys.ts'

/** Who signs. */
export const PartiesSection = memo(function PartiesSection({ list, onJump }: SectionProps<PartyTerm>) {
  return (
    <PanelSection
      title="Parties"
      count={list.length}
      empty="Nobody signs yet. Add each organisation as a party."
    >
      <ul className={classes.list}>
        {withKeys(list).map(({ key, entry: party }) => (
          <JumpEntry key={key} blockId={party.blockId} onJump={onJump}>
            <span className={classes.main}>{party.name || 'A party without a name'}</span>
            {(party.shortName || party.kind) && (
              <span className={classes.more}>{[party.shortName, party.kind].filter(Boolean).join(', ')}</span>
            )}
            {!party.name && <Warning>Write the full name of the organisation.</Warning>}
          </JumpEntry>
        ))}
      </ul>
    </PanelSection>
  )
})
