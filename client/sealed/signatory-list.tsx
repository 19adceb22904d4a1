import { IconAlertTriangle, IconCircleCheck, IconClockHour4 } from '@tabler/icons-react'
import type { SignatoryReport } from '../../shared/sealing/verification-report.ts'
import { exactTime } from '../shell/relative-time.ts'
import { Fingerprint } from './fingerprint.tsx'
import classes from './signatory-list.module.css'

const STATES = {
  signed: { icon: IconCircleCheck, words: 'Signed' },
  awaited: { icon: IconClockHour4, words: 'Not signed yet' },
  invalid: { icon: IconAlertTriangle, words: 'The signature does not hold' },
} as const

const METHODS = {
  passkey: 'with a passkey',
  'device-key': 'with a device key',
} as const

const how = (signature: NonNullable<SignatoryReport['signature']>) =>
  `${METHODS[signature.method]}${signature.host === null ? '' : ` on ${signature.host}`}`

interface SignatoryListProps {
  readonly signatories: readonly SignatoryReport[]
  /** With the sentence of consent, the clocks and the key of each signature. */
  readonly detailed?: boolean
}

function Details({ signature }: { signature: NonNullable<SignatoryReport['signature']> }) {
  return (
    <dl className={classes.details}>
      <div>
        <dt>Consent</dt>
        <dd className={classes.intent}>“{signature.intent}”</dd>
      </div>
      <div>
        <dt>Received by the server</dt>
        <dd>{exactTime(signature.receivedAt)}</dd>
      </div>
      {signature.keyFingerprint !== null && (
        <div>
          <dt>Key</dt>
          <dd>
            <Fingerprint hex={signature.keyFingerprint} label="Key" />
          </dd>
        </div>
      )}
    </dl>
  )
}

/** Who signed for whom, in what capacity, when and how, and who is awaited. */
export const SignatoryList = ({ signatories, detailed = false }: SignatoryListProps) => (
  <ul className={classes.list}>
    {signatories.map(signatory => {
      const { icon: Icon, words } = STATES[signatory.state]
      return (
        <li key={signatory.memberId} className={classes.signatory} data-state={signatory.state}>
          <Icon size={20} stroke={1.6} className={classes.icon} aria-hidden="true" />
          <div>
            <p className={classes.name}>
              {signatory.name} <span className={classes.email}>{signatory.email}</span>
            </p>
            <p className={classes.party}>
              {signatory.capacity}, for {signatory.partyName}
            </p>
            <p className={classes.state}>
              {words}
              {signatory.signature &&
                `, ${exactTime(signatory.signature.signedAt)}, ${how(signatory.signature)}`}
            </p>
            {detailed && signatory.signature && <Details signature={signatory.signature} />}
          </div>
        </li>
      )
    })}
  </ul>
)
