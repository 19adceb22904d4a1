/** What a signatory states by signing. Its canonical JSON is what the device signs. */
export interface Statement {
  readonly type: 'parley-signature/1'
  readonly fingerprint: string
  readonly agreementId: string
  readonly version: number
  readonly signatory: { readonly memberId: string; readonly name: string; readonly email: string }
  readonly party: { readonly id: string; readonly name: string }
  readonly capacity: string
  /** The sentence of consent that the signatory was shown and agreed to. */
  readonly intent: string
  /** ISO 8601 UTC, the clock of the signatory's device. */
  readonly time: string
  /** 16 or more random bytes, base64url. */
  readonly nonce: string
}

/** How a device made a signature over `SHA-256(JCS(statement))`. All bytes are base64url without padding. */
export type SignatureProof =
  | {
      readonly method: 'passkey'
      readonly publicKey: string // SPKI, P-256 or RSA as the authenticator made it
      readonly algorithm: -7 | -257 // COSE: ES256, RS256
      readonly credentialId: string
      readonly authenticatorData: string
      readonly clientDataJSON: string
      readonly signature: string // DER for ES256
    }
  | {
      readonly method: 'device-key'
      readonly publicKey: string // SPKI, P-256
      readonly signature: string // IEEE P1363 (r then s, 64 bytes), over the 32 bytes of the digest
    }

/** One signature as stored and exported. `receivedAt` is the server's clock. */
export interface SignatureRecord {
  readonly statement: Statement
  readonly proof: SignatureProof
  readonly receivedAt: string
}

/** The second file of a signed export. */
export interface SignatureFile {
  readonly format: 'parley-signatures/1'
  readonly fingerprint: string
  readonly signatures: readonly SignatureRecord[]
}
