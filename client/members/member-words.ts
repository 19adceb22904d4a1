import { actsForParty, ROLES, type Role } from '../../shared/agreement/role.ts'

export interface PartyChoice {
  readonly id: string
  readonly name: string
}

/** "Service manager": the role as a person reads it. */
export function roleTitle(role: Role): string {
  const words = role.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

export const ROLE_CHOICES = ROLES.map(role => ({ value: role, label: roleTitle(role) }))

const UNNAMED = 'A party without a name'

/** The party's name as the text has it; null for nobody's, and words for one that the text no longer holds. */
export function partyName(partyId: string | null, parties: readonly PartyChoice[]): string | null {
  if (partyId === null) return null
  const party = parties.find(({ id }) => id === partyId)
  return party ? party.name.trim() || UNNAMED : 'A party that is no longer in the text'
}

/** The parties of the text to choose from, and the chosen one even when the text lost it: a choice must not change by itself. */
export function partyOptions(
  parties: readonly PartyChoice[],
  chosen: string | null,
): readonly { readonly value: string; readonly label: string }[] {
  const known = parties.map(party => ({ value: party.id, label: party.name.trim() || UNNAMED }))
  const lost =
    chosen !== null && !parties.some(({ id }) => id === chosen)
      ? [{ value: chosen, label: 'A party that is no longer in the text' }]
      : []
  return [{ value: '', label: 'No party yet' }, ...known, ...lost]
}

/** "Partner for Nordlicht", "Observer". */
export function roleAndParty(role: Role, partyId: string | null, parties: readonly PartyChoice[]): string {
  const party = actsForParty(role) ? partyName(partyId, parties) : null
  return party ? `${roleTitle(role)} for ${party}` : roleTitle(role)
}

const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' })

/** The day on which a link stops working. */
export const expiryWords = (iso: string): string => {
  const at = Date.parse(iso)
  return Number.isNaN(at) ? 'an unknown day' : day.format(at)
}

/** "today", "in 3 days": how long a link still works. `now` is epoch ms. */
export function timeLeft(expiresAt: string, now: number): string {
  const days = Math.floor((Date.parse(expiresAt) - now) / 86_400_000)
  if (Number.isNaN(days)) return 'until an unknown day'
  if (days < 0) return 'expired'
  return days === 0 ? 'expires today' : days === 1 ? 'expires tomorrow' : `expires in ${days} days`
}
