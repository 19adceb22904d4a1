import { Button, CloseButton } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './banners.module.css'
import type { Banner, BannerAction } from './decide-banners.ts'

const ICONS = {
  info: IconInfoCircle,
  ok: IconCircleCheck,
  warn: IconAlertTriangle,
  danger: IconAlertTriangle,
}

interface BannersProps {
  readonly banners: readonly Banner[]
  readonly onAction: (action: BannerAction) => void
  readonly onDismiss: (banner: Banner) => void
}

export const Banners = ({ banners, onAction, onDismiss }: BannersProps): ReactNode =>
  banners.map(banner => {
    const Icon = ICONS[banner.tone]
    return (
      <div
        key={banner.id}
        className={classes.banner}
        data-tone={banner.tone}
        role={banner.tone === 'danger' ? 'alert' : 'status'}
      >
        <Icon size={18} stroke={1.7} aria-hidden="true" />
        <p className={classes.text}>{banner.text}</p>
        {banner.actions.map(action => (
          <Button key={action.label} size="compact-sm" variant="default" onClick={() => onAction(action)}>
            {action.label}
          </Button>
        ))}
        {banner.dismissible && (
          <CloseButton size="sm" aria-label="Hide this note" onClick={() => onDismiss(banner)} />
        )}
      </div>
    )
  })
