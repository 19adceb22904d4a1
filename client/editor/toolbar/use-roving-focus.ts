import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react'

const ITEM = '[data-toolbar-item]'

/**
 * One stop for the Tab key, arrow keys within, Home and End: the pattern of a toolbar. Spread the result on its element;
 * its items carry `data-toolbar-item` and `tabIndex={-1}`.
 */
export function useRovingFocus<T extends HTMLElement>(): {
  ref: RefObject<T | null>
  onKeyDown: (event: KeyboardEvent) => void
  onFocus: (event: { target: EventTarget }) => void
} {
  const ref = useRef<T>(null)
  const items = () => [...(ref.current?.querySelectorAll<HTMLElement>(ITEM) ?? [])]
  const makeStop = (stop: HTMLElement | undefined) => {
    for (const item of items()) item.tabIndex = item === stop ? 0 : -1
  }

  // Items come and go with the selection (table tools): one of them must always be reachable.
  useEffect(() => {
    const all = [...(ref.current?.querySelectorAll<HTMLElement>(ITEM) ?? [])]
    const [first] = all
    if (first && !all.some(item => item.tabIndex === 0)) first.tabIndex = 0
  })

  return {
    ref,
    onFocus: ({ target }) => {
      if (target instanceof HTMLElement && target.matches(ITEM)) makeStop(target)
    },
    onKeyDown: event => {
      const all = items()
      const at = all.indexOf(event.target as HTMLElement)
      if (at < 0) return
      const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: all.length - 1 }[event.key]
      if (to === undefined) return
      event.preventDefault()
      all.at(to % all.length)?.focus()
    },
  }
}
