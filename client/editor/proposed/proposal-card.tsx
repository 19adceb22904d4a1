import { Button, Kbd } from '@mantine/core'
import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { BubbleMenu } from '@tiptap/react/menus'
import { factInWords, TERM_KIND_WORDS } from '../../../shared/terms/words.ts'
import { shortcutInWords } from '../toolbar/shortcut-words.ts'
import classes from './proposal-card.module.css'
import { activeProposal, confirmProposed } from './proposed-terms.ts'

interface ProposalCardProps {
  readonly editor: Editor
  readonly mayDismiss: boolean
}

/** What the words around the caret seem to state, with the two answers to it. */
export const ProposalCard = (props: ProposalCardProps) => (
  <BubbleMenu
    editor={props.editor}
    pluginKey="proposalCard"
    updateDelay={100}
    shouldShow={({ editor, state, element }) =>
      (editor.isFocused || element.contains(document.activeElement)) && activeProposal(state) !== null
    }
    options={{ placement: 'bottom-start', offset: 8, flip: true, shift: { padding: 8 } }}
  >
    <Card {...props} />
  </BubbleMenu>
)

function Card({ editor, mayDismiss }: ProposalCardProps) {
  const active = useEditorState({ editor, selector: ({ editor }) => activeProposal(editor.state) })
  if (active === null) return null
  const then = (act: () => void) => () => {
    act()
    editor.commands.focus()
  }
  return (
    <fieldset className={classes.card} aria-label="Suggested term">
      <span className={classes.kind}>{TERM_KIND_WORDS[active.kind]}</span>
      <span className={classes.value}>{factInWords(active.value)}</span>
      <div className={classes.actions}>
        {editor.isEditable && (
          <Button size="compact-sm" onClick={then(() => confirmProposed(editor, active))}>
            Confirm
          </Button>
        )}
        {mayDismiss && (
          <Button
            size="compact-sm"
            variant="default"
            onClick={then(() => editor.storage.proposedTerms.dismiss(active))}
          >
            Dismiss
          </Button>
        )}
        <Kbd size="xs" className={classes.key}>
          {shortcutInWords(editor.isEditable ? 'Alt-Enter' : 'Alt-Shift-Enter')}
        </Kbd>
      </div>
    </fieldset>
  )
}
