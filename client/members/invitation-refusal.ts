import type { ApiError } from '../api/api-error.ts'

export interface RefusedInvitation {
  readonly title: string
  readonly text: string
  /** Asking the server once more may help. */
  readonly retry: boolean
}

/** Why a link does not let its guest in, and what the guest can do about it. */
export function invitationRefusal(error: ApiError): RefusedInvitation {
  switch (error.kind) {
    case 'invitation-expired':
      return {
        title: 'This invitation has expired',
        text: 'Links work for a limited time, so that old ones do not let strangers in. Ask the person who sent it for a new one.',
        retry: false,
      }
    case 'invitation-used':
      return {
        title: 'This invitation was used already',
        text: 'A link lets in one person, once. If it was you, sign in and open the agreement from your list. If not, ask the person who sent it for a new one, and tell them.',
        retry: false,
      }
    case 'not-found':
    case 'bad-request':
      return {
        title: 'This link does not lead to an invitation',
        text: 'It may be cut off, or the invitation was withdrawn. Check that you copied the whole link, or ask for a new one.',
        retry: false,
      }
    case 'offline':
      return {
        title: 'The invitation cannot be read without a network',
        text: 'Check your connection. The link stays good meanwhile.',
        retry: true,
      }
    default:
      return {
        title: 'The invitation could not be read',
        text: error.message,
        retry: true,
      }
  }
}
