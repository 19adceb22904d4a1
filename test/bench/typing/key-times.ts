import type { Page } from 'playwright-core'

const KEYS = 150
const KEY_EVERY_MS = 90

type Timed = Window & { readonly keyTimes: number[] }

/** Has the page time every key from its event to after the next frame. */
export const timeKeys = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const times: number[] = []
    Object.assign(window, { keyTimes: times })
    window.addEventListener(
      'keydown',
      event => {
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel()
          port1.onmessage = () => times.push(performance.now() - event.timeStamp)
          port2.postMessage(0)
        })
      },
      true,
    )
  })

/** Types as fast as a good typist; gives the time of each key in ms. */
export async function typeKeys(page: Page): Promise<number[]> {
  await page.evaluate(() => (window as unknown as Timed).keyTimes.splice(0))
  for (let key = 0; key < KEYS; key++) {
    await page.keyboard.press(key % 7 === 6 ? 'Space' : 'e')
    await new Promise(resolve => setTimeout(resolve, KEY_EVERY_MS))
  }
  return page.evaluate(() => (window as unknown as Timed).keyTimes.slice())
}

/** In ms. */
export function summary(times: readonly number[]): { p50: number; p95: number; max: number } {
  const sorted = [...times].sort((a, b) => a - b)
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
  return { p50: at(0.5), p95: at(0.95), max: at(1) }
}
