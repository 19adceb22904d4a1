/**
 * Frames that go out together, to one client or to many. What they look like on the wire is made once, for the first link that
 * sends them: joining and heading frames anew for each receiver is what relaying costs most of.
 */
export class FrameBatch {
  readonly frames: readonly Uint8Array[]
  #wire: Uint8Array | null = null

  constructor(frames: readonly Uint8Array[]) {
    this.frames = frames
  }

  /** All the frames as the bytes of a transport; every link of a server has the same one. */
  wire(encode: (frames: readonly Uint8Array[]) => Uint8Array): Uint8Array {
    this.#wire ??= encode(this.frames)
    return this.#wire
  }
}
