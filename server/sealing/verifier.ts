import type { VerificationReport } from '../../shared/sealing/verification-report.ts'
import { createWorkerCall } from '../worker-call.ts'

/** A signed PDF, or its two attachments as parsed JSON; nothing of it has been looked at. */
export type VerifyRequest =
  | { readonly kind: 'pdf'; readonly pdf: Uint8Array }
  | { readonly kind: 'files'; readonly manifest: unknown; readonly signatures: unknown }

/** Verifies away from the main thread: anybody may ask, with files that are made to take long. */
export interface Verifier {
  verify(request: VerifyRequest): Promise<VerificationReport>
  close(): Promise<void>
}

export function createWorkerVerifier(limits = { timeoutMs: 30_000, memoryMb: 1024 }): Verifier {
  const worker = createWorkerCall<VerifyRequest, VerificationReport>(
    new URL('./verify-worker.ts', import.meta.url),
    limits,
  )
  return { verify: request => worker.call(request), close: () => worker.close() }
}
