import { VisuallyHidden } from '@mantine/core'
import type { Editor } from '@tiptap/core'
import { memo, useCallback, useMemo, useState } from 'react'
import { useNavigate } from 'react-router'
import { readTitle } from '../../shared/document/yjs-body.ts'
import { commentProblems } from '../../shared/terms/readiness/change-problems.ts'
import { mergeProblems } from '../../shared/terms/readiness/merge-problems.ts'
import type { Person } from '../account/account-state.ts'
import { useThreads } from '../changes/use-threads.ts'
import { AgreementEditor } from '../editor/agreement-editor.tsx'
import { ProposalCard } from '../editor/proposed/proposal-card.tsx'
import { useSince } from '../history/use-since.ts'
import { MembersDialog } from '../members/members-dialog.tsx'
import { useRecord } from '../record/use-record.ts'
import { useUnreviewed } from '../review/use-reviews.ts'
import type { AgreementSession } from '../session/agreement-session.ts'
import { requestAccount } from '../shell/account-request.ts'
import { People } from '../shell/people.tsx'
import { useReading } from '../terms/use-reading.ts'
import { AgreementHeader } from './agreement-header.tsx'
import type { AgreementPageProps } from './agreement-page-props.ts'
import { standingOf } from './agreement-standing.ts'
import { BannerArea } from './banner-area.tsx'
import { caretColor } from './caret-color.ts'
import { openThreads } from './changes-tab.tsx'
import type { BannerAction } from './decide-banners.ts'
import { ExportMenu } from './export-menu.tsx'
import { useWorkspaceNavigation } from './frame/use-workspace-navigation.ts'
import { WorkspaceFrame } from './frame/workspace-frame.tsx'
import type { WorkspaceParts } from './frame/workspace-parts.ts'
import { ImportHost } from './import-host.tsx'
import { OutlinePanel } from './outline-panel.tsx'
import { usePeopleHere } from './people-here.ts'
import { SealHost } from './seal-host.tsx'
import { SinceBanner } from './since-tab.tsx'
import { useAgreementDialogs } from './use-agreement-dialogs.ts'
import { useAuthorsInText } from './use-authors-in-text.ts'
import { useImport } from './use-import.ts'
import type { KnownAgreement } from './use-known-agreement.ts'
import { useNewerText } from './use-newer-text.ts'
import { useSuggestedTerms } from './use-suggested-terms.ts'
import { useWaivers } from './use-waivers.ts'

interface WorkspaceProps extends AgreementPageProps {
  readonly agreementId: string
  readonly known: KnownAgreement
  readonly session: AgreementSession
}

// The page is drawn again when the terms come to rest or the server answers; the text is not, unless something of it changed.
const Text = memo(AgreementEditor)

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
  const { terms, problems: ofText, changes } = useReading(session.body)
  const threads = useThreads(session.discussion)
  const unreviewed = useUnreviewed(session)
  const comments = openThreads(threads)
  const problems = useMemo(
    () => [...mergeProblems(unreviewed), ...ofText, ...commentProblems(comments)],
    [ofText, unreviewed, comments],
  )
  const waivers = useWaivers(session)
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
  const navigation = useWorkspaceNavigation(agreementId, editor)
  const { jump, openPanel } = navigation
  const editable = standing.mayWrite && !newer
  const userId = user?.id ?? null
  const record = useRecord(agreementId, userId)
  const since = useSince({ session, userId, ...record, onJump: jump })
  const authors = useAuthorsInText({ session, editor, ...record })
  const { suggested, announcement } = useSuggestedTerms({
    session,
    editor,
    editable,
    mayDiscuss: standing.mayDiscuss,
    userId,
    jump,
  })
  const parts: WorkspaceParts = {
    agreementId,
    session,
    known,
    standing,
    user,
    terms,
    problems,
    changes,
    threads,
    suggested,
    waivers,
    since,
    authors,
    editor,
    editable,
    onJump: jump,
    openPanel,
  }

  const imports = useImport(editor, session, openPanel)
  const openKpi = useCallback(
    (kpiId: string) => void navigate(`/agreements/${agreementId}/kpis?kpi=${encodeURIComponent(kpiId)}`),
    [navigate, agreementId],
  )
  const openVersion = (number: number) => void navigate(`/agreements/${agreementId}/versions/${number}`)
  const act = (action: BannerAction) => {
    if (action.kind === 'open-version') openVersion(action.number)
    else if (action.kind === 'open-review') void navigate(`/agreements/${agreementId}/merges`)
    else void requestAccount('sync')
  }
  const dialogRefusal = refusal ?? dialogs.refusal
  return (
    <>
      <WorkspaceFrame
        parts={parts}
        navigation={navigation}
        header={
          <AgreementHeader
            session={session}
            fallbackTitle={entry?.title ?? detail?.title ?? 'Untitled agreement'}
            standing={standing}
            editable={editable}
            panels={navigation.view === null ? navigation : null}
            presence={<Presence session={session} userId={user?.id ?? null} />}
            exports={
              <ExportMenu
                session={session}
                title={() => readTitle(session.body)}
                onServer={standing.onServer && !standing.noAccess}
                onImport={editable && editor ? imports.choose : null}
                facts={{ model: entry?.model ?? detail?.model ?? 'blank', status: standing.status }}
              />
            }
            onShare={dialogs.share}
            onSeal={dialogs.seal}
          />
        }
        banners={
          <>
            <BannerArea
              session={session}
              standing={standing}
              newerThanClient={newer}
              unreviewed={navigation.view?.id === 'merges' ? 0 : unreviewed}
              onAction={act}
            />
            {navigation.view === null && <SinceBanner since={since} onShow={() => openPanel('since')} />}
          </>
        }
        outline={<OutlinePanel editor={editor} terms={terms} onJump={jump} />}
        text={
          <Text
            session={session}
            editable={editable}
            user={writer}
            onReady={setEditor}
            model={entry?.model ?? detail?.model ?? 'blank'}
            onOpenKpi={openKpi}
          />
        }
      />
      <VisuallyHidden role="status">{announcement}</VisuallyHidden>
      {editor && <ProposalCard editor={editor} mayDismiss={standing.mayDiscuss} />}
      <MembersDialog
        opened={dialogs.dialog === 'share'}
        onClose={dialogs.close}
        agreement={detail}
        refusal={dialogRefusal}
        parties={terms?.parties ?? []}
        onChanged={() => void reload()}
      />
      <ImportHost imports={imports} editable={editable} />
      {dialogs.dialog === 'seal' && (
        <SealHost
          session={session}
          agreement={detail}
          refusal={dialogRefusal}
          terms={terms}
          problems={problems}
          waivers={waivers}
          onReadiness={() => openPanel('readiness')}
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
