import type { WaiverReport } from '../../shared/sealing/waiver-report.ts'
import classes from './waiver-list.module.css'

/** What was let stand when a version was sealed, and why: part of what is signed. */
export const WaiverList = ({ waivers }: { readonly waivers: readonly WaiverReport[] }) => (
  <ul className={classes.list}>
    {waivers.map(({ clause, message, reason, waivedBy }, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: two may read alike, and a sealed list never changes
      <li key={index}>
        <span dir="auto">{message}</span>
        {clause !== null && (
          <span className={classes.clause} dir="auto">
            {clause}
          </span>
        )}
        <span className={classes.reason} dir="auto">
          “{reason}” <span className={classes.who}>({waivedBy})</span>
        </span>
      </li>
    ))}
  </ul>
)
