/**
 * Room for what a thread has just made, in MB: three times `--max-semi-space-size` in `npm start`, which holds for the main thread
 * alone. Little, so that it is cleared away early: Node would let tens of megabytes gather, and never give them back.
 */
export const YOUNG_MB = 12
