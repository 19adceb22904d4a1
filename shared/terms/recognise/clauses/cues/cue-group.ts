/** Turns of phrase about one matter, looked for only in sentences in lower case that hold one of its stems. */
export interface CueGroup {
  readonly stems: readonly string[]
  readonly cues: readonly RegExp[]
}
