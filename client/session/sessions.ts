import type { AgreementSession } from './agreement-session.ts'

/** How an agreement is opened. `online`: the server knows it and there is an account. */
export interface OpenOptions {
  readonly online: boolean
  /** Whose copy on this device; null without an account. */
  readonly userId: string | null
}

/**
 * The sessions of this tab, one per agreement, shared by everyone who opens it. Each `open` needs its `dispose`; the last
 * one commits what is pending, closes the connection and frees the document.
 */
export interface Sessions {
  open(agreementId: string, options: OpenOptions): AgreementSession
}
