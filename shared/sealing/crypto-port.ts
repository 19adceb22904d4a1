/** The cryptography that sealing needs, passed in so that the same code runs in a browser, on the server and in a test. */
export interface CryptoPort {
  /** SHA-256 of the bytes, or of the UTF-8 bytes of a string: 32 bytes. */
  sha256(data: Uint8Array | string): Promise<Uint8Array>
  /**
   * Whether `signature` is valid for `data` under `publicKey` (SPKI). `ES256` signatures are raw r||s (64 bytes).
   * A malformed key or signature is `false`, never a throw.
   */
  verify(
    algorithm: 'ES256' | 'RS256',
    publicKey: Uint8Array,
    signature: Uint8Array,
    data: Uint8Array,
  ): Promise<boolean>
}
