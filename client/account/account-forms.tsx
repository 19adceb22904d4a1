import { Anchor, Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { PASSWORD_CHARACTERS } from '../../shared/protocol/api.ts'
import type { Result } from '../../shared/result.ts'
import type { ApiError } from '../api/api-error.ts'
import classes from './account.module.css'
import { type AccountInput, type AccountProblems, accountProblems } from './account-input.ts'

export type AccountMode = 'sign-up' | 'sign-in' | 'link'

export interface AccountOperations {
  readonly signUp: (input: AccountInput) => Promise<Result<unknown, ApiError>>
  readonly signIn: (input: AccountInput) => Promise<Result<unknown, ApiError>>
  readonly sendLink: (input: AccountInput) => Promise<Result<unknown, ApiError>>
}

interface AccountFormsProps {
  readonly initialMode: AccountMode
  readonly magicLink: boolean
  readonly operations: AccountOperations
  /** What the buttons lead to, as in "Sign in and join". */
  readonly andThen?: string
  readonly onDone: () => void
}

const EMPTY: AccountInput = { name: '', email: '', password: '' }

const SUBMIT: Readonly<Record<AccountMode, string>> = {
  'sign-up': 'Create account',
  'sign-in': 'Sign in',
  link: 'Send me a link',
}

const ask = (mode: AccountMode, operations: AccountOperations, input: AccountInput) =>
  mode === 'sign-up'
    ? operations.signUp(input)
    : mode === 'sign-in'
      ? operations.signIn(input)
      : operations.sendLink(input)

function useAccountForm({ initialMode, operations, onDone }: AccountFormsProps) {
  const [mode, setMode] = useState(initialMode)
  const [input, setInput] = useState(EMPTY)
  const [problems, setProblems] = useState<AccountProblems>({})
  const [refusal, setRefusal] = useState<ApiError | null>(null)
  const [busy, setBusy] = useState(false)
  const [sentTo, setSentTo] = useState<string | null>(null)

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (busy) return
    const found = accountProblems(input, mode)
    setProblems(found)
    setRefusal(null)
    const first = Object.keys(found)[0]
    if (first) {
      event.currentTarget.querySelector<HTMLInputElement>(`[name="${first}"]`)?.focus()
      return
    }
    setBusy(true)
    const answer = await ask(mode, operations, {
      ...input,
      name: input.name.trim(),
      email: input.email.trim(),
    })
    setBusy(false)
    if (!answer.ok) setRefusal(answer.error)
    else if (mode === 'link') setSentTo(input.email.trim())
    else onDone()
  }
  const change = (next: AccountMode) => {
    setMode(next)
    setProblems({})
    setRefusal(null)
    setSentTo(null)
  }
  return { mode, change, input, setInput, problems, refusal, busy, sentTo, submit }
}

export function AccountForms(props: AccountFormsProps) {
  const form = useAccountForm(props)
  const { mode, input, problems } = form
  const field = (name: keyof AccountInput) => ({
    name,
    value: input[name],
    error: problems[name],
    onChange: (event: { currentTarget: HTMLInputElement }) =>
      form.setInput({ ...input, [name]: event.currentTarget.value }),
  })
  if (form.sentTo !== null)
    return (
      <Stack gap="sm" role="status">
        <Text>
          If <strong>{form.sentTo}</strong> can receive mail, a link is on its way. Open it in this browser,
          and you are signed in.
        </Text>
        <Text c="dimmed" size="sm">
          Nothing after a few minutes? Look among unwanted mail, or{' '}
          <Anchor component="button" type="button" onClick={() => form.change('link')}>
            send it again
          </Anchor>
          .
        </Text>
      </Stack>
    )
  return (
    <form onSubmit={event => void form.submit(event)} noValidate>
      <Stack gap="md">
        {mode === 'sign-up' && (
          <TextInput
            label="Your name"
            data-autofocus
            autoComplete="name"
            maxLength={200}
            {...field('name')}
          />
        )}
        <TextInput
          label="E-mail address"
          type="email"
          autoComplete="email"
          maxLength={254}
          {...field('email')}
        />
        {mode !== 'link' && (
          <PasswordInput
            label="Password"
            autoComplete={mode === 'sign-up' ? 'new-password' : 'current-password'}
            description={
              mode === 'sign-up'
                ? `At least ${PASSWORD_CHARACTERS.min} characters. A few unrelated words are easy to keep and hard to guess.`
                : undefined
            }
            visibilityToggleButtonProps={{ 'aria-label': 'Show the password' }}
            {...field('password')}
          />
        )}
        {form.refusal && (
          <p role="alert" className={classes.refusal}>
            {form.refusal.message}
          </p>
        )}
        <Button type="submit" loading={form.busy} fullWidth>
          {SUBMIT[mode]}
          {props.andThen && mode !== 'link' ? ` ${props.andThen}` : ''}
        </Button>
        <OtherWays mode={mode} magicLink={props.magicLink} change={form.change} />
      </Stack>
    </form>
  )
}

interface OtherWaysProps {
  readonly mode: AccountMode
  readonly magicLink: boolean
  readonly change: (mode: AccountMode) => void
}

const OtherWays = ({ mode, magicLink, change }: OtherWaysProps) => (
  <div className={classes.others}>
    <Text size="sm" c="dimmed">
      {mode === 'sign-up' ? 'You have an account already? ' : 'No account yet? '}
      <Anchor
        component="button"
        type="button"
        size="sm"
        onClick={() => change(mode === 'sign-up' ? 'sign-in' : 'sign-up')}
      >
        {mode === 'sign-up' ? 'Sign in' : 'Create one'}
      </Anchor>
    </Text>
    {magicLink && mode !== 'sign-up' && (
      <Anchor
        component="button"
        type="button"
        size="sm"
        onClick={() => change(mode === 'link' ? 'sign-in' : 'link')}
      >
        {mode === 'link' ? 'Use my password' : 'Send me a link by e-mail instead'}
      </Anchor>
    )}
  </div>
)
