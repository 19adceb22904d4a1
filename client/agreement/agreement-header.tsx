import { ActionIcon, Button, Tooltip } from '@mantine/core'
import {
  IconArrowLeft,
  IconLayoutSidebar,
  IconLayoutSidebarRight,
  IconShieldCheck,
  IconUserPlus,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { AgreementSession } from '../session/agreement-session.ts'
import { SchemeMenu } from '../shell/scheme-menu.tsx'
import { StatusMark } from '../shell/status-mark.tsx'
import classes from './agreement-page.module.css'
import type { Standing } from './agreement-standing.ts'
import type { Panel } from './frame/use-panel.ts'
import { SaveStatus } from './save-status.tsx'
import { TitleField } from './title-field.tsx'

interface AgreementHeaderProps {
  readonly session: AgreementSession
  readonly fallbackTitle: string
  readonly standing: Standing
  readonly editable: boolean
  /** Null where a view stands in the place of the text, which has no panels beside it. */
  readonly panels: { readonly outline: Panel; readonly aside: Panel } | null
  readonly presence: ReactNode
  readonly exports: ReactNode
  readonly onShare: () => void
  readonly onSeal: () => void
}

const icon = { size: 18, stroke: 1.6 } as const

export const AgreementHeader = (props: AgreementHeaderProps) => (
  <header className={classes.header}>
    <div className={classes.left}>
      <Tooltip label="All agreements">
        <ActionIcon
          className={classes.back}
          variant="subtle"
          color="gray"
          size="lg"
          component={Link}
          to="/"
          aria-label="All agreements"
        >
          <IconArrowLeft {...icon} />
        </ActionIcon>
      </Tooltip>
      {props.panels && (
        <div className={classes.outlineButton}>
          <PanelButton panel={props.panels.outline} label="Outline" icon={<IconLayoutSidebar {...icon} />} />
        </div>
      )}
    </div>
    <div className={classes.identity}>
      <TitleField session={props.session} fallback={props.fallbackTitle} editable={props.editable} />
      <div className={classes.facts}>
        <StatusMark status={props.standing.status} version={props.standing.version} />
        <SaveStatus session={props.session} />
      </div>
      <div className={classes.presence}>{props.presence}</div>
    </div>
    <div className={classes.actions}>
      <div className={classes.roomy}>
        <SchemeMenu />
      </div>
      <div className={classes.exports}>{props.exports}</div>
      <Button
        variant="default"
        className={`${classes.worded} ${classes.share}`}
        leftSection={<IconUserPlus size={16} stroke={1.7} aria-hidden />}
        onClick={props.onShare}
      >
        Share
      </Button>
      <MainAction {...props} />
      {props.panels && (
        <div className={classes.asideButton}>
          <PanelButton
            panel={props.panels.aside}
            label="Side panel"
            icon={<IconLayoutSidebarRight {...icon} />}
          />
        </div>
      )}
    </div>
  </header>
)

const PanelButton = ({ panel, label, icon }: { panel: Panel; label: string; icon: ReactNode }) => (
  <Tooltip label={panel.shown ? `Hide the ${label.toLowerCase()}` : `Show the ${label.toLowerCase()}`}>
    <ActionIcon
      variant={panel.shown ? 'light' : 'subtle'}
      color="gray"
      size="lg"
      aria-label={label}
      aria-pressed={panel.shown}
      onClick={panel.toggle}
    >
      {icon}
    </ActionIcon>
  </Tooltip>
)

/** The one next step: seal a draft, sign what is sealed, see what is signed. */
function MainAction({ standing, onSeal, session }: AgreementHeaderProps) {
  const shield = <IconShieldCheck size={16} stroke={1.7} aria-hidden />
  if (standing.status === 'draft')
    return standing.maySeal ? (
      <Button className={`${classes.worded} ${classes.next}`} leftSection={shield} onClick={onSeal}>
        Seal and sign
      </Button>
    ) : null
  if (!standing.version) return null
  const to = `/agreements/${session.agreementId}/versions/${standing.version.number}`
  return (
    <Button className={`${classes.worded} ${classes.next}`} leftSection={shield} component={Link} to={to}>
      {standing.status === 'signed' ? 'Signed file' : standing.maySign ? 'Read and sign' : 'Read version'}
    </Button>
  )
}
