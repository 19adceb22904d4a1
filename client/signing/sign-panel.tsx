import { Button, Checkbox, Radio, Stack } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { passkeysArePossible } from './passkey.ts'
import { intentOf, type Signing } from './sign-statement.ts'
import type { Method, SignProblem } from './sign-words.ts'
import { signProblemWords } from './sign-words.ts'
import classes from './version-page.module.css'

interface SignPanelProps {
  readonly signing: Signing
  /** Signs and hands the signature in; what stopped it, or null. `another`: make one more passkey first. */
  readonly onSign: (method: Method, another: boolean) => Promise<SignProblem | null>
  readonly onRefuse: () => void
}

/** The consent, the choice of key, and the signature itself. */
export function SignPanel({ signing, onSign, onRefuse }: SignPanelProps) {
  const possible = passkeysArePossible()
  const [method, setMethod] = useState<Method>(possible ? 'passkey' : 'device-key')
  const [agreed, setAgreed] = useState(false)
  const [missing, setMissing] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<SignProblem | null>(null)

  const sign = async (another: boolean) => {
    if (busy) return
    if (!agreed) {
      setMissing(true)
      return
    }
    setBusy(true)
    setProblem(null)
    setProblem(await onSign(method, another))
    setBusy(false)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void sign(false)
  }
  const { signatory, manifest } = signing
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <p className={classes.plain}>
          You sign for <strong>{signatory.partyName}</strong> as {signatory.capacity}.
        </p>
        <Checkbox
          className={classes.consent}
          label={intentOf({ manifest, signatory })}
          checked={agreed}
          error={missing && !agreed ? 'Tick this box if you agree. Without it nothing is signed.' : undefined}
          onChange={event => setAgreed(event.currentTarget.checked)}
        />
        <MethodChoice method={method} possible={possible} onChange={setMethod} />
        {problem && (
          <div role="alert" className={classes.problem}>
            <p>{signProblemWords(problem)}</p>
            {problem.kind === 'cancelled' && (
              <Button variant="default" size="xs" onClick={() => void sign(true)}>
                Make a passkey on this device, then sign
              </Button>
            )}
          </div>
        )}
        <div>
          <Button type="submit" size="md" fullWidth loading={busy}>
            Sign version {manifest.version}
          </Button>
          <p className={classes.busy} role="status">
            {busy ? (method === 'passkey' ? 'Answer the question of your browser.' : 'Signing.') : ''}
          </p>
        </div>
        <button type="button" className={classes.refuseLink} onClick={onRefuse}>
          I do not agree: refuse to sign
        </button>
      </Stack>
    </form>
  )
}

interface MethodChoiceProps {
  readonly method: Method
  readonly possible: boolean
  readonly onChange: (method: Method) => void
}

const MethodChoice = ({ method, possible, onChange }: MethodChoiceProps) => (
  <Radio.Group
    className={classes.methods}
    label="How to sign"
    value={method}
    onChange={value => onChange(value === 'passkey' ? 'passkey' : 'device-key')}
  >
    <Stack gap="sm" mt="xs">
      <Radio
        value="passkey"
        disabled={!possible}
        label="With a passkey (better)"
        description={
          possible
            ? 'Your device asks for your fingerprint, face or PIN, so the signature shows that it was unlocked for it. If you have no passkey for Parley yet, it is made first.'
            : 'Not possible here: this browser, or this address, has no passkeys.'
        }
      />
      <Radio
        value="device-key"
        label="With this device’s key"
        description="Made and kept in this browser; it cannot be copied out. It shows which browser signed, but not that you sat before it: whoever can use this browser could sign."
      />
    </Stack>
  </Radio.Group>
)
