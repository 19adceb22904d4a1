import { type RefObject, useCallback, useEffect } from 'react'

export interface Steps {
  readonly next: () => void
  readonly previous: () => void
}

/**
 * Steps through the clauses of a redline that changed: each gets the focus in turn, round and round. N and P do so from wherever the
 * focus is, but where one writes or chooses.
 */
export function useSteps(frame: RefObject<HTMLElement | null>): Steps {
  const step = useCallback(
    (by: 1 | -1) => {
      const changed = [
        ...(frame.current?.querySelectorAll<HTMLElement>('section[data-change]:not([data-change=same])') ??
          []),
      ]
      const at = changed.findIndex(section => section.contains(document.activeElement))
      const from = at < 0 && by < 0 ? 0 : at
      const target = changed[(from + by + changed.length) % Math.max(1, changed.length)]
      target?.focus({ preventScroll: true })
      target?.scrollIntoView({ block: 'start' })
    },
    [frame],
  )
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { target, key } = event
      const isWriting =
        target instanceof Element && target.closest('input, textarea, select, [contenteditable=true]')
      if (isWriting || event.ctrlKey || event.metaKey || event.altKey || (key !== 'n' && key !== 'p')) return
      event.preventDefault()
      step(key === 'n' ? 1 : -1)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [step])
  return { next: () => step(1), previous: () => step(-1) }
}
