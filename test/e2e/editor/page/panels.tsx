import '../../../../client/theme/styles.ts'
import { MantineProvider } from '@mantine/core'
import { StrictMode, useState } from 'react'
import { createRoot } from 'react-dom/client'
import * as Y from 'yjs'
import { Outline } from '../../../../client/outline/outline.tsx'
import { TermsPanel } from '../../../../client/terms/terms-panel.tsx'
import { useReading } from '../../../../client/terms/use-reading.ts'
import { cssVariablesResolver, theme } from '../../../../client/theme/theme.ts'
import { must } from '../../../../shared/result.ts'

/** Outline and terms of a live text, side by side: what the tests look at. */
const doc = new Y.Doc()

declare global {
  interface Window {
    /** Applies a Yjs update, as an array of bytes, as if a partner had sent it. */
    receive(update: number[]): void
  }
}
window.receive = update => Y.applyUpdate(doc, new Uint8Array(update))

const NOTHING_FOUND = {
  list: null,
  mayConfirm: false,
  mayDismiss: false,
  dismissed: 0,
  confirm: () => {},
  dismiss: () => {},
  bringBack: () => {},
  show: () => {},
}

function PanelPage() {
  const { terms } = useReading(doc)
  const [current, setCurrent] = useState<string | null>(null)
  return (
    <>
      <main>
        <h1>{terms?.title}</h1>
        <output>{current}</output>
      </main>
      <Outline clauses={terms?.clauses ?? []} currentId={current} onJump={setCurrent} />
      <aside aria-label="Terms">
        <TermsPanel terms={terms} suggested={NOTHING_FOUND} onJump={setCurrent} />
      </aside>
    </>
  )
}

createRoot(must(document.getElementById('root'), 'the page has a root')).render(
  <StrictMode>
    <MantineProvider theme={theme} cssVariablesResolver={cssVariablesResolver}>
      <PanelPage />
    </MantineProvider>
  </StrictMode>,
)
