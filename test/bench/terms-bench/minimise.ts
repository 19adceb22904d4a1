/** Value of a function at a point; writes its gradient there into `gradient`. */
export type Slope = (point: Float32Array, gradient: Float32Array) => number

const REMEMBERED = 6

/**
 * A point near the minimum of a smooth convex function, by at most so many steps of L-BFGS (Nocedal and Wright, Numerical
 * Optimization, algorithm 7.5) from `start`, halving a step until it helps. The same function gives the same point.
 */
export function minimise(slope: Slope, start: Float32Array, steps: number): Float32Array {
  let point: Float32Array = start.slice()
  let gradient: Float32Array = new Float32Array(point.length)
  let value = slope(point, gradient)
  const past: { readonly moved: Float32Array; readonly turned: Float32Array; readonly curve: number }[] = []
  for (let step = 0; step < steps; step += 1) {
    const way = direction(gradient, past)
    const descent = dot(way, gradient)
    if (descent > -1e-9) break
    let length = step === 0 ? 1 / Math.sqrt(-descent) : 1
    let next = along(point, way, length)
    const nextGradient = new Float32Array(point.length)
    let nextValue = slope(next, nextGradient)
    for (let halved = 0; nextValue > value + 1e-4 * length * descent && halved < 20; halved += 1) {
      length /= 2
      next = along(point, way, length)
      nextValue = slope(next, nextGradient)
    }
    if (!(nextValue < value)) break
    const moved = along(next, point, -1)
    const turned = along(nextGradient, gradient, -1)
    const curve = dot(moved, turned)
    if (curve > 1e-12) past.push({ moved, turned, curve })
    if (past.length > REMEMBERED) past.shift()
    const small = value - nextValue < 1e-7 * Math.abs(value)
    point = next
    gradient = nextGradient
    value = nextValue
    if (small) break
  }
  return point
}

function direction(
  gradient: Float32Array,
  past: readonly { moved: Float32Array; turned: Float32Array; curve: number }[],
): Float32Array {
  const way = gradient.map(part => -part)
  const shares = past.map(() => 0)
  for (let index = past.length - 1; index >= 0; index -= 1) {
    const { moved, turned, curve } = past[index] ?? fail()
    shares[index] = dot(moved, way) / curve
    add(way, turned, -(shares[index] ?? 0))
  }
  const last = past.at(-1)
  if (last) {
    const scale = last.curve / dot(last.turned, last.turned)
    for (let index = 0; index < way.length; index += 1) way[index] = (way[index] ?? 0) * scale
  }
  for (const [index, { moved, turned, curve }] of past.entries())
    add(way, moved, (shares[index] ?? 0) - dot(turned, way) / curve)
  return way
}

function fail(): never {
  throw new RangeError('No such step')
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0
  for (let index = 0; index < a.length; index += 1) sum += (a[index] ?? 0) * (b[index] ?? 0)
  return sum
}

function add(to: Float32Array, from: Float32Array, times: number) {
  for (let index = 0; index < to.length; index += 1) to[index] = (to[index] ?? 0) + times * (from[index] ?? 0)
}

function along(from: Float32Array, way: Float32Array, times: number): Float32Array {
  const to = from.slice()
  add(to, way, times)
  return to
}
