import { useEffect, useState } from 'react'
import type { VersionDetail } from '../../shared/protocol/api.ts'
import type { CryptoPort } from '../../shared/sealing/crypto-port.ts'
import type { AgreementSession } from '../session/agreement-session.ts'
import { checkVersion } from './check-version.ts'
import { ownCopy } from './own-copy.ts'
import type { DeviceCheck } from './signing-model.ts'

/** A burst of changes that comes in is compared once, at its end. */
const QUIET_MS = 150

/**
 * Compares the sealed version with this device's own copy, and again whenever something of the text comes in, until the copy is
 * whole. Null while it is being compared for the first time.
 */
export function useVersionCheck(
  agreementId: string,
  version: Pick<VersionDetail, 'number' | 'fingerprint' | 'manifest' | 'snapshot'> | null,
  session: AgreementSession | null,
  crypto: CryptoPort | null,
): DeviceCheck | null {
  const [check, setCheck] = useState<DeviceCheck | null>(null)
  const { number, fingerprint, manifest, snapshot } = version ?? {}
  useEffect(() => {
    setCheck(crypto ? null : { kind: 'insecure' })
    if (number === undefined || fingerprint === undefined || snapshot === undefined) return
    if (!session || !crypto) return
    let current = true
    let timer: ReturnType<typeof setTimeout> | undefined
    const compare = async () => {
      const asked = { agreementId, number, fingerprint, manifest }
      const found = await checkVersion(asked, ownCopy(session, snapshot), crypto)
      if (!current) return
      setCheck(found)
      if (found.kind !== 'copy-lacks-part') session.body.off('update', soon)
    }
    const soon = () => {
      clearTimeout(timer)
      timer = setTimeout(() => void compare(), QUIET_MS)
    }
    session.body.on('update', soon)
    // A session whose storage cannot be opened has no copy: then the comparison says that it lacks part.
    void session.loaded.then(compare, compare)
    return () => {
      current = false
      clearTimeout(timer)
      session.body.off('update', soon)
    }
  }, [agreementId, number, fingerprint, manifest, snapshot, session, crypto])
  return check
}
