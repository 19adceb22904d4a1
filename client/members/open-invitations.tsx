import { Button } from '@mantine/core'
import { useState } from 'react'
import type { InvitationView } from '../../shared/protocol/api.ts'
import { api } from '../api/api-client.ts'
import type { ApiError } from '../api/api-error.ts'
import { type PartyChoice, roleAndParty, timeLeft } from './member-words.ts'
import classes from './members.module.css'

interface OpenInvitationsProps {
  readonly agreementId: string
  readonly invitations: readonly InvitationView[]
  readonly parties: readonly PartyChoice[]
  readonly onChanged: () => void
}

export function OpenInvitations({ agreementId, invitations, parties, onChanged }: OpenInvitationsProps) {
  const [refusal, setRefusal] = useState<ApiError | null>(null)
  const [busy, setBusy] = useState<string | null>(null)
  const revoke = async (id: string) => {
    setBusy(id)
    setRefusal(null)
    const answer = await api.revokeInvitation(agreementId, id)
    setBusy(null)
    if (answer.ok) onChanged()
    else setRefusal(answer.error)
  }
  if (invitations.length === 0) return null
  return (
    <section aria-labelledby="invitations-heading">
      <h3 className={classes.heading} id="invitations-heading">
        Open invitations
      </h3>
      <ul className={classes.list}>
        {invitations.map(invitation => {
          const what = roleAndParty(invitation.role, invitation.partyId, parties)
          return (
            <li key={invitation.id} className={classes.invitation}>
              <span>{what}</span>
              <span className={classes.email}>{timeLeft(invitation.expiresAt, Date.now())}</span>
              <Button
                size="xs"
                variant="default"
                aria-label={`Withdraw the invitation as ${what}`}
                loading={busy === invitation.id}
                onClick={() => void revoke(invitation.id)}
              >
                Withdraw
              </Button>
            </li>
          )
        })}
      </ul>
      {refusal && (
        <p role="alert" className={classes.refusal}>
          {refusal.message}
        </p>
      )}
    </section>
  )
}
