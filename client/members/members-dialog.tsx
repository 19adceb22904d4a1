import { Modal, Skeleton, Stack } from '@mantine/core'
import { decideAccess } from '../../shared/agreement/access.ts'
import { ROLE_MEANING, ROLES } from '../../shared/agreement/role.ts'
import type { AgreementDetail } from '../../shared/protocol/api.ts'
import type { ApiError } from '../api/api-error.ts'
import { Delayed } from '../shell/delayed.tsx'
import { InviteForm } from './invite-form.tsx'
import { MemberRow } from './member-row.tsx'
import { type PartyChoice, roleTitle } from './member-words.ts'
import classes from './members.module.css'
import { OpenInvitations } from './open-invitations.tsx'

interface MembersDialogProps {
  readonly opened: boolean
  readonly onClose: () => void
  /** Null while it is read, or when it could not be. */
  readonly agreement: AgreementDetail | null
  readonly refusal: ApiError | null
  /** As the text names them. */
  readonly parties: readonly PartyChoice[]
  /** Something changed on the server: read the agreement again. */
  readonly onChanged: () => void
}

export const MembersDialog = (props: MembersDialogProps) => (
  <Modal opened={props.opened} onClose={props.onClose} title="People on this agreement" size={760}>
    {props.agreement ? (
      <Members {...props} agreement={props.agreement} />
    ) : props.refusal ? (
      <p role="alert" className={classes.meaning}>
        {props.refusal.kind === 'offline'
          ? 'You are offline. Who belongs to an agreement is kept on the server: open this again when you have a network.'
          : props.refusal.message}
      </p>
    ) : (
      <Delayed>
        <div role="status" aria-label="Reading who belongs to it">
          <Skeleton height={18} width="60%" mb={12} />
          <Skeleton height={18} width="45%" />
        </div>
      </Delayed>
    )}
  </Modal>
)

function Members({ agreement, parties, onChanged }: MembersDialogProps & { agreement: AgreementDetail }) {
  const { me, status } = agreement
  const mayInvite = decideAccess(me, 'invite', status).ok
  const mayManage = decideAccess(me, 'manage-members', status).ok
  return (
    <Stack gap="xl">
      {mayInvite ? (
        <InviteForm agreementId={agreement.id} parties={parties} onInvited={onChanged} />
      ) : (
        <p className={classes.meaning}>Only conveners invite others and change roles.</p>
      )}
      <section aria-labelledby="members-heading">
        <h3 className={classes.heading} id="members-heading">
          Members
        </h3>
        <ul className={classes.list}>
          {agreement.members.map(member => (
            <MemberRow
              key={member.id}
              agreementId={agreement.id}
              member={member}
              isMe={member.id === me.id}
              mayManage={mayManage}
              parties={parties}
              onChanged={onChanged}
            />
          ))}
        </ul>
      </section>
      <OpenInvitations
        agreementId={agreement.id}
        invitations={agreement.invitations}
        parties={parties}
        onChanged={onChanged}
      />
      <details className={classes.roles}>
        <summary>What each role may do</summary>
        <dl>
          {ROLES.map(role => (
            <div key={role}>
              <dt>{roleTitle(role)}</dt>
              <dd>{ROLE_MEANING[role]}</dd>
            </div>
          ))}
        </dl>
      </details>
    </Stack>
  )
}
