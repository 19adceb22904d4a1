import { ActionIcon, Button, Tooltip } from '@mantine/core'
import { IconUserMinus } from '@tabler/icons-react'
import { useState } from 'react'
import type { Role } from '../../shared/agreement/role.ts'
import type { MemberView } from '../../shared/protocol/api.ts'
import type { Result } from '../../shared/result.ts'
import { api } from '../api/api-client.ts'
import type { ApiError } from '../api/api-error.ts'
import { initials } from '../shell/people.tsx'
import { type PartyChoice, roleAndParty } from './member-words.ts'
import classes from './members.module.css'
import { RoleFields } from './role-fields.tsx'

interface MemberRowProps {
  readonly agreementId: string
  readonly member: MemberView
  readonly isMe: boolean
  readonly mayManage: boolean
  readonly parties: readonly PartyChoice[]
  readonly onChanged: () => void
}

function useMemberChange({ agreementId, member, onChanged }: MemberRowProps) {
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<ApiError | null>(null)
  const run = async (ask: Promise<Result<unknown, ApiError>>) => {
    setBusy(true)
    setRefusal(null)
    const answer = await ask
    setBusy(false)
    if (answer.ok) onChanged()
    else setRefusal(answer.error)
  }
  return {
    busy,
    refusal,
    change: (next: { role: Role; partyId: string | null }) =>
      void run(api.changeMember(agreementId, member.id, next)),
    remove: () => void run(api.removeMember(agreementId, member.id)),
  }
}

export function MemberRow(props: MemberRowProps) {
  const { member, isMe, mayManage, parties } = props
  const { busy, refusal, change, remove } = useMemberChange(props)
  const [asking, setAsking] = useState(false)
  return (
    <li className={classes.member}>
      <span className={classes.initials} aria-hidden="true">
        {initials(member.name)}
      </span>
      <div className={classes.person}>
        <p className={classes.name}>
          {member.name}
          {isMe && <span className={classes.me}> (you)</span>}
        </p>
        <p className={classes.email}>{member.email}</p>
      </div>
      <div className={classes.role}>
        {mayManage ? (
          <RoleFields
            role={member.role}
            partyId={member.partyId}
            parties={parties}
            whose={member.name}
            disabled={busy}
            onChange={change}
          />
        ) : (
          <p className={classes.roleWords}>{roleAndParty(member.role, member.partyId, parties)}</p>
        )}
      </div>
      {mayManage && (
        <Tooltip label={isMe ? 'Leave' : 'Remove'}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={isMe ? 'Leave the agreement' : `Remove ${member.name}`}
            aria-expanded={asking}
            onClick={() => setAsking(!asking)}
          >
            <IconUserMinus size={18} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      )}
      {asking && (
        <div className={classes.question} role="alert">
          <p>
            {isMe
              ? 'If you leave, you can no longer open the agreement here. What you wrote and signed stays.'
              : `${member.name} can no longer open the agreement here. What they wrote and signed stays.`}
          </p>
          <Button size="xs" color="danger" loading={busy} onClick={remove}>
            {isMe ? 'Leave' : 'Remove'}
          </Button>
          <Button size="xs" variant="default" onClick={() => setAsking(false)}>
            Keep
          </Button>
        </div>
      )}
      {refusal && (
        <p role="alert" className={`${classes.refusal} ${classes.wide}`}>
          {refusal.message}
        </p>
      )}
    </li>
  )
}
