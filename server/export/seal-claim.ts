/** Room for the seal: about 1 KB is used; a certificate from elsewhere may be larger. */
export const ROOM_BYTES = 6144
/** As wide as any real offset, so that the numbers are filled in without moving a byte. */
export const WIDE = 9_999_999_999

/** What a PDF is opened with for its seal. */
export interface SealClaim {
  readonly reason: string
  readonly at: Date
}
