import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import { err, ok, type Result } from '../../shared/result.ts'

/** A key pair that this browser made and keeps. Its private half cannot be taken out, not even by this code. */
export interface DeviceKey {
  readonly userId: string
  readonly publicKey: CryptoKey
  readonly privateKey: CryptoKey
  readonly createdAt: string
}

interface DeviceKeyDatabase extends DBSchema {
  readonly keys: { readonly key: string; readonly value: DeviceKey }
}

/** Storage is blocked or full, or it cannot hold keys (some private windows). */
export interface NoDeviceKey {
  readonly kind: 'no-device-key'
}

/** Of its own, apart from the agreements: clearing or rebuilding those must not cost anybody the key they signed with. */
const DATABASE = 'parley-device-keys'
const ECDSA_P256 = { name: 'ECDSA', namedCurve: 'P-256' } as const

const open = (): Promise<IDBPDatabase<DeviceKeyDatabase>> =>
  openDB<DeviceKeyDatabase>(DATABASE, 1, {
    upgrade: database => {
      database.createObjectStore('keys', { keyPath: 'userId' })
    },
  })

const newKey = async (userId: string): Promise<DeviceKey> => {
  const pair = await crypto.subtle.generateKey(ECDSA_P256, false, ['sign'])
  return {
    userId,
    publicKey: pair.publicKey,
    privateKey: pair.privateKey,
    createdAt: new Date().toISOString(),
  }
}

/** The key of this user in this browser, made on first use. Two tabs that ask at once get the same one. */
export async function deviceKey(userId: string): Promise<Result<DeviceKey, NoDeviceKey>> {
  let database: IDBPDatabase<DeviceKeyDatabase> | null = null
  try {
    database = await open()
    const known = await database.get('keys', userId)
    if (known) return ok(known)
    // Made before the transaction, which would not stay open while the key is made.
    const made = await newKey(userId)
    const transaction = database.transaction('keys', 'readwrite', { durability: 'strict' })
    const first = await transaction.store.get(userId)
    if (!first) await transaction.store.add(made)
    await transaction.done
    return ok(first ?? made)
  } catch {
    return err({ kind: 'no-device-key' })
  } finally {
    database?.close()
  }
}

/** The signature of a device key over the bytes: r then s, 64 bytes. */
export const signWithDeviceKey = async (key: DeviceKey, data: Uint8Array): Promise<Uint8Array> =>
  new Uint8Array(
    await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, key.privateKey, new Uint8Array(data)),
  )

/** The public half as SPKI. */
export const publicKeyOf = async (key: DeviceKey): Promise<Uint8Array> =>
  new Uint8Array(await crypto.subtle.exportKey('spki', key.publicKey))
