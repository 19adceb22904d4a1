import { err, ok, type Result } from '../result.ts'

/**
 * Where an agreement stands. `draft`: the text may change. `sealed`: one version is frozen and waits for its signatures.
 * `signed`: every signatory of that version has signed; the text stays frozen until an amendment reopens it.
 */
export type AgreementStatus = 'draft' | 'sealed' | 'signed'

/** What moves an agreement from one status to another. `refuse` is one signatory declining a sealed version. */
export type LifecycleStep = 'seal' | 'complete-signatures' | 'refuse' | 'amend'

const NEXT: Readonly<Record<AgreementStatus, Partial<Record<LifecycleStep, AgreementStatus>>>> = {
  draft: { seal: 'sealed' },
  sealed: { 'complete-signatures': 'signed', refuse: 'draft' },
  signed: { amend: 'draft' },
}

/** The next status, or `wrong-status` when the step does not apply where the agreement stands. */
export function nextStatus(
  status: AgreementStatus,
  step: LifecycleStep,
): Result<AgreementStatus, { kind: 'wrong-status'; status: AgreementStatus; step: LifecycleStep }> {
  const next = NEXT[status][step]
  return next ? ok(next) : err({ kind: 'wrong-status', status, step })
}
