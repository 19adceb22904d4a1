import { err, ok, type Result } from '../../shared/result.ts'
import type { ApiError } from './api-error.ts'
import { readFailure } from './request.ts'

const PATIENCE_MS = 45_000

/** One page of the record of an agreement's text, packed, from entry `from` on. */
export async function fetchRecordPage(
  agreementId: string,
  from: number,
): Promise<Result<Uint8Array, ApiError>> {
  try {
    const response = await fetch(
      `/api/agreements/${encodeURIComponent(agreementId)}/record/body?from=${from}`,
      { credentials: 'same-origin', signal: AbortSignal.timeout(PATIENCE_MS) },
    )
    if (!response.ok) return err(await readFailure(response))
    return ok(new Uint8Array(await response.arrayBuffer()))
  } catch {
    return err({ kind: 'offline', message: 'The server cannot be reached.' })
  }
}
