import { Button, Group, Stack } from '@mantine/core'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { AgreementDetail } from '../../shared/protocol/api.ts'
import type { ApiClient } from '../api/api-client.ts'
import { OpenErrors } from './open-errors.tsx'
import { PartySignatories } from './party-signatories.tsx'
import classes from './seal.module.css'
import type { SealDialogProps } from './seal-dialog-props.ts'
import {
  choiceProblems,
  firstChoices,
  keepChoices,
  type PartyToSign,
  type SignatoryChoice,
  sealRequest,
} from './seal-model.ts'
import { type SealRefusal, sealRefusal } from './seal-refusal.ts'

interface SealFormProps extends SealDialogProps {
  readonly agreement: AgreementDetail
  readonly api: ApiClient
}

/** Sends the choices; the number of the sealed version, or why there is none. */
async function seal(
  { agreement, api, errors }: SealFormProps,
  choices: readonly SignatoryChoice[],
): Promise<number | SealRefusal> {
  const { request, assign } = sealRequest(choices, agreement.members, errors)
  for (const { memberId, partyId } of assign) {
    const assigned = await api.changeMember(agreement.id, memberId, { partyId })
    if (!assigned.ok) return sealRefusal(assigned.error)
  }
  const sealed = await api.seal(agreement.id, request)
  return sealed.ok ? sealed.value.number : sealRefusal(sealed.error)
}

function useSealing(props: SealFormProps) {
  const { parties, agreement, onSealed } = props
  const [chosen, setChosen] = useState(() => firstChoices(parties, agreement.members))
  const [tries, setTries] = useState(0)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<SealRefusal | null>(null)
  const choices = keepChoices(chosen, parties, agreement.members)
  const problems = choiceProblems(choices)
  const submit = async () => {
    setTries(tries + 1)
    if (busy || problems.some(({ member, capacity }) => member ?? capacity)) return
    setBusy(true)
    setRefusal(null)
    const sealed = await seal(props, choices)
    setBusy(false)
    if (typeof sealed === 'number') onSealed(sealed)
    else setRefusal(sealed)
  }
  const changeParty = (party: PartyToSign, lines: readonly SignatoryChoice[]) =>
    setChosen([...choices.filter(({ partyId }) => partyId !== party.id), ...lines])
  const shown = choices.map((choice, index) => ({ choice, problem: tries > 0 ? problems[index] : undefined }))
  return { shown, changeParty, submit, tries, busy, refusal }
}

export function SealForm(props: SealFormProps) {
  const { agreement, parties, waiting, onClose, onGoTo, onInvite } = props
  const { shown, changeParty, submit, tries, busy, refusal } = useSealing(props)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (tries > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [tries])
  const goTo = (blockId: string) => {
    onClose()
    onGoTo(blockId)
  }
  const open = props.errors.filter(({ reason }) => reason === '').length
  const send = (event: FormEvent) => {
    event.preventDefault()
    void submit()
  }
  if (parties.length === 0)
    return (
      <p className={classes.text}>
        The text names no parties yet. Add a party block for each organisation that is to sign, then seal.
      </p>
    )
  return (
    <form onSubmit={send} noValidate ref={form}>
      <Stack gap="xl">
        <p className={classes.text}>
          Sealing freezes the text as it stands now, for everybody, until all have signed or one of them
          refuses. Say who signs for each party.
        </p>
        <OpenErrors
          errors={props.errors}
          onGoTo={goTo}
          onReason={props.onReason}
          onReadiness={() => {
            onClose()
            props.onReadiness()
          }}
        />
        {parties.map(party => (
          <PartySignatories
            key={party.id}
            party={party}
            lines={shown.filter(({ choice }) => choice.partyId === party.id)}
            members={agreement.members}
            onChange={lines => changeParty(party, lines)}
            onInvite={onInvite}
          />
        ))}
        <Points title="Worth a look before you seal" points={openPointsOf(props)} onGoTo={goTo} />
        {refusal && (
          <div role="alert" className={classes.refusal}>
            <Points title={refusal.message} points={refusal.points} onGoTo={goTo} />
          </div>
        )}
        {waiting > 0 && (
          <p role="status" className={classes.text}>
            {waiting === 1 ? 'A change' : `${waiting} changes`} of yours {waiting === 1 ? 'is' : 'are'} not
            with the server yet. As soon as everything is saved for everyone, you can seal.
          </p>
        )}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={busy} disabled={waiting > 0 || open > 0}>
            Seal this version
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

const openPointsOf = ({ openPoints }: SealDialogProps) =>
  openPoints.map(({ message, blockId }) => ({ text: message, blockId }))

interface PointsProps {
  readonly title: string
  readonly points: SealRefusal['points']
  readonly onGoTo: (blockId: string) => void
}

const Points = ({ title, points, onGoTo }: PointsProps) =>
  title === '' || (points.length === 0 && title.startsWith('Worth')) ? null : (
    <section>
      <h3 className={classes.pointsTitle}>{title}</h3>
      <ul className={classes.points}>
        {points.map(({ text, blockId }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two points may read alike, and the list never changes in place
          <li key={index}>
            {text}{' '}
            {blockId !== null && (
              <button type="button" className={classes.goTo} onClick={() => onGoTo(blockId)}>
                Show it
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
