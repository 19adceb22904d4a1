import { Skeleton } from '@mantine/core'
import { Delayed } from '../shell/delayed.tsx'
import classes from './library.module.css'

export const LibrarySkeleton = () => (
  <Delayed>
    <div role="status" aria-label="Reading your agreements">
      <Skeleton height={36} width={220} mb={40} />
      {[0, 1, 2].map(row => (
        <div key={row} className={classes.placeholder}>
          <Skeleton height={20} width="45%" mb={10} />
          <Skeleton height={14} width="30%" />
        </div>
      ))}
    </div>
  </Delayed>
)
