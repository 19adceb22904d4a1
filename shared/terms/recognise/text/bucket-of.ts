/** The bucket of a hash among so many, a power of two: all bits of the hash have a say. */
export function bucketOf(hash: number, buckets: number): number {
  let mixed = hash ^ (hash >>> 15)
  mixed = Math.imul(mixed, 0x2c1b3c6d)
  mixed ^= mixed >>> 13
  return mixed & (buckets - 1)
}
