import { Button, CloseButton } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import { useState } from 'react'
import { type Since, SincePanel } from '../history/since-panel.tsx'
import { relativeTime } from '../shell/relative-time.ts'
import classes from './banners.module.css'
import type { WorkspaceParts } from './frame/workspace-parts.ts'

const whenOf = ({ at }: Since) =>
  at === null ? null : `your last visit ${relativeTime(new Date(at).toISOString(), Date.now())}`

export const SinceTab = ({ since }: WorkspaceParts) => <SincePanel since={since} when={whenOf(since)} />

/** Says on arrival that others changed the text meanwhile, and leads to it. */
export function SinceBanner({ since, onShow }: { readonly since: Since; readonly onShow: () => void }) {
  const [hidden, setHidden] = useState(false)
  const count = since.changes?.length ?? 0
  if (hidden || count === 0 || since.current !== null) return null
  return (
    <div className={classes.banner} role="status">
      <IconHistory size={18} stroke={1.7} aria-hidden="true" />
      <p className={classes.text}>
        Since {whenOf(since)}, others changed {count === 1 ? 'one clause' : `${count} clauses`}. F8 steps
        through {count === 1 ? 'it' : 'them'}.
      </p>
      <Button
        size="compact-sm"
        variant="default"
        onClick={() => {
          onShow()
          since.next()
        }}
      >
        Show the changes
      </Button>
      <CloseButton size="sm" aria-label="Hide this note" onClick={() => setHidden(true)} />
    </div>
  )
}
