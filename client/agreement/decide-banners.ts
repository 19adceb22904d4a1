import { decideAccess } from '../../shared/agreement/access.ts'
import type { AgreementStatus } from '../../shared/agreement/lifecycle.ts'
import { ROLE_MEANING, type Role } from '../../shared/agreement/role.ts'
import { roleTitle } from '../members/member-words.ts'
import type { SessionStatus } from '../session/session-status.ts'

/** What a banner leads to; the page makes the button. */
export type BannerAction =
  | { readonly kind: 'open-version'; readonly number: number; readonly label: string }
  | { readonly kind: 'sign-in'; readonly label: string }
  | { readonly kind: 'open-review'; readonly label: string }

export interface Banner {
  /** Stable while the same thing is said; a dismissed one stays away under this name. */
  readonly id: string
  readonly tone: 'info' | 'ok' | 'warn' | 'danger'
  readonly text: string
  readonly actions: readonly BannerAction[]
  readonly dismissible: boolean
}

export interface BannerFacts {
  readonly status: AgreementStatus
  readonly version: { readonly number: number; readonly signed: number; readonly signatories: number } | null
  /** The newest refused version, when the agreement went back to drafting because of it. */
  readonly refusal: { readonly number: number; readonly name: string; readonly reason: string } | null
  /** Null while it is only on this device: then its writer may do everything. */
  readonly member: { readonly role: Role; readonly partyId: string | null } | null
  readonly session: SessionStatus
  readonly newerThanClient: boolean
  /** Findings of merges that nobody has settled. */
  readonly unreviewed: number
  /** The server says that this person does not belong to it, or that it does not exist. */
  readonly noAccess: boolean
}

const people = (count: number) => (count === 1 ? '1 signature' : `${count} signatures`)
const changes = (count: number) =>
  count === 1 ? '1 change of yours waits' : `${count} changes of yours wait`

function frozenBanner({ status, version, member }: BannerFacts): Banner | null {
  if (!version) return null
  const open = (label: string): BannerAction => ({ kind: 'open-version', number: version.number, label })
  if (status === 'sealed') {
    const missing = version.signatories - version.signed
    const maySign = member !== null && decideAccess(member, 'sign', status).ok
    return {
      id: `sealed-${version.number}`,
      tone: 'info',
      text: `Version ${version.number} is sealed and waits for ${people(missing)}. The text cannot change meanwhile.`,
      actions: [open(maySign ? 'Read and sign' : 'Read it')],
      dismissible: false,
    }
  }
  if (status !== 'signed') return null
  return {
    id: `signed-${version.number}`,
    tone: 'ok',
    text: `Version ${version.number} is signed by all who were to sign.`,
    actions: [open('Signatures and signed file')],
    dismissible: false,
  }
}

function waitingBanner({ session }: BannerFacts): Banner | null {
  if (session.kind !== 'refused') return null
  if (session.why === 'unauthenticated')
    return {
      id: 'signed-out',
      tone: 'warn',
      text: `You are signed out.${session.waiting > 0 ? ` ${changes(session.waiting)} on this device.` : ''} Sign in to send what you write and to see what others write.`,
      actions: [{ kind: 'sign-in', label: 'Sign in' }],
      dismissible: false,
    }
  if (session.waiting === 0 || (session.why !== 'sealed' && session.why !== 'signed')) return null
  return {
    id: 'waiting-while-frozen',
    tone: 'warn',
    text: `${changes(session.waiting)} on this device: the text was ${session.why} before they could be sent. They are not lost, and they are not in the ${session.why} version. They join the text when drafting reopens.`,
    actions: [],
    dismissible: false,
  }
}

function reviewBanner({ unreviewed, status }: BannerFacts): Banner | null {
  if (unreviewed === 0 || status !== 'draft') return null
  return {
    id: 'merge-review',
    tone: 'warn',
    text: `Changes made offline have met changes of others. ${unreviewed === 1 ? 'One point is' : `${unreviewed} points are`} worth a look: words that are gone, doubled or moved, values that both sides set.`,
    actions: [{ kind: 'open-review', label: 'Review the merge' }],
    dismissible: false,
  }
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)

function readOnlyBanner({ member, status }: BannerFacts): Banner | null {
  if (!member) return null
  const access = decideAccess(member, 'write-body', status)
  if (access.ok || access.error.kind !== 'forbidden') return null
  return {
    id: `read-only-${member.role}`,
    tone: 'info',
    text: `You can read this text but not change it. Your role on it is ${roleTitle(member.role).toLowerCase()}: ${lowerFirst(ROLE_MEANING[member.role])}`,
    actions: [],
    dismissible: true,
  }
}

/** Everything that must be said above the text, most pressing first. Pure: the page only shows it. */
export function decideBanners(facts: BannerFacts): readonly Banner[] {
  const { session, refusal } = facts
  const banners: (Banner | null)[] = [
    session.kind === 'storage-failed'
      ? {
          id: 'storage-failed',
          tone: 'danger',
          text: `${session.message} What you write now is only in this tab: keep it open.`,
          actions: [],
          dismissible: false,
        }
      : null,
    facts.newerThanClient
      ? {
          id: 'newer-text',
          tone: 'warn',
          text: 'This text was written with a newer version of Parley. So that nothing of it is damaged, you can read it here but not change it. Close every tab of Parley and open it again to get the newer version.',
          actions: [],
          dismissible: false,
        }
      : null,
    facts.noAccess
      ? {
          id: 'no-access',
          tone: 'warn',
          text: 'You no longer belong to this agreement, so this is the copy that this device kept. Ask the person who convened it for a new invitation.',
          actions: [],
          dismissible: false,
        }
      : null,
    waitingBanner(facts),
    facts.noAccess ? null : reviewBanner(facts),
    facts.noAccess ? null : frozenBanner(facts),
    refusal && facts.status === 'draft'
      ? {
          id: `refused-${refusal.number}`,
          tone: 'warn',
          text: `${refusal.name} did not sign version ${refusal.number}: “${refusal.reason}” The text is a draft again.`,
          actions: [{ kind: 'open-version', number: refusal.number, label: 'See that version' }],
          dismissible: true,
        }
      : null,
    facts.noAccess ? null : readOnlyBanner(facts),
  ]
  return banners.filter(banner => banner !== null)
}
