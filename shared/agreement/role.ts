/** What a member may be on an agreement. The order is the one in which screens list them. */
export const ROLES = [
  'convener',
  'partner',
  'reviewer',
  'commissioner',
  'service-manager',
  'observer',
] as const

/** A member's role on one agreement (not the duty named in the text, which is a `role` block). */
export type Role = (typeof ROLES)[number]

/** Roles that act for a party of the agreement; the others are neutral or outside, and an invitation for them names no party. */
export const actsForParty = (role: Role): boolean =>
  role === 'convener' || role === 'partner' || role === 'reviewer'

/** What a role means, for people choosing one. One sentence each. */
export const ROLE_MEANING: Readonly<Record<Role, string>> = {
  convener: 'Writes, invites others, seals versions and signs for a party.',
  partner: 'Writes and signs for a party.',
  reviewer: 'Reads and discusses for a party, but does not write or sign.',
  commissioner: 'Neutral: looks after the relationship, reads and discusses.',
  'service-manager': 'Looks after the service, reads and discusses.',
  observer: 'Reads only.',
}
