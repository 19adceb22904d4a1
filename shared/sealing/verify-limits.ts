/** Bytes of the largest file and attachment that are looked at: many times what the longest agreement needs. */
export const VERIFY_LIMITS = { pdfBytes: 64 * 1024 * 1024, jsonBytes: 32 * 1024 * 1024 } as const
