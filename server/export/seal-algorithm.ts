/** How a seal is signed (Web Crypto). */
export const SEAL_ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const
