import { decideAccess } from '../../shared/agreement/access.ts'
import type { AgreementDetail, VersionDetail } from '../../shared/protocol/api.ts'
import type { VersionCheck } from './check-version.ts'
import type { Signing } from './sign-statement.ts'

/** `insecure`: the page was opened without a secure connection, where browsers hold no keys and compute no fingerprints. */
export type DeviceCheck = VersionCheck | { readonly kind: 'insecure' }

/** Anything but `same`: nobody signs. */
export type Blocked = Exclude<DeviceCheck, { kind: 'same' }>

/**
 * What a person can do about a sealed version, in the order in which it is decided. `blocked` is for a signatory whose device
 * found a reason not to let anyone sign; `checking` for one whose device is still comparing.
 */
export type SigningStep =
  | { readonly kind: 'refused' }
  | { readonly kind: 'complete'; readonly mayAmend: boolean }
  | { readonly kind: 'not-named' }
  | { readonly kind: 'signed' }
  | { readonly kind: 'checking' }
  | { readonly kind: 'blocked'; readonly check: Blocked }
  | { readonly kind: 'ready'; readonly signing: Signing }

/** The next step for the member on this version. `check` is null while the device is still comparing. */
export function decideStep(
  version: VersionDetail,
  agreement: AgreementDetail,
  check: DeviceCheck | null,
): SigningStep {
  const { me, status } = agreement
  if (version.status === 'refused') return { kind: 'refused' }
  if (version.status === 'signed') {
    const newest = agreement.versions.every(({ number }) => number <= version.number)
    return { kind: 'complete', mayAmend: newest && decideAccess(me, 'amend', status).ok }
  }
  const named = version.manifest.signatories.some(({ memberId }) => memberId === me.id)
  if (!named) return { kind: 'not-named' }
  if (version.signatures.some(({ statement }) => statement.signatory.memberId === me.id))
    return { kind: 'signed' }
  if (check === null) return { kind: 'checking' }
  if (check.kind !== 'same') return { kind: 'blocked', check }
  const { manifest, fingerprint } = check
  const signatory = manifest.signatories.find(({ memberId }) => memberId === me.id)
  return signatory ? { kind: 'ready', signing: { manifest, fingerprint, signatory } } : { kind: 'not-named' }
}

/** Whether the member may decline this version, and in which sense: as a signatory, or as a convener who takes it back. */
export function mayDecline(
  version: VersionDetail,
  agreement: AgreementDetail,
): 'refuse' | 'take-back' | null {
  const { me, status } = agreement
  if (version.status !== 'sealed' || !decideAccess(me, 'refuse', status).ok) return null
  const named = version.manifest.signatories.some(({ memberId }) => memberId === me.id)
  const signed = version.signatures.some(({ statement }) => statement.signatory.memberId === me.id)
  if (named && !signed) return 'refuse'
  return me.role === 'convener' ? 'take-back' : null
}

/** Why this device lets nobody sign, and what to do about it. */
export function blockedWords(check: Blocked): {
  readonly title: string
  readonly text: string
} {
  switch (check.kind) {
    case 'insecure':
      return {
        title: 'Signing needs a secure connection',
        text: 'This page was opened without one, so your browser keeps no keys for it. Open it at its address with https.',
      }
    case 'copy-lacks-part':
      return {
        title: 'This device has not received the whole text yet',
        text: 'Signing becomes possible as soon as it has. Stay online for a moment; the text comes by itself.',
      }
    case 'copy-differs':
      return {
        title: 'The sealed text is not the one on this device',
        text: `It differs from ${check.place} on. Do not sign. Ask the convener which text was meant, and refuse this version if you cannot clear it up.`,
      }
    case 'cannot-show':
      return {
        title: 'This page cannot show all of the text',
        text: `It holds something that only a newer version of Parley shows (${check.what.join(', ')}). Load the page again; if this stays, ask the person who runs the server to update it.`,
      }
    case 'wrong-terms':
      return {
        title: 'The terms in the sealed version are not those of its text',
        text: 'This can be so for a moment while Parley is being updated: load the page again. If it stays, do not sign, and tell the convener.',
      }
    case 'wrong-fingerprint':
      return {
        title: 'The fingerprint does not fit the text',
        text: `The text that the server sent has the fingerprint ${check.computed}, which is not the one that it names. Do not sign. Tell the convener and the person who runs the server.`,
      }
    case 'other-version':
    case 'malformed':
      return {
        title: 'The server sent something else than this version',
        text: 'Load the page again. If this stays, do not sign, and tell the person who runs the server.',
      }
  }
}
