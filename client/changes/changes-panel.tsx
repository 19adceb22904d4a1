import { Button, Group, Modal, Text } from '@mantine/core'
import type { Editor } from '@tiptap/core'
import { type KeyboardEvent, useState } from 'react'
import type { ProposedChange } from '../../shared/document/changes/changes-of.ts'
import type { Thread } from '../../shared/document/threads.ts'
import { KIND_WORDS, whoAndWhen, wordsOf } from './change-words.ts'
import classes from './changes-panel.module.css'
import { settleInEditor } from './settle-in-editor.ts'
import { ThreadItem } from './thread-item.tsx'

interface ChangesPanelProps {
  readonly changes: readonly ProposedChange[]
  readonly threads: readonly Thread[]
  /** Null until the text is shown. */
  readonly editor: Editor | null
  readonly editable: boolean
  readonly onJump: (blockId: string) => void
  /** Shows the words that a comment is about. */
  readonly onShowThread: (threadId: string) => void
  readonly onResolve: (threadId: string, resolved: boolean) => void
}

type Decision = 'accept' | 'reject'

/** What others propose to change, and what they say about the words: each decided on with one key, and undone like any edit. */
export function ChangesPanel(props: ChangesPanelProps) {
  const { changes, threads, editor, editable } = props
  const [asking, setAsking] = useState<Decision | null>(null)
  const mayDecide = editable && editor !== null
  const decide = (decision: Decision, id: string | null) => {
    if (editor && mayDecide) settleInEditor(editor, other => (id === null || other === id ? decision : null))
  }
  const open = threads.filter(({ resolved }) => !resolved)
  const settled = threads.filter(({ resolved }) => resolved)
  if (changes.length === 0 && threads.length === 0)
    return (
      <p className={classes.empty}>
        Nothing is proposed. Tracked changes and comments of an imported Word file wait here until you decide
        on them.
      </p>
    )
  return (
    <div className={classes.panel}>
      {changes.length > 0 && (
        <section aria-label="Proposed changes">
          <div className={classes.head}>
            <h3>{changes.length === 1 ? '1 proposed change' : `${changes.length} proposed changes`}</h3>
            {mayDecide && (
              <Group gap={6}>
                <Button size="compact-xs" variant="default" onClick={() => setAsking('accept')}>
                  Accept all
                </Button>
                <Button size="compact-xs" variant="default" onClick={() => setAsking('reject')}>
                  Reject all
                </Button>
              </Group>
            )}
          </div>
          {mayDecide && (
            <p className={classes.hint}>
              On a change, <kbd>A</kbd> accepts and <kbd>R</kbd> rejects; the arrows go on.
            </p>
          )}
          <ul className={classes.list}>
            {changes.map(change => (
              <ChangeItem
                key={change.id}
                change={change}
                mayDecide={mayDecide}
                onDecide={decision => decide(decision, change.id)}
                onShow={() => props.onJump(change.blockId)}
              />
            ))}
          </ul>
        </section>
      )}
      {threads.length > 0 && (
        <section aria-label="Comments">
          <div className={classes.head}>
            <h3>{open.length === 1 ? '1 open comment' : `${open.length} open comments`}</h3>
          </div>
          <ul className={classes.list}>
            {[...open, ...settled].map(thread => (
              <ThreadItem
                key={thread.id}
                thread={thread}
                onShow={() => props.onShowThread(thread.id)}
                onResolve={() => props.onResolve(thread.id, !thread.resolved)}
              />
            ))}
          </ul>
        </section>
      )}
      <Modal
        opened={asking !== null}
        onClose={() => setAsking(null)}
        title={asking === 'reject' ? 'Reject every proposed change?' : 'Accept every proposed change?'}
      >
        <Text size="sm">
          {changes.length === 1 ? 'One change is' : `${changes.length} changes are`} carried out at once, for
          everyone. Undo takes all of it back in one step.
        </Text>
        <Group justify="flex-end" mt="lg">
          <Button variant="default" onClick={() => setAsking(null)}>
            Cancel
          </Button>
          <Button
            data-autofocus
            onClick={() => {
              if (asking) decide(asking, null)
              setAsking(null)
            }}
          >
            {asking === 'reject' ? 'Reject all' : 'Accept all'}
          </Button>
        </Group>
      </Modal>
    </div>
  )
}

interface ChangeItemProps {
  readonly change: ProposedChange
  readonly mayDecide: boolean
  readonly onDecide: (decision: Decision) => void
  readonly onShow: () => void
}

function ChangeItem({ change, mayDecide, onDecide, onShow }: ChangeItemProps) {
  /** The item goes with the decision: the next one takes the focus, or the one before it. */
  const decideAt = (item: HTMLElement, decision: Decision) => {
    const next = item.nextElementSibling ?? item.previousElementSibling
    next?.querySelector<HTMLElement>('button')?.focus()
    onDecide(decision)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLLIElement>) => {
    const item = event.currentTarget
    const key = event.key.toLowerCase()
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (mayDecide && (key === 'a' || key === 'r')) decideAt(item, key === 'a' ? 'accept' : 'reject')
    else if (key === 'arrowdown') item.nextElementSibling?.querySelector<HTMLElement>('button')?.focus()
    else if (key === 'arrowup') item.previousElementSibling?.querySelector<HTMLElement>('button')?.focus()
    else return
    event.preventDefault()
  }
  return (
    <li className={classes.item} onKeyDown={onKeyDown}>
      <button type="button" className={classes.show} onClick={onShow}>
        <span className={classes.kind} data-kind={change.kind}>
          {KIND_WORDS[change.kind]}
        </span>
        <span className={classes.words} data-kind={change.kind} dir="auto">
          {wordsOf(change)}
        </span>
        <span className={classes.who}>{whoAndWhen(change)}</span>
      </button>
      {mayDecide && (
        <Group gap={6} className={classes.actions}>
          <Button
            size="compact-xs"
            onClick={event => {
              const item = event.currentTarget.closest('li')
              if (item) decideAt(item, 'accept')
            }}
          >
            Accept
          </Button>
          <Button
            size="compact-xs"
            variant="default"
            onClick={event => {
              const item = event.currentTarget.closest('li')
              if (item) decideAt(item, 'reject')
            }}
          >
            Reject
          </Button>
        </Group>
      )}
    </li>
  )
}
