import classes from './skip-link.module.css'
import { MAIN_ID } from './use-page.ts'

export const SkipLink = () => (
  <a href={`#${MAIN_ID}`} className={classes.link}>
    Skip to the content
  </a>
)
