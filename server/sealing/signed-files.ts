import { err, ok, type Result } from '../../shared/result.ts'
import type { SignatureRecord } from '../../shared/sealing/statement.ts'
import type { PdfRefusal } from '../export/pdf-input.ts'
import type { Logger } from '../log.ts'
import type { Refusal } from '../refusal.ts'
import type { AgreementStore, Version } from '../store/agreement-store.ts'

/** Makes the signed PDF of a version that all have signed. */
export type BuildSignedPdf = (
  version: Version,
  signatures: readonly SignatureRecord[],
) => Promise<Result<Uint8Array, PdfRefusal>>

/** The signed PDFs: each is made once, when its version is complete or first asked for, and then kept as it is. */
export interface SignedFiles {
  get(agreementId: string, number: number): Promise<Result<Uint8Array, Refusal>>
  /** Makes the file ahead of the first reader. Never rejects. */
  prepare(agreementId: string, number: number): Promise<void>
}

export function createSignedFiles(deps: {
  readonly agreements: AgreementStore
  readonly build: BuildSignedPdf
  readonly log: Logger
}): SignedFiles {
  const building = new Map<string, Promise<Result<Uint8Array, Refusal>>>()

  const make = async (version: Version): Promise<Result<Uint8Array, Refusal>> => {
    const { agreementId, number } = version
    const built = await deps.build(version, await deps.agreements.signatures(agreementId, number))
    // It was printable when it was sealed, so only a machine with other fonts gets here.
    if (!built.ok) return err({ kind: built.error.kind === 'too-large' ? 'too-large' : 'unprintable-text' })
    await deps.agreements.saveSignedPdf(agreementId, number, built.value)
    // Another server may have been first: everybody gets the one that was kept.
    return ok((await deps.agreements.signedPdf(agreementId, number)) ?? built.value)
  }

  const get: SignedFiles['get'] = async (agreementId, number) => {
    const kept = await deps.agreements.signedPdf(agreementId, number)
    if (kept) return ok(kept)
    const version = await deps.agreements.version(agreementId, number)
    if (!version) return err({ kind: 'not-found' })
    if (version.status !== 'signed') return err({ kind: 'not-signed' })
    const key = `${agreementId}/${number}`
    const already = building.get(key)
    if (already) return already
    const started = make(version).finally(() => building.delete(key))
    building.set(key, started)
    return started
  }

  return {
    get,
    async prepare(agreementId, number) {
      try {
        const made = await get(agreementId, number)
        if (!made.ok)
          deps.log.error({ agreementId, number, kind: made.error.kind }, 'the signed file was refused')
      } catch (error) {
        deps.log.error({ err: error, agreementId, number }, 'the signed file could not be made')
      }
    },
  }
}
