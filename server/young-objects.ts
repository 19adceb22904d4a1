/**
 * Room for what a thread has just made, in MB: as much as `--max-semi-space-size` in `npm start` gives all threads, of which this is
 * three times. Little, so that it is cleared away early: Node would let tens of megabytes gather, and never give them back.
 */
export const YOUNG_MB = 12
