/** The bucket of a hash among so many, a power of two: all bits of the hash have a say. */
export function bucketOf(hash: number, buckets: number): number {
  let mixed = hash ^ (hash >>> 15)
  mixed = Math.imul(mixed, 0x2c1b3c6d)
  mixed ^= mixed >>> 13
  return mixed & (buckets - 1)
}

/** The distinct buckets of features that are told apart by their names. */
export const bucketsOf = (features: Iterable<string>, buckets: number): Uint32Array =>
  Uint32Array.from(new Set(Array.from(features, feature => bucketOf(hashOf(feature), buckets))))

/** FNV-1a. */
function hashOf(feature: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < feature.length; at += 1) hash = Math.imul(hash ^ feature.charCodeAt(at), 0x01000193)
  return hash
}
