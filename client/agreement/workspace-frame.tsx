import { type ReactNode, useCallback, useEffect, useState } from 'react'
import { useLocation } from 'react-router'
import type { AgreementSession } from '../session/agreement-session.ts'
import { SkipLink } from '../shell/skip-link.tsx'
import { focusContentIfLost, MAIN_ID } from '../shell/use-page.ts'
import { AgreementHeader } from './agreement-header.tsx'
import classes from './agreement-page.module.css'
import type { Standing } from './agreement-standing.ts'
import { SidePanel } from './side-panel.tsx'
import { usePanel } from './use-panels.ts'

interface WorkspaceFrameProps {
  readonly session: AgreementSession
  readonly fallbackTitle: string
  readonly standing: Standing
  readonly editable: boolean
  readonly presence: ReactNode
  readonly exports: ReactNode
  readonly banners: ReactNode
  readonly outline: (onJump: (blockId: string) => void) => ReactNode
  readonly terms: (onJump: (blockId: string) => void) => ReactNode
  readonly text: ReactNode
  /** Shows a block of the text. */
  readonly onJump: (blockId: string) => void
  readonly onShare: () => void
  readonly onSeal: () => void
}

/** The page around the text: header, banners, outline to the left, terms to the right. */
export function WorkspaceFrame(props: WorkspaceFrameProps) {
  const outline = usePanel('outline')
  const terms = usePanel('terms')
  // What lies over the text must go when it led there, and must not take the focus back from where it led.
  const [landed, setLanded] = useState(false)
  const { onJump } = props
  const { closeDrawer: closeOutline } = outline
  const { closeDrawer: closeTerms } = terms
  const jump = useCallback(
    (blockId: string) => {
      closeOutline()
      closeTerms()
      setLanded(true)
      onJump(blockId)
    },
    [closeOutline, closeTerms, onJump],
  )
  useEffect(() => {
    if (outline.shown || terms.shown) setLanded(false)
  }, [outline.shown, terms.shown])
  // The page announced itself while the text was still being read; what it gave the focus to is gone now.
  const { key } = useLocation()
  useEffect(() => {
    if (key !== 'default') focusContentIfLost()
  }, [key])
  return (
    <div className={classes.page}>
      <SkipLink />
      <AgreementHeader
        session={props.session}
        fallbackTitle={props.fallbackTitle}
        standing={props.standing}
        editable={props.editable}
        outline={outline}
        terms={terms}
        presence={props.presence}
        exports={props.exports}
        onShare={props.onShare}
        onSeal={props.onSeal}
      />
      <div>{props.banners}</div>
      <div className={classes.body}>
        <SidePanel panel={outline} side="left" title="Outline" returnFocus={!landed}>
          {props.outline(jump)}
        </SidePanel>
        <main id={MAIN_ID} tabIndex={-1} className={classes.main}>
          {props.text}
        </main>
        <SidePanel panel={terms} side="right" title="Terms" returnFocus={!landed}>
          {props.terms(jump)}
        </SidePanel>
      </div>
    </div>
  )
}
