import { ActionIcon, Button, NativeSelect, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import type { MemberView } from '../../shared/protocol/api.ts'
import classes from './seal.module.css'
import { type ChoiceProblem, candidatesFor, type PartyToSign, type SignatoryChoice } from './seal-model.ts'

interface Line {
  readonly choice: SignatoryChoice
  readonly problem: ChoiceProblem | undefined
}

interface PartySignatoriesProps {
  readonly party: PartyToSign
  readonly lines: readonly Line[]
  readonly members: readonly MemberView[]
  readonly onChange: (lines: readonly SignatoryChoice[]) => void
  readonly onInvite: () => void
}

const CAPACITY_CHARACTERS = 120

/** Who signs for one party, and in what capacity: one person or several. */
export function PartySignatories({ party, lines, members, onChange, onInvite }: PartySignatoriesProps) {
  const candidates = candidatesFor(party.id, members)
  const name = party.name.trim() || 'A party without a name'
  const choices = lines.map(({ choice }) => choice)
  const change = (at: number, next: Partial<SignatoryChoice>) =>
    onChange(choices.map((choice, index) => (index === at ? { ...choice, ...next } : choice)))
  return (
    <fieldset className={classes.party}>
      <legend dir="auto">{name}</legend>
      {candidates.length === 0 ? (
        <p className={classes.text}>
          Nobody can sign for this party yet. Invite somebody as a partner for it.{' '}
          <button type="button" className={classes.goTo} onClick={onInvite}>
            Invite
          </button>
        </p>
      ) : (
        lines.map(({ choice, problem }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line has no identity but its place
          <div key={index} className={classes.line}>
            <NativeSelect
              label="Who signs"
              aria-label={`Who signs for ${name}`}
              data={options(candidates)}
              value={choice.memberId}
              error={problem?.member}
              onChange={event => change(index, { memberId: event.currentTarget.value })}
            />
            <TextInput
              label="In what capacity"
              aria-label={`In what capacity for ${name}`}
              placeholder="such as Managing director"
              maxLength={CAPACITY_CHARACTERS}
              value={choice.capacity}
              error={problem?.capacity}
              onChange={event => change(index, { capacity: event.currentTarget.value })}
            />
            {lines.length > 1 && (
              <ActionIcon
                variant="subtle"
                color="gray"
                size="lg"
                aria-label={`Take person ${index + 1} for ${name} out`}
                onClick={() => onChange(choices.filter((_, at) => at !== index))}
              >
                <IconTrash size={18} stroke={1.6} />
              </ActionIcon>
            )}
            <NewlyActing member={candidates.find(({ id }) => id === choice.memberId)} party={name} />
          </div>
        ))
      )}
      {candidates.length > lines.length && (
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={15} />}
          onClick={() => onChange([...choices, { partyId: party.id, memberId: '', capacity: '' }])}
        >
          Another person signs for this party
        </Button>
      )}
    </fieldset>
  )
}

const NewlyActing = ({ member, party }: { member: MemberView | undefined; party: string }) =>
  member?.partyId === null ? (
    <p className={classes.text}>
      {member.name} acts for no party yet. Sealing makes {member.name} act for {party}.
    </p>
  ) : null

const options = (candidates: readonly MemberView[]) => [
  { value: '', label: 'Choose a person' },
  ...candidates.map(({ id, name, email }) => ({ value: id, label: `${name} (${email})` })),
]
