import { NavLink } from 'react-router'
import classes from './view-nav.module.css'
import { VIEWS } from './views.tsx'

/** Between the text and what can be seen in its place. */
export const ViewNav = ({ agreementId }: { readonly agreementId: string }) =>
  VIEWS.length === 0 ? null : (
    <nav className={classes.nav} aria-label="Views of the agreement">
      <NavLink end className={classes.view ?? ''} to={`/agreements/${agreementId}`}>
        Text
      </NavLink>
      {VIEWS.map(view => (
        <NavLink key={view.id} className={classes.view ?? ''} to={`/agreements/${agreementId}/${view.id}`}>
          {view.label}
        </NavLink>
      ))}
    </nav>
  )
