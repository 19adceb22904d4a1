import type { CryptoPort } from '../../shared/sealing/crypto-port.ts'
import type { Accounts } from '../accounts.ts'
import type { PdfRenderer } from '../export/pdf-input.ts'
import type { Logger } from '../log.ts'
import type { AgreementStore } from '../store/agreement-store.ts'
import type { LiveRooms } from '../sync/live-rooms.ts'
import type { BodyReader } from '../terms/body-reader.ts'
import { createAmend } from './amend.ts'
import { createPasskeys, type Passkeys } from './passkeys.ts'
import { createRefuse } from './refuse.ts'
import { createSeal } from './seal.ts'
import { createSign } from './sign.ts'
import { type BuildSignedPdf, createSignedFiles, type SignedFiles } from './signed-files.ts'

export interface SealingDeps {
  readonly agreements: AgreementStore
  readonly accounts: Accounts
  readonly rooms: LiveRooms
  readonly reader: BodyReader
  readonly renderer: PdfRenderer
  readonly buildSignedPdf: BuildSignedPdf
  readonly crypto: CryptoPort
  readonly secret: string
  /** Epoch ms. */
  readonly now: () => number
  readonly log: Logger
}

/** What can be done with a sealed version. */
export interface SealingUseCases {
  readonly seal: ReturnType<typeof createSeal>
  readonly sign: ReturnType<typeof createSign>
  readonly refuse: ReturnType<typeof createRefuse>
  readonly amend: ReturnType<typeof createAmend>
  readonly signedFiles: SignedFiles
  readonly passkeys: Passkeys
}

export function createSealing(deps: SealingDeps): SealingUseCases {
  const signedFiles = createSignedFiles({ ...deps, build: deps.buildSignedPdf })
  return {
    seal: createSeal(deps),
    sign: createSign({
      ...deps,
      onSigned: (agreementId, number) => void signedFiles.prepare(agreementId, number),
    }),
    refuse: createRefuse(deps),
    amend: createAmend(deps),
    signedFiles,
    passkeys: createPasskeys(deps),
  }
}
