/** An exact decimal: `units` divided by 10 to the power of `scale`. */
interface Decimal {
  readonly units: bigint
  readonly scale: number
}

/** Long enough for any share or amount; a bound, because a sum costs as much as its longest number. */
const DECIMAL = /^(-?)(\d{1,24})(?:\.(\d{1,12}))?$/

/** Whether a text is a decimal in our form: digits, at most one point, a minus in front where negative, no grouping. */
export const isDecimal = (text: string): boolean => DECIMAL.test(text)

/**
 * The exact sum, without trailing zeros (`"33.3"` and `"66.70"` give `"100"`), or null when there is nothing to add.
 * Texts that are no decimals are left out.
 */
export function sumDecimals(texts: readonly string[]): string | null {
  const decimals = texts.flatMap(text => parse(text) ?? [])
  if (decimals.length === 0) return null
  const scale = Math.max(...decimals.map(decimal => decimal.scale))
  return format({ units: decimals.reduce((sum, decimal) => sum + unitsAt(decimal, scale), 0n), scale })
}

/** The exact sum with as many places as the most exact of its parts, so that in a column the points stand below each other. */
export function columnSum(texts: readonly string[]): string | null {
  const decimals = texts.flatMap(text => parse(text) ?? [])
  const sum = sumDecimals(texts)
  const places = Math.max(0, ...decimals.map(decimal => decimal.scale))
  if (sum === null || places === 0) return sum
  const [whole, fraction = ''] = sum.split('.')
  return `${whole}.${fraction.padEnd(places, '0')}`
}

/** -1, 0 or 1 as `a` is less than, equal to or more than `b`; null when one of them is no decimal. */
export function compareDecimals(a: string, b: string): -1 | 0 | 1 | null {
  const [left, right] = [parse(a), parse(b)]
  if (!left || !right) return null
  const scale = Math.max(left.scale, right.scale)
  const [x, y] = [unitsAt(left, scale), unitsAt(right, scale)]
  return x < y ? -1 : x > y ? 1 : 0
}

/** `a` minus `b`, exactly, in the form of `sumDecimals`; null when one of them is no decimal. */
export function subtractDecimals(a: string, b: string): string | null {
  if (!isDecimal(a) || !isDecimal(b)) return null
  return sumDecimals([a, b.startsWith('-') ? b.slice(1) : `-${b}`])
}

/** The decimal times ten to the power of `power` (0 or more), in the form of `sumDecimals`; null when it is no decimal. */
export function shiftDecimal(text: string, power: number): string | null {
  const decimal = parse(text)
  return decimal && format({ units: decimal.units * 10n ** BigInt(power), scale: decimal.scale })
}

function parse(text: string): Decimal | null {
  const [, sign = '', whole = '', fraction = ''] = DECIMAL.exec(text) ?? []
  if (whole === '') return null
  return { units: BigInt(`${sign}${whole}${fraction}`), scale: fraction.length }
}

const unitsAt = (decimal: Decimal, scale: number) => decimal.units * 10n ** BigInt(scale - decimal.scale)

function format({ units, scale }: Decimal): string {
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0')
  const whole = digits.slice(0, digits.length - scale)
  const fraction = digits.slice(digits.length - scale).replace(/0+$/, '')
  return `${units < 0n ? '-' : ''}${whole}${fraction && `.${fraction}`}`
}
