import { Portal, VisuallyHidden } from '@mantine/core'
import type { Editor } from '@tiptap/core'
import { useEffect, useLayoutEffect, useRef, useSyncExternalStore } from 'react'
import classes from './suggestion-menu.module.css'
import type { OpenSuggestions, SuggestionStore } from './suggestion-store.ts'

const LIST = 'parley-suggestions'
const optionId = (id: string) => `${LIST}-${id}`
const GAP = 6

/** The list under the caret. The caret stays in the text: arrows move through the list, and a screen reader hears where. */
export function SuggestionMenu({ store, editor }: { store: SuggestionStore; editor: Editor }) {
  const open = useSyncExternalStore(store.subscribe, store.get)
  const chosen = open?.items[open.selected]
  useEffect(() => {
    const text = editor.view.dom
    if (!chosen) return
    text.setAttribute('aria-controls', LIST)
    text.setAttribute('aria-activedescendant', optionId(chosen.id))
    return () => {
      text.removeAttribute('aria-controls')
      text.removeAttribute('aria-activedescendant')
    }
  }, [editor, chosen])
  return (
    <>
      <VisuallyHidden role="status">{open ? spoken(open) : ''}</VisuallyHidden>
      {open && (
        <Portal>
          <List open={open} />
        </Portal>
      )}
    </>
  )
}

function spoken({ items, selected, title }: OpenSuggestions): string {
  const item = items[selected]
  return item ? `${item.label}, ${selected + 1} of ${items.length}` : `${title}: nothing found`
}

function List({ open }: { open: OpenSuggestions }) {
  const ref = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const place = () => ref.current && placeAtCaret(ref.current, open.caret())
    place()
    window.addEventListener('scroll', place, true)
    window.addEventListener('resize', place)
    return () => {
      window.removeEventListener('scroll', place, true)
      window.removeEventListener('resize', place)
    }
  }, [open])
  useEffect(() => {
    ref.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  })
  return (
    <div ref={ref} className={classes.menu}>
      <div className={classes.title} aria-hidden>
        {open.title}
      </div>
      <div id={LIST} role="listbox" aria-label={open.title}>
        {open.items.map((item, index) => (
          <div
            key={item.id}
            id={optionId(item.id)}
            role="option"
            tabIndex={-1}
            aria-selected={index === open.selected}
            className={classes.option}
            onMouseDown={event => {
              event.preventDefault()
              open.choose(item)
            }}
          >
            <item.icon size={17} stroke={1.6} aria-hidden />
            {item.label}
          </div>
        ))}
      </div>
      {open.items.length === 0 && <div className={classes.none}>Nothing by that name. Go on writing.</div>}
    </div>
  )
}

function placeAtCaret(menu: HTMLElement, caret: DOMRect | null): void {
  if (!caret) return
  const { width, height } = menu.getBoundingClientRect()
  const below = caret.bottom + GAP + height <= window.innerHeight || caret.top < height + GAP
  menu.style.left = `${Math.max(GAP, Math.min(caret.left, window.innerWidth - width - GAP))}px`
  menu.style.top = `${below ? caret.bottom + GAP : caret.top - height - GAP}px`
}
