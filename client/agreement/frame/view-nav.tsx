import { NavLink } from 'react-router'
import classes from './view-nav.module.css'
import { VIEWS } from './views.tsx'
import type { WorkspaceParts } from './workspace-parts.ts'

/** Between the text and what can be seen in its place. */
export const ViewNav = ({ parts }: { readonly parts: WorkspaceParts }) =>
  VIEWS.length === 0 ? null : (
    <nav className={classes.nav} aria-label="Views of the agreement">
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
