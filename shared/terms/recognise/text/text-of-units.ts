/** Arguments of one call are limited. */
const UNITS_AT_ONCE = 8192

/** The text that UTF-16 code units spell. */
export function textOfUnits(units: Uint16Array): string {
  const parts: string[] = []
  for (let at = 0; at < units.length; at += UNITS_AT_ONCE)
    parts.push(String.fromCharCode.apply(null, units.subarray(at, at + UNITS_AT_ONCE) as unknown as number[]))
  return parts.join('')
}
