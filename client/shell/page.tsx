import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { Logo } from './logo.tsx'
import classes from './page.module.css'
import { SchemeMenu } from './scheme-menu.tsx'
import { SkipLink } from './skip-link.tsx'
import { MAIN_ID } from './use-page.ts'

/** The frame of every page but the agreement's: the product's name, what the app puts beside it, and one column of content. */
export const Page = ({ actions, children }: { actions?: ReactNode; children: ReactNode }) => (
  <div className={classes.page}>
    <SkipLink />
    <header className={classes.header}>
      <Link to="/" className={classes.brand}>
        <Logo />
        Parley
      </Link>
      <div className={classes.actions}>
        <SchemeMenu />
        {actions}
      </div>
    </header>
    <main id={MAIN_ID} tabIndex={-1} className={classes.main}>
      {children}
    </main>
    <footer className={classes.footer}>
      <Link to="/verify">Verify a signed file</Link>
    </footer>
  </div>
)
