import type { Editor } from '@tiptap/core'
import { memo, useCallback, useMemo, useState } from 'react'
import { useNavigate } from 'react-router'
import { readTitle } from '../../shared/document/yjs-body.ts'
import type { Person } from '../account/account-state.ts'
import { AgreementEditor } from '../editor/agreement-editor.tsx'
import { jumpToBlock } from '../editor/clause-jump.ts'
import { MembersDialog } from '../members/members-dialog.tsx'
import type { AgreementSession } from '../session/agreement-session.ts'
import { requestAccount } from '../shell/account-request.ts'
import { People } from '../shell/people.tsx'
import { TermsPanel } from '../terms/terms-panel.tsx'
import { useTerms } from '../terms/use-terms.ts'
import type { AgreementPageProps } from './agreement-page-props.ts'
import { standingOf } from './agreement-standing.ts'
import { BannerArea } from './banner-area.tsx'
import { caretColor } from './caret-color.ts'
import type { BannerAction } from './decide-banners.ts'
import { ExportMenu } from './export-menu.tsx'
import { OutlinePanel } from './outline-panel.tsx'
import { usePeopleHere } from './people-here.ts'
import { SealHost } from './seal-host.tsx'
import { useAgreementDialogs } from './use-agreement-dialogs.ts'
import type { KnownAgreement } from './use-known-agreement.ts'
import { useNewerText } from './use-newer-text.ts'
import { WorkspaceFrame } from './workspace-frame.tsx'

interface WorkspaceProps extends AgreementPageProps {
  readonly agreementId: string
  readonly known: KnownAgreement
  readonly session: AgreementSession
}

// The page is drawn again when the terms come to rest or the server answers; text and terms are not, unless something of them changed.
const Text = memo(AgreementEditor)
const Terms = memo(TermsPanel)

const writerOf = (user: Person | null) =>
  user
    ? { id: user.id, name: user.name, color: caretColor(user.id) }
    : { id: 'this-device', name: 'You', color: caretColor('this-device') }

const Presence = ({ session, userId }: { session: AgreementSession; userId: string | null }) => (
  <People people={usePeopleHere(session.awareness, userId)} />
)

/** One agreement, open: what the page's parts are and what they do to each other. */
export function AgreementWorkspace({ agreementId, known, session, library, user }: WorkspaceProps) {
  const { entry, detail, refusal, reload } = known
  const navigate = useNavigate()
  const terms = useTerms(session.body)
  const newer = useNewerText(session)
  const standing = standingOf(entry, detail, refusal)
  const dialogs = useAgreementDialogs({
    library,
    signedIn: user !== null,
    onServer: standing.onServer,
    reload,
  })
  const [editor, setEditor] = useState<Editor | null>(null)
  const writer = useMemo(() => writerOf(user), [user])
  const jump = useCallback(
    (blockId: string) => {
      if (editor) jumpToBlock(editor, blockId)
    },
    [editor],
  )

  const openVersion = (number: number) => void navigate(`/agreements/${agreementId}/versions/${number}`)
  const act = (action: BannerAction) => {
    if (action.kind === 'open-version') openVersion(action.number)
    else void requestAccount('sync')
  }
  const dialogRefusal = refusal ?? dialogs.refusal
  return (
    <>
      <WorkspaceFrame
        session={session}
        fallbackTitle={entry?.title ?? detail?.title ?? 'Untitled agreement'}
        standing={standing}
        editable={standing.mayWrite && !newer}
        presence={<Presence session={session} userId={user?.id ?? null} />}
        exports={
          <ExportMenu
            session={session}
            title={() => readTitle(session.body)}
            onServer={standing.onServer && !standing.noAccess}
            facts={{ model: entry?.model ?? detail?.model ?? 'blank', status: standing.status }}
          />
        }
        banners={<BannerArea session={session} standing={standing} newerThanClient={newer} onAction={act} />}
        outline={onJump => <OutlinePanel editor={editor} clauses={terms?.clauses ?? []} onJump={onJump} />}
        terms={onJump => <Terms terms={terms} onJump={onJump} />}
        text={
          <Text session={session} editable={standing.mayWrite && !newer} user={writer} onReady={setEditor} />
        }
        onJump={jump}
        onShare={dialogs.share}
        onSeal={dialogs.seal}
      />
      <MembersDialog
        opened={dialogs.dialog === 'share'}
        onClose={dialogs.close}
        agreement={detail}
        refusal={dialogRefusal}
        parties={terms?.parties ?? []}
        onChanged={() => void reload()}
      />
      {dialogs.dialog === 'seal' && (
        <SealHost
          session={session}
          agreement={detail}
          refusal={dialogRefusal}
          terms={terms}
          onClose={dialogs.close}
          onGoTo={jump}
          onInvite={dialogs.share}
          onSealed={number => {
            dialogs.close()
            void reload()
            void library.refresh()
            openVersion(number)
          }}
        />
      )}
    </>
  )
}
