import { NativeSelect } from '@mantine/core'
import { actsForParty, ROLE_MEANING, ROLES, type Role } from '../../shared/agreement/role.ts'
import { type PartyChoice, partyOptions, ROLE_CHOICES } from './member-words.ts'
import classes from './members.module.css'

interface RoleFieldsProps {
  readonly role: Role
  readonly partyId: string | null
  readonly parties: readonly PartyChoice[]
  readonly onChange: (next: { readonly role: Role; readonly partyId: string | null }) => void
  /** Whose role it is; without a name the labels are shown. */
  readonly whose?: string
  readonly disabled?: boolean
}

const roleOf = (value: string, otherwise: Role): Role => ROLES.find(role => role === value) ?? otherwise

/** Role and, where the role acts for a party, which. What the role may do is said right below the choice. */
export function RoleFields({ role, partyId, parties, onChange, whose, disabled = false }: RoleFieldsProps) {
  const label = (text: string) => (whose ? { 'aria-label': `${text} of ${whose}` } : { label: text })
  return (
    <>
      <div className={classes.fields}>
        <NativeSelect
          {...label('Role')}
          data={ROLE_CHOICES}
          value={role}
          disabled={disabled}
          onChange={event => {
            const next = roleOf(event.currentTarget.value, role)
            onChange({ role: next, partyId: actsForParty(next) ? partyId : null })
          }}
        />
        {actsForParty(role) && (
          <NativeSelect
            {...label('Party')}
            data={[...partyOptions(parties, partyId)]}
            value={partyId ?? ''}
            disabled={disabled}
            onChange={event => onChange({ role, partyId: event.currentTarget.value || null })}
          />
        )}
      </div>
      {!whose && <p className={classes.meaning}>{ROLE_MEANING[role]}</p>}
    </>
  )
}
