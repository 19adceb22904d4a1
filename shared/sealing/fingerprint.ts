import { toHex } from './bytes.ts'
import { canonicalJson } from './canonical-json.ts'
import type { CryptoPort } from './crypto-port.ts'
import type { Manifest } from './manifest.ts'
import type { Statement } from './statement.ts'

/** `SHA-256(JCS(manifest))` in lower-case hex: what every signature names. Throws when the manifest is not plain JSON. */
export const fingerprintOf = async (manifest: Manifest, crypto: CryptoPort): Promise<string> =>
  toHex(await crypto.sha256(canonicalJson(manifest)))

/** `SHA-256(JCS(statement))`, 32 bytes: what a device signs. Throws when the statement is not plain JSON. */
export const statementDigest = (statement: Statement, crypto: CryptoPort): Promise<Uint8Array> =>
  crypto.sha256(canonicalJson(statement))
