import { memo, useMemo } from 'react'
import { TERM_KINDS } from '../../shared/document/node-types.ts'
import type { FactTerm } from '../../shared/terms/terms.ts'
import { factInWords, TERM_KIND_WORDS } from '../../shared/terms/words.ts'
import { factAdvice } from './fact-advice.ts'
import { JumpEntry } from './jump-entry.tsx'
import { PanelSection } from './panel-section.tsx'
import type { SectionProps } from './section-props.ts'
import classes from './terms-panel.module.css'
import { Warning } from './warning.tsx'
import { withKeys } from './with-keys.ts'

/** Dates, periods, amounts and law that are marked in the text, each with its value and its sentence. */
export const FactsSection = memo(function FactsSection({ list, onJump }: SectionProps<FactTerm>) {
  const facts = useMemo(() => byKind(list.filter(fact => fact.kind !== 'definition')), [list])
  return (
    <PanelSection
      title="Dates and facts"
      count={facts.length}
      empty="No term is marked. Select words that state a date, a period, an amount or the governing law, such as “1 April 2027”, and mark them as a term."
    >
      <ul className={classes.list}>
        {withKeys(facts).map(({ key, entry: fact }) => (
          <JumpEntry key={key} blockId={fact.blockId} onJump={onJump}>
            <span className={classes.label}>{TERM_KIND_WORDS[fact.kind]}</span>
            <Value fact={fact} />
            <Sentence fact={fact} />
          </JumpEntry>
        ))}
      </ul>
    </PanelSection>
  )
})

/** Dates first, then periods, law and amounts; within a kind in the order of the text. */
const byKind = (facts: readonly FactTerm[]) =>
  facts.toSorted((a, b) => TERM_KINDS.indexOf(a.kind) - TERM_KINDS.indexOf(b.kind))

function Value({ fact }: { readonly fact: FactTerm }) {
  const value = factInWords(fact.value)
  if (value !== null) return <span className={classes.value}>{value}</span>
  return (
    <>
      <span className={classes.main}>“{fact.text}”</span>
      <Warning>This cannot be read. {factAdvice(fact.kind, fact.text)}</Warning>
    </>
  )
}

/** The sentence with the marked words set off. */
function Sentence({ fact: { sentence, text } }: { readonly fact: FactTerm }) {
  const words = text.replace(/\s+/g, ' ').trim()
  const at = words === '' ? -1 : sentence.indexOf(words)
  if (at < 0) return <span className={classes.sentence}>{sentence}</span>
  return (
    <span className={classes.sentence}>
      {sentence.slice(0, at)}
      <mark>{words}</mark>
      {sentence.slice(at + words.length)}
    </span>
  )
}
