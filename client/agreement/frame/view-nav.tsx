import { useEffect, useRef } from 'react'
import { NavLink, useLocation } from 'react-router'
import classes from './view-nav.module.css'
import { VIEWS } from './views.tsx'
import type { WorkspaceParts } from './workspace-parts.ts'

/** Between the text and what can be seen in its place. */
export function ViewNav({ parts }: { readonly parts: WorkspaceParts }) {
  const nav = useRef<HTMLElement>(null)
  const { pathname } = useLocation()
  // On a phone the row is wider than the screen: where one is, is always seen.
  useEffect(() => {
    if (pathname === '') return
    const showCurrent = () =>
      nav.current
        ?.querySelector('[aria-current=page]')
        ?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    showCurrent()
    // Turning a phone makes it another screen.
    window.addEventListener('resize', showCurrent)
    return () => window.removeEventListener('resize', showCurrent)
  }, [pathname])
  if (VIEWS.length === 0) return null
  return (
    <nav ref={nav} className={classes.nav} aria-label="Views of the agreement">
      <NavLink end className={classes.view ?? ''} to={`/agreements/${parts.agreementId}`}>
        Text
      </NavLink>
      {VIEWS.map(view => (
        <NavLink
          key={view.id}
          className={classes.view ?? ''}
          to={`/agreements/${parts.agreementId}/${view.id}`}
        >
          {view.label}
          {view.Badge && <view.Badge {...parts} />}
        </NavLink>
      ))}
    </nav>
  )
}
