import classes from './changes-panel.module.css'

/** How many proposals and comments wait. */
export const ChangesBadge = ({ waiting }: { readonly waiting: number }) =>
  waiting === 0 ? null : (
    <span className={classes.badge}>
      {waiting}
      <span className={classes.hidden}> waiting</span>
    </span>
  )
