import { SourcePlaces } from './source-places.ts'
import { textOfUnits } from './text-of-units.ts'

const AT_ONCE = 2048

/** Takes a text one UTF-16 code unit at a time, through little memory however long it is. */
export class PlainWriter {
  readonly places = new SourcePlaces()
  readonly #units = new Uint16Array(AT_ONCE)
  readonly #parts: string[] = []
  #count = 0

  /** The unit put last, which can still be replaced; undefined before the first. */
  get last(): number | undefined {
    return this.#units[this.#count - 1]
  }

  /** The next unit, which came from `source`. */
  put(unit: number, source: number): void {
    // Not as soon as it is full, because the last unit may be replaced.
    if (this.#count === AT_ONCE) this.#flush()
    this.#units[this.#count] = unit
    this.#count += 1
    this.places.add(source)
  }

  replaceLast(unit: number): void {
    this.#units[this.#count - 1] = unit
  }

  text(): string {
    this.#flush()
    return this.#parts.join('')
  }

  #flush(): void {
    this.#parts.push(textOfUnits(this.#units.subarray(0, this.#count)))
    this.#count = 0
  }
}
