import { Skeleton, Stack, VisuallyHidden } from '@mantine/core'
import { useMemo } from 'react'
import { partyNames } from '../../shared/terms/readable-text.ts'
import type { Terms } from '../../shared/terms/terms.ts'
import { DefinitionsSection } from './definitions-section.tsx'
import { ObligationsSection, ReviewsSection, RolesSection } from './duties-sections.tsx'
import { FactsSection } from './facts-section.tsx'
import { KpisSection } from './kpis-section.tsx'
import { PartiesSection } from './parties-section.tsx'
import { SharesSection } from './shares-section.tsx'
import { StepsSection } from './steps-section.tsx'
import { ContradictionsSection } from './suggestions/contradictions-section.tsx'
import type { SuggestedTerms } from './suggestions/suggested-terms.ts'
import { SuggestionsSection } from './suggestions/suggestions-section.tsx'
import classes from './terms-panel.module.css'

interface TermsPanelProps {
  /** Null while they are read for the first time. */
  readonly terms: Terms | null
  readonly suggested: SuggestedTerms
  readonly onJump: (blockId: string, suggestionId?: string) => void
}

/** The terms of the text as one list by kind. Each entry leads to the block that states it. */
export function TermsPanel({ terms, suggested, onJump }: TermsPanelProps) {
  const parties = terms?.parties
  const nameOf = useMemo(() => partyNames(parties ?? []), [parties])
  if (terms === null) return <Reading />
  return (
    <div className={classes.panel}>
      <VisuallyHidden>Each entry leads to its place in the text.</VisuallyHidden>
      <ContradictionsSection
        facts={terms.facts}
        shares={terms.shares}
        suggestions={suggested.list}
        nameOf={nameOf}
        onJump={onJump}
      />
      <SuggestionsSection {...suggested} />
      <PartiesSection list={terms.parties} onJump={onJump} />
      <SharesSection list={terms.shares} nameOf={nameOf} onJump={onJump} />
      <FactsSection list={terms.facts} onJump={onJump} />
      <StepsSection list={terms.steps} nameOf={nameOf} onJump={onJump} />
      <KpisSection list={terms.kpis} nameOf={nameOf} onJump={onJump} />
      <ObligationsSection list={terms.obligations} nameOf={nameOf} onJump={onJump} />
      <RolesSection list={terms.roles} nameOf={nameOf} onJump={onJump} />
      <ReviewsSection list={terms.reviews} onJump={onJump} />
      <DefinitionsSection list={terms.facts} onJump={onJump} />
    </div>
  )
}

function Reading() {
  return (
    <Stack className={classes.panel} gap="sm" p="md" aria-busy>
      <VisuallyHidden>The terms are being read.</VisuallyHidden>
      {['40%', '80%', '65%', '75%'].map(width => (
        <Skeleton key={width} height={14} width={width} />
      ))}
    </Stack>
  )
}
