import '../../../../client/theme/styles.ts'
import { MantineProvider } from '@mantine/core'
import type { Editor } from '@tiptap/core'
import { StrictMode } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { AgreementEditor } from '../../../../client/editor/agreement-editor.tsx'
import { jumpToBlock } from '../../../../client/editor/clause-jump.ts'
import { showProposed } from '../../../../client/editor/proposed/proposed-terms.ts'
import { cssVariablesResolver, theme } from '../../../../client/theme/theme.ts'
import { META_MAP, META_SCHEMA_VERSION, SCHEMA_VERSION } from '../../../../shared/document/node-types.ts'
import { readBody } from '../../../../shared/document/yjs-body.ts'
import type { Suggestion } from '../../../../shared/terms/suggest/suggestions.ts'
import { Workshop } from './workshop.tsx'

/** The editor on a page of its own, with its shared text in the test's hands. */
let session = newSession()
const updates: string[] = []
let editor: Editor | null = null
let root: Root | null = null
/** The KPI that the workshop shows; undefined while the text is shown. */
let workshop: string | null | undefined

function newSession() {
  const body = new Y.Doc({ gc: false })
  body.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== 'remote') updates.push(toBase64(update))
  })
  return {
    body,
    awareness: new Awareness(body),
    isNewerThanClient: () => Number(body.getMap(META_MAP).get(META_SCHEMA_VERSION) ?? 0) > SCHEMA_VERSION,
  }
}

const toBase64 = (bytes: Uint8Array) => btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join(''))
const fromBase64 = (text: string) => Uint8Array.from(atob(text), character => character.charCodeAt(0))

const USER = { id: 'ada', name: 'Ada Lund', color: '#1f78b4' }
const onReady = (ready: Editor) => {
  editor = ready
}
let mayWrite = true

function render(editable: boolean, strict: boolean): void {
  mayWrite = editable
  root ??= createRoot(document.getElementById('root') ?? document.body)
  const page = (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariablesResolver} defaultColorScheme="auto">
      {workshop !== undefined && editor && (
        <main style={{ height: '100dvh', overflow: 'auto' }}>
          <Workshop
            editor={editor}
            doc={session.body}
            editable={editable}
            first={workshop}
            onJump={showText}
          />
        </main>
      )}
      <main
        style={{ height: '100dvh', overflow: 'auto' }}
        {...(workshop === undefined ? {} : { inert: true, 'aria-hidden': true })}
      >
        <AgreementEditor
          session={session}
          editable={editable}
          model="value-added-alliance"
          onOpenKpi={openWorkshop}
          user={USER}
          onReady={onReady}
        />
      </main>
    </MantineProvider>
  )
  root.render(strict ? <StrictMode>{page}</StrictMode> : page)
}

function openWorkshop(kpiId: string | null): void {
  workshop = kpiId
  render(mayWrite, false)
}

function showText(blockId: string): void {
  workshop = undefined
  render(mayWrite, false)
  if (editor) jumpToBlock(editor, blockId)
}

const lab = {
  workshop: openWorkshop,
  open(update: string | null, options: { editable?: boolean; strict?: boolean } = {}): void {
    if (update) Y.applyUpdate(session.body, fromBase64(update), 'remote')
    render(options.editable ?? true, options.strict ?? false)
  },
  /** The page is as it was when it was loaded: loading it again would take the better part of a test's time. */
  close(): void {
    root?.unmount()
    root = editor = null
    workshop = undefined
    session.awareness.destroy()
    session.body.destroy()
    session = newSession()
    updates.length = 0
    document.documentElement.removeAttribute('data-mantine-color-scheme')
    localStorage.clear()
    sessionStorage.clear()
  },
  setEditable: (editable: boolean) => render(editable, false),
  receive: (update: string) => Y.applyUpdate(session.body, fromBase64(update), 'remote'),
  /** What this client wrote since the last call. */
  takeUpdates: () => updates.splice(0),
  state: () => toBase64(Y.encodeStateAsUpdate(session.body)),
  json: () => readBody(session.body),
  title: (title: string) => session.body.getMap(META_MAP).set('title', title),
  editor: () => editor,
  propose: (suggestion: Suggestion) => {
    if (editor) showProposed(editor, [suggestion])
  },
  jump: (id: string) => (editor ? jumpToBlock(editor, id) : false),
  scheme: (scheme: 'light' | 'dark') =>
    document.documentElement.setAttribute('data-mantine-color-scheme', scheme),
  get awareness() {
    return session.awareness
  },
  get doc() {
    return session.body
  },
}

export type Lab = typeof lab
declare global {
  interface Window {
    lab: Lab
  }
}
window.lab = lab
