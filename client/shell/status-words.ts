import type { AgreementStatus } from '../../shared/agreement/lifecycle.ts'
import type { AgreementSummary } from '../../shared/protocol/api.ts'

/** "Draft", "Sealed: 1 of 3 signed", "Signed". */
export function statusWords(status: AgreementStatus, version: AgreementSummary['version']): string {
  if (status === 'draft') return 'Draft'
  if (status === 'signed') return 'Signed'
  return version ? `Sealed: ${version.signed} of ${version.signatories} signed` : 'Sealed'
}
