/** In bytes; more is made room for when it is needed, and kept. */
const FIRST_ROOM = 512 * 1024
/** Of one UTF-16 code unit in UTF-8. */
const MOST_BYTES = 3

const encoder = new TextEncoder()
let room = new Uint8Array(FIRST_ROOM)

/**
 * The bytes of `JSON.stringify(value)`, written item by item of its lists. As one string, the usual answer of 170,000 characters takes three
 * times as long: memory for a string of that length is asked of the system anew each time.
 */
export function jsonBytes(value: object): Uint8Array<ArrayBuffer> {
  let length = 0
  const write = (text: string): void => {
    const needed = length + text.length * MOST_BYTES
    if (needed > room.length) {
      const larger = new Uint8Array(needed * 2)
      larger.set(room.subarray(0, length))
      room = larger
    }
    length += encoder.encodeInto(text, room.subarray(length)).written
  }
  let opening = '{'
  for (const [name, field] of Object.entries(value)) {
    if (field === undefined) continue
    write(`${opening}${JSON.stringify(name)}:`)
    opening = ','
    if (Array.isArray(field)) writeList(field, write)
    else write(JSON.stringify(field))
  }
  write(opening === '{' ? '{}' : '}')
  return room.slice(0, length)
}

function writeList(items: readonly unknown[], write: (text: string) => void): void {
  write('[')
  for (const [index, item] of items.entries())
    write(`${index > 0 ? ',' : ''}${JSON.stringify(item) ?? 'null'}`)
  write(']')
}
