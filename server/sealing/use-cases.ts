import type { createAmend } from './amend.ts'
import type { Passkeys } from './passkeys.ts'
import type { createRefuse } from './refuse.ts'
import type { createSeal } from './seal.ts'
import type { createSign } from './sign.ts'
import type { SignedFiles } from './signed-files.ts'

/** What can be done with a sealed version, composed once. */
export interface SealingUseCases {
  readonly seal: ReturnType<typeof createSeal>
  readonly sign: ReturnType<typeof createSign>
  readonly refuse: ReturnType<typeof createRefuse>
  readonly amend: ReturnType<typeof createAmend>
  readonly signedFiles: SignedFiles
  readonly passkeys: Passkeys
}
