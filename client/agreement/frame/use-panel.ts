import { useLocalStorage, useMediaQuery } from '@mantine/hooks'
import { useCallback, useState } from 'react'

export type PanelName = 'outline' | 'aside'

export interface Panel {
  /** Beside the text, or over it where the screen has no room. */
  readonly place: 'column' | 'drawer'
  readonly shown: boolean
  readonly toggle: () => void
  readonly show: () => void
  /** Takes the drawer away; a column stays. The same function for as long as the page is there. */
  readonly closeDrawer: () => void
}

/** From these widths on there is room for the panel beside a page of readable width. */
const ROOM: Readonly<Record<PanelName, string>> = { outline: '(min-width: 75em)', aside: '(min-width: 62em)' }

/** A panel beside the text is remembered on this device; a drawer over the text never opens by itself. */
export function usePanel(name: PanelName): Panel {
  const hasRoom = useMediaQuery(ROOM[name], true, { getInitialValueInEffect: false })
  const [remembered, setRemembered] = useLocalStorage({
    key: `parley-panel-${name}`,
    defaultValue: true,
    getInitialValueInEffect: false,
  })
  const [drawn, setDrawn] = useState(false)
  const closeDrawer = useCallback(() => setDrawn(false), [])
  const [shown, setShown] = hasRoom ? [remembered, setRemembered] : [drawn, setDrawn]
  return {
    place: hasRoom ? 'column' : 'drawer',
    shown,
    toggle: () => setShown(!shown),
    show: () => setShown(true),
    closeDrawer,
  }
}
