import { Button, CopyButton, TextInput } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { actsForParty, type Role } from '../../shared/agreement/role.ts'
import type { CreatedInvitation } from '../../shared/protocol/api.ts'
import { api } from '../api/api-client.ts'
import type { ApiError } from '../api/api-error.ts'
import { expiryWords, type PartyChoice } from './member-words.ts'
import classes from './members.module.css'
import { RoleFields } from './role-fields.tsx'

interface InviteFormProps {
  readonly agreementId: string
  readonly parties: readonly PartyChoice[]
  readonly onInvited: () => void
}

export function InviteForm({ agreementId, parties, onInvited }: InviteFormProps) {
  const [wish, setWish] = useState<{ role: Role; partyId: string | null }>({ role: 'partner', partyId: null })
  const [link, setLink] = useState<CreatedInvitation | null>(null)
  const [refusal, setRefusal] = useState<ApiError | null>(null)
  const [busy, setBusy] = useState(false)
  const invite = async (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    setRefusal(null)
    const made = await api.createInvitation(agreementId, wish)
    setBusy(false)
    if (made.ok) {
      setLink(made.value)
      onInvited()
    } else setRefusal(made.error)
  }
  return (
    <form onSubmit={event => void invite(event)} aria-labelledby="invite-heading">
      <h3 className={classes.heading} id="invite-heading">
        Invite somebody
      </h3>
      <RoleFields
        {...wish}
        parties={parties}
        onChange={next => {
          setWish(next)
          setLink(null)
        }}
      />
      {actsForParty(wish.role) && parties.length === 0 && (
        <p className={classes.meaning}>
          The text names no party yet. You can invite now and choose the party later.
        </p>
      )}
      {refusal && (
        <p role="alert" className={classes.refusal}>
          {refusal.message}
        </p>
      )}
      {link ? (
        <InvitationLink link={link} another={() => setLink(null)} />
      ) : (
        <Button type="submit" variant="default" loading={busy}>
          Make an invitation link
        </Button>
      )}
    </form>
  )
}

const InvitationLink = ({ link, another }: { link: CreatedInvitation; another: () => void }) => (
  <div className={classes.link} role="status">
    <div className={classes.linkLine}>
      <TextInput
        className={classes.grow}
        aria-label="Invitation link"
        readOnly
        value={link.url}
        onFocus={event => event.currentTarget.select()}
      />
      <CopyButton value={link.url} timeout={3000}>
        {({ copied, copy }) => (
          <Button
            onClick={copy}
            leftSection={copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
          >
            {copied ? 'Copied' : 'Copy link'}
          </Button>
        )}
      </CopyButton>
    </div>
    <p className={classes.meaning}>
      It lets in one person, once, until {expiryWords(link.expiresAt)}. Whoever has it can use it: send it
      only to the person you mean. It is not shown again.
    </p>
    <Button variant="default" size="xs" onClick={another}>
      Make another
    </Button>
  </div>
)
