import { UnstyledButton } from '@mantine/core'
import { memo } from 'react'
import type { FactTerm } from '../../shared/terms/terms.ts'
import { PanelSection } from './panel-section.tsx'
import type { SectionProps } from './section-props.ts'
import classes from './terms-panel.module.css'
import { withKeys } from './with-keys.ts'

/** Words that the agreement defines. */
export const DefinitionsSection = memo(function DefinitionsSection({ list, onJump }: SectionProps<FactTerm>) {
  const definitions = list.filter(fact => fact.kind === 'definition')
  return (
    <PanelSection
      title="Defined words"
      count={definitions.length}
      empty="No word is defined. Mark a word where it is explained, as a term of the kind “Definition”."
    >
      <ul className={classes.words}>
        {withKeys(definitions).map(({ key, entry: fact }) => (
          <li key={key}>
            <UnstyledButton
              className={classes.word}
              title={fact.sentence}
              onClick={() => onJump(fact.blockId)}
            >
              {fact.value.kind === 'text' ? fact.value.text : fact.text}
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </PanelSection>
  )
})
