import { type KeyboardEvent, type ReactNode, useId } from 'react'
import classes from './panel-tabs.module.css'

/** One tab and what it shows. */
export interface PanelTab {
  readonly id: string
  readonly label: string
  readonly badge?: ReactNode
  readonly content: ReactNode
}

interface PanelTabsProps {
  /** What the tabs are tabs of. */
  readonly name: string
  readonly tabs: readonly PanelTab[]
  readonly openId: string
  readonly onOpen: (id: string) => void
}

/** Tabs above the content of a panel. One stop for the tab key; arrows, Home and End move between them. */
export function PanelTabs({ name, tabs, openId, onOpen }: PanelTabsProps) {
  const base = useId()
  const open = tabs.find(tab => tab.id === openId) ?? tabs[0]
  if (!open) return null
  const tabId = (id: string) => `${base}-${id}`
  const panelId = `${base}-panel`
  return (
    <>
      <div
        className={classes.tabs}
        data-many={tabs.length > 4 || undefined}
        role="tablist"
        aria-label={name}
        onKeyDown={moveFocus}
      >
        {tabs.map(tab => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            id={tabId(tab.id)}
            className={classes.tab}
            aria-selected={tab === open}
            aria-controls={panelId}
            tabIndex={tab === open ? 0 : -1}
            onClick={() => onOpen(tab.id)}
          >
            {tab.label}
            {tab.badge}
          </button>
        ))}
      </div>
      <div
        key={open.id}
        role="tabpanel"
        id={panelId}
        aria-labelledby={tabId(open.id)}
        className={classes.content}
      >
        {open.content}
      </div>
    </>
  )
}

const TARGETS: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowRight: (at, count) => (at + 1) % count,
  ArrowLeft: (at, count) => (at - 1 + count) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
}

function moveFocus(event: KeyboardEvent<HTMLElement>) {
  const target = TARGETS[event.key]
  if (!target) return
  const tabs = [...event.currentTarget.querySelectorAll<HTMLElement>('[role=tab]')]
  const at = tabs.findIndex(tab => tab.matches(':focus'))
  tabs[target(at, tabs.length)]?.focus()
  event.preventDefault()
}
