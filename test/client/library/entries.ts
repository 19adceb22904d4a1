import type { LibraryEntry } from '../../../client/local/library-entry.ts'
import type { AgreementSummary } from '../../../shared/protocol/api.ts'

const AT = '2026-11-01T09:00:00.000Z'
const ID = 'agreement-0000000000'

export const summary = (given: Partial<AgreementSummary>): AgreementSummary => ({
  id: ID,
  title: 'Regional delivery partnership',
  model: 'consortium',
  status: 'draft',
  role: 'convener',
  partyId: null,
  parties: [],
  createdAt: AT,
  changedAt: AT,
  changedBy: null,
  present: [],
  version: null,
  ...given,
})

export const entry = (given: Partial<LibraryEntry>): LibraryEntry => ({
  id: ID,
  ownerId: null,
  title: 'Regional delivery partnership',
  model: 'consortium',
  createdAt: AT,
  changedAt: AT,
  parties: [],
  server: null,
  waiting: 0,
  left: false,
  ...given,
})
