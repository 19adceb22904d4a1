import { Button, UnstyledButton } from '@mantine/core'
import { memo, useLayoutEffect, useRef, useState } from 'react'
import type { Suggestion } from '../../../shared/terms/suggest/suggestions.ts'
import { factInWords, TERM_KIND_WORDS } from '../../../shared/terms/words.ts'
import { PanelSection } from '../panel-section.tsx'
import panel from '../terms-panel.module.css'
import type { SuggestedTerms } from './suggested-terms.ts'
import classes from './suggestions.module.css'

/** More at once is a wall: the others wait behind a button. */
const SHOWN = 20

/** What the text seems to state, each to be confirmed or dismissed. An answer leads on to the next one. */
export const SuggestionsSection = memo(function SuggestionsSection(props: SuggestedTerms) {
  const { list, dismissed, mayDismiss, bringBack } = props
  const [all, setAll] = useState(false)
  const answered = useRef<number | null>(null)
  const listRef = useRef<HTMLUListElement>(null)
  // The entry that was answered is gone, and the focus with it: it goes to the one in its place.
  useLayoutEffect(() => {
    const at = answered.current
    if (at === null || list === null) return
    answered.current = null
    const entries = listRef.current?.querySelectorAll<HTMLElement>('[data-first]')
    entries?.[Math.min(at, entries.length - 1)]?.focus()
  }, [list])
  if (list === null || (list.length === 0 && dismissed === 0)) return null
  const shown = all ? list : list.slice(0, SHOWN)
  const answer = (index: number, act: (suggestion: Suggestion) => void) => (suggestion: Suggestion) => {
    answered.current = index
    act(suggestion)
  }
  return (
    <PanelSection
      title="Found in the text"
      count={list.length}
      empty="Everything that was found is answered."
    >
      <ul className={panel.list} ref={listRef}>
        {shown.map((suggestion, index) => (
          <Entry
            key={suggestion.id}
            {...props}
            suggestion={suggestion}
            confirm={answer(index, props.confirm)}
            dismiss={answer(index, props.dismiss)}
          />
        ))}
      </ul>
      <div className={classes.foot}>
        {shown.length < list.length && (
          <Button size="compact-sm" variant="subtle" onClick={() => setAll(true)}>
            Show all {list.length}
          </Button>
        )}
        {dismissed > 0 && mayDismiss && (
          <Button size="compact-sm" variant="subtle" onClick={bringBack}>
            Bring back the {dismissed} dismissed
          </Button>
        )}
      </div>
    </PanelSection>
  )
})

interface EntryProps extends SuggestedTerms {
  readonly suggestion: Suggestion
}

function Entry({ suggestion, mayConfirm, mayDismiss, confirm, dismiss, show }: EntryProps) {
  const kind = TERM_KIND_WORDS[suggestion.kind]
  const value = factInWords(suggestion.value) ?? suggestion.text
  const first = { 'data-first': '' }
  return (
    <li className={classes.entry}>
      <UnstyledButton
        className={classes.show}
        onClick={() => show(suggestion)}
        title={`Found by: ${suggestion.rule}`}
        {...(mayConfirm || mayDismiss ? {} : first)}
      >
        <span className={panel.label}>{kind}</span>
        <span className={panel.value}>{value}</span>
        <span className={panel.sentence}>{suggestion.sentence}</span>
      </UnstyledButton>
      <div className={classes.answers}>
        {mayConfirm && (
          <Button
            size="compact-xs"
            variant="light"
            aria-label={`Confirm ${kind}: ${value}`}
            onClick={() => confirm(suggestion)}
            {...first}
          >
            Confirm
          </Button>
        )}
        {mayDismiss && (
          <Button
            size="compact-xs"
            variant="subtle"
            aria-label={`Dismiss ${kind}: ${value}, for everyone`}
            onClick={() => dismiss(suggestion)}
            {...(mayConfirm ? {} : first)}
          >
            Dismiss
          </Button>
        )}
      </div>
    </li>
  )
}
