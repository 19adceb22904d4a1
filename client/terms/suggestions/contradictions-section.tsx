import { UnstyledButton } from '@mantine/core'
import { memo, useMemo } from 'react'
import {
  type ContradictionPlace,
  factContradictions,
  shareContradictions,
} from '../../../shared/terms/contradictions.ts'
import type { NameOf } from '../../../shared/terms/readable-text.ts'
import type { Suggestion } from '../../../shared/terms/suggest/suggestions.ts'
import type { FactTerm, ShareTableTerm } from '../../../shared/terms/terms.ts'
import { TERM_KIND_WORDS } from '../../../shared/terms/words.ts'
import { PanelSection } from '../panel-section.tsx'
import panel from '../terms-panel.module.css'
import { Warning } from '../warning.tsx'
import { withKeys } from '../with-keys.ts'
import classes from './suggestions.module.css'

interface ContradictionsProps {
  readonly facts: readonly FactTerm[]
  readonly shares: readonly ShareTableTerm[]
  readonly suggestions: readonly Suggestion[] | null
  readonly nameOf: NameOf
  readonly onJump: (blockId: string, suggestionId?: string) => void
}

const identified = (place: ContradictionPlace) => ({
  ...place,
  id: `${place.fact?.id ?? place.blockId} ${place.words}`,
})

/** What cannot all be right, confirmed or only found, with a way to each place. Nothing where the text agrees with itself. */
export const ContradictionsSection = memo(function ContradictionsSection(props: ContradictionsProps) {
  const { facts, shares, suggestions, nameOf, onJump } = props
  const found = useMemo(
    () => [...factContradictions([...facts, ...(suggestions ?? [])]), ...shareContradictions(shares, nameOf)],
    [facts, shares, suggestions, nameOf],
  )
  if (found.length === 0) return null
  return (
    <PanelSection title="Contradictions" count={found.length} empty="">
      <ul className={panel.list}>
        {found.map(({ message, advice, places }) => (
          <li key={`${message} ${places.at(-1)?.blockId}`} className={classes.contradiction}>
            <Warning>{message}</Warning>
            <span className={panel.more}>{advice}</span>
            <ul className={classes.places} aria-label="The places">
              {withKeys(places.map(identified)).map(({ key, entry: { blockId, words, fact } }) => (
                <li key={key}>
                  <UnstyledButton
                    className={classes.place}
                    onClick={() => onJump(blockId, fact?.state === 'proposed' ? fact.id : undefined)}
                  >
                    <span className={panel.label}>
                      {fact ? TERM_KIND_WORDS[fact.kind] : 'Share'}
                      {fact?.state === 'proposed' && ', not confirmed'}
                    </span>
                    <span>{words}</span>
                    {fact && <span className={panel.prose}>{fact.sentence}</span>}
                  </UnstyledButton>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </PanelSection>
  )
})
