import { err, ok, type Result } from '../../shared/result.ts'
import type { Admitted } from '../admission.ts'
import type { Refusal } from '../refusal.ts'
import type { AgreementStore } from '../store/agreement-store.ts'
import type { LiveRooms } from '../sync/live-rooms.ts'

/** Reopens a signed agreement for drafting its next version; the signed one stays as it is. */
export const createAmend =
  (deps: { readonly agreements: AgreementStore; readonly rooms: LiveRooms }) =>
  async ({ agreement }: Admitted): Promise<Result<true, Refusal>> => {
    if (!(await deps.agreements.reopen(agreement.id))) return err({ kind: 'wrong-status' })
    deps.rooms.accessChanged(agreement.id)
    return ok(true)
  }
