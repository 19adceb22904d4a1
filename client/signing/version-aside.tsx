import { useEffect, useState } from 'react'
import { useNavigate } from 'react-router'
import type { SignRequest, VersionDetail } from '../../shared/protocol/api.ts'
import type { Result } from '../../shared/result.ts'
import type { CryptoPort } from '../../shared/sealing/crypto-port.ts'
import type { SignatoryReport } from '../../shared/sealing/verification-report.ts'
import { verifyAgreement } from '../../shared/sealing/verify-agreement.ts'
import { createWebCryptoPort } from '../../shared/sealing/web-crypto-port.ts'
import type { ApiClient } from '../api/api-client.ts'
import { Fingerprint } from '../sealed/fingerprint.tsx'
import { SignatoryList } from '../sealed/signatory-list.tsx'
import type { AgreementSession } from '../session/agreement-session.ts'
import { DeclineDialog } from './decline-dialog.tsx'
import { OpenAtSeal, OpenAtSealNote } from './open-at-seal.tsx'
import { type Signing, signByDeviceKey, signByPasskey } from './sign-statement.ts'
import type { Method, SignProblem } from './sign-words.ts'
import { decideStep, mayDecline } from './signing-model.ts'
import { StepPanel } from './step-panel.tsx'
import type { LoadedVersion } from './use-version.ts'
import { useVersionCheck } from './use-version-check.ts'
import classes from './version-page.module.css'

interface VersionAsideProps {
  readonly loaded: LoadedVersion
  readonly agreementId: string
  readonly userId: string
  readonly session: AgreementSession | null
  readonly api: ApiClient
  readonly reload: () => Promise<void>
  readonly download: (url: string, name: string) => Promise<Result<true, string>>
  readonly onReopened: () => void
}

/** Where the link above the text leads: on a narrow screen all this stands below the text. */
export const SIGNING_ID = 'signing'

/** Browsers keep it from pages without a secure connection. */
const cryptoPort = globalThis.crypto?.subtle ? createWebCryptoPort(globalThis.crypto.subtle) : null

/** What the reader can do about the version now, who signed it, and its fingerprint. */
export function VersionAside(props: VersionAsideProps) {
  const { loaded, agreementId, session, api, reload, onReopened } = props
  const { version, agreement } = loaded
  const check = useVersionCheck(agreementId, version, session, cryptoPort)
  const signatories = useSignatories(version, cryptoPort)
  const step = decideStep(version, agreement, check)
  const declining = mayDecline(version, agreement)
  const [open, setOpen] = useState(false)
  const navigate = useNavigate()

  const decline = async (reason: string) => {
    const declined = await api.refuse(agreementId, version.number, reason)
    if (!declined.ok) return declined.error.message
    onReopened()
    await reload()
    return null
  }
  const amend = async () => {
    const amended = await api.amend(agreementId)
    if (!amended.ok) return amended.error.message
    onReopened()
    await navigate(`/agreements/${agreementId}`)
    return null
  }
  const sign = (signing: Signing) => async (method: Method, another: boolean) => {
    const problem = await signAndHandIn(signing, method, another, props)
    if (problem === null) await reload()
    return problem
  }
  return (
    <aside className={classes.aside} id={SIGNING_ID} aria-label="Signatures and signing" tabIndex={-1}>
      <OpenAtSealNote manifest={version.manifest} />
      <StepPanel
        step={step}
        version={version}
        signer={sign}
        onRefuse={() => setOpen(true)}
        onAmend={amend}
        onDownload={() => props.download(api.signedPdfUrl(agreementId, version.number), signedName(version))}
      />
      {declining === 'take-back' && (
        <button type="button" className={classes.refuseLink} onClick={() => setOpen(true)}>
          Take this version back
        </button>
      )}
      <section aria-labelledby="version-signatories">
        <h2 className={classes.subheading} id="version-signatories">
          Signatures
        </h2>
        <SignatoryList signatories={signatories} />
      </section>
      <OpenAtSeal manifest={version.manifest} />
      <section aria-labelledby="version-fingerprint">
        <h2 className={classes.subheading} id="version-fingerprint">
          Fingerprint
        </h2>
        <Fingerprint hex={version.fingerprint} label="Fingerprint" />
        <p className={classes.hint}>
          It stands for this exact text, its terms and its signatories. One changed character gives another
          one.
          {check?.kind === 'same' && ' This device computed it from its own copy of the text.'}
        </p>
      </section>
      <DeclineDialog kind={open ? declining : null} onClose={() => setOpen(false)} onDecline={decline} />
    </aside>
  )
}

const signedName = (version: VersionDetail): string => {
  const title = version.manifest.title.replace(/[^\p{L}\p{M}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '')
  return `${[...title].slice(0, 80).join('') || 'agreement'}-version-${version.number}-signed.pdf`
}

async function signAndHandIn(
  signing: Signing,
  method: Method,
  another: boolean,
  { api, userId, agreementId, loaded }: VersionAsideProps,
): Promise<SignProblem | null> {
  if (!cryptoPort) return { kind: 'not-possible' }
  const made: Result<SignRequest, SignProblem> =
    method === 'passkey'
      ? await signByPasskey(signing, api, cryptoPort, another)
      : await signByDeviceKey(signing, userId, cryptoPort)
  if (!made.ok) return made.error
  const taken = await api.sign(agreementId, loaded.version.number, made.value)
  return taken.ok ? null : { kind: 'server', error: taken.error }
}

/** The signatories with their signatures verified on this device, not as the server calls them; empty until that is done. */
function useSignatories(version: VersionDetail, crypto: CryptoPort | null): readonly SignatoryReport[] {
  const [signatories, setSignatories] = useState<readonly SignatoryReport[]>([])
  const { manifest, fingerprint, signatures } = version
  useEffect(() => {
    let current = true
    if (!crypto) return
    const file = { format: 'parley-signatures/1', fingerprint, signatures }
    void verifyAgreement(manifest, file, crypto).then(report => {
      if (current) setSignatories(report.signatories)
    })
    return () => {
      current = false
    }
  }, [manifest, fingerprint, signatures, crypto])
  return signatories
}
