import { useEffect } from 'react'
import { useLocation } from 'react-router'

export const MAIN_ID = 'main'

/**
 * What each page does on arrival: names the tab, and after a change of page moves the focus to its content, so that a keyboard or
 * a screen reader does not stay on the link of a page that is gone. The first page of a visit leaves the focus to the browser.
 */
export function usePage(title: string): void {
  const { key } = useLocation()
  useEffect(() => {
    document.title = title === 'Parley' ? title : `${title} · Parley`
  }, [title])
  useEffect(() => {
    if (key === 'default') return
    window.scrollTo(0, 0)
    focusContent()
  }, [key])
}

/** Moves the focus to the page's heading, else to its content. */
export function focusContent(): void {
  const main = document.getElementById(MAIN_ID)
  const heading = main?.querySelector<HTMLElement>('h1[tabindex="-1"]')
  ;(heading ?? main)?.focus({ preventScroll: true })
}

/** The same where what had the focus is gone: a placeholder that was replaced, a row that was removed. */
export function focusContentIfLost(): void {
  if (document.activeElement === document.body || document.activeElement === null) focusContent()
}
