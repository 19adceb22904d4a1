import type { ReactNode } from 'react'
import classes from './notice.module.css'

interface NoticeProps {
  readonly title: string
  readonly children: ReactNode
  readonly actions?: ReactNode
  readonly icon?: ReactNode
}

/** One calm message in place of a page's content: nothing here, not found, broken. It says what is true and what to do. */
export const Notice = ({ title, children, actions, icon }: NoticeProps) => (
  <section className={classes.notice}>
    {icon && (
      <div className={classes.icon} aria-hidden="true">
        {icon}
      </div>
    )}
    <h1 className={classes.title} tabIndex={-1}>
      {title}
    </h1>
    <div className={classes.text}>{children}</div>
    {actions && <div className={classes.actions}>{actions}</div>}
  </section>
)
