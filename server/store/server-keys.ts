/** The server's own secrets, each made once and the same ever after, for all servers that share a store. */
export interface ServerKeys {
  /** The key with this name, or null when it has not been made. */
  read(name: KeyName): Promise<string | null>
  /** Keeps `value` unless one is kept already, also when several servers do so at once; gives the one that is kept. */
  keep(name: KeyName, value: string): Promise<string>
  /** Where a person finds it, for messages. */
  place(name: KeyName): string
}

/** `secret` signs session cookies; `seal.pem` is the key with which the server closes its PDFs, with its certificate. */
export type KeyName = 'secret' | 'seal.pem'
