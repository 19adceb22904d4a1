import { notifications } from '@mantine/notifications'
import { useMemo } from 'react'
import { decideAccess } from '../../shared/agreement/access.ts'
import { settlementKey } from '../../shared/record/merge/merge-count.ts'
import type { BlockFinding } from '../../shared/record/merge/merge-finding.ts'
import { type SettlementKind, settle, unsettle } from '../../shared/record/merge/merge-rooms.ts'
import { answerFinding } from '../review/review-edits.ts'
import { settledTogether } from '../review/review-groups.ts'
import type { ReviewedMerge } from '../review/review-source.ts'
import { ReviewView } from '../review/review-view.tsx'
import { type AnswerWay, capital, type ReviewNames } from '../review/review-words.ts'
import { useReviews } from '../review/use-reviews.ts'
import type { WorkspaceParts } from './frame/workspace-parts.ts'

/** Merge review in the place of the text, with the text behind it in reach for its edits. */
export default function MergeView(parts: WorkspaceParts) {
  const { session, editor, editable, known, user, terms, standing, onJump } = parts
  const state = useReviews(session)
  const me = { id: user?.id ?? '', name: user?.name ?? 'You' }
  const parties = useMemo(() => new Map((terms?.parties ?? []).map(party => [party.id, party])), [terms])
  const partyName = (id: string) => parties.get(id)?.shortName ?? parties.get(id)?.name ?? 'a party'
  const value = (field: string, each: unknown): string => {
    if (each === null || each === undefined || each === '') return 'nothing'
    return /partyid$/i.test(field) ? partyName(String(each)) : `“${String(each)}”`
  }
  const nameOf = (by: string) =>
    by === me.id ? 'you' : (known.detail?.members.find(({ userId }) => userId === by)?.name ?? 'a partner')
  const namesOf = (by: string): ReviewNames => ({
    side: side => (side === 'mine' ? nameOf(by) : 'the others'),
    value,
  })
  const { member } = standing
  const maySettle = !standing.noAccess && (member === null || decideAccess(member, 'write-body', 'draft').ok)

  const enter = (merge: ReviewedMerge, findings: readonly { readonly id: string }[], how: SettlementKind) =>
    session.discussion.transact(() => {
      const at = new Date().toISOString()
      for (const { id } of findings)
        settle(session.discussion, settlementKey(merge.key, id), { how, by: me, at })
    })
  const change = (merge: ReviewedMerge, finding: BlockFinding, way: AnswerWay) => {
    const done = editor && answerFinding(editor, finding, way)
    if (!done) {
      notifications.show({
        message:
          'The text has changed here meanwhile, so there is no place left to do this by itself. Change the text by hand, then settle the point.',
        color: 'warn',
      })
      return
    }
    enter(merge, way === 'usual' ? settledTogether(finding, merge.review.findings) : [finding], done.how)
  }
  return (
    <ReviewView
      state={state}
      titleOf={by =>
        by === me.id
          ? 'You came back with offline changes'
          : `${capital(nameOf(by))} came back with offline changes`
      }
      namesOf={namesOf}
      objectName={({ type, attributes }) =>
        type === 'partyRef' ? partyName(String(attributes.partyId ?? '')) : ' '
      }
      may={{ settle: maySettle, change: maySettle && editable && editor !== null }}
      me={me.name}
      onAccept={(merge, findings) => enter(merge, findings, 'accepted')}
      onChange={change}
      onAcknowledge={(merge, finding) => enter(merge, [finding], 'acknowledged')}
      onReopen={key => unsettle(session.discussion, key)}
      onShow={onJump}
    />
  )
}
