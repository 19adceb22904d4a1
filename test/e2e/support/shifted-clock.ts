import type { Page } from 'playwright-core'

/** Sets the clock of the page ahead of the real one, by so many milliseconds; what runs by the clock goes on. */
const setAhead = (ms: number) => {
  const world = window as unknown as { RealDate?: DateConstructor }
  world.RealDate ??= Date
  const Real = world.RealDate
  class AheadDate extends Real {
    constructor(...parts: unknown[]) {
      if (parts.length === 0) super(Real.now() + ms)
      else super(...(parts as [number]))
    }
    static override now(): number {
      return Real.now() + ms
    }
  }
  Object.assign(window, { Date: AheadDate })
}

/** For the page as it is, and for every page that its browser opens from now on. */
export async function setClockAhead(page: Page, ms: number): Promise<void> {
  await page.context().addInitScript(setAhead, ms)
  await page.evaluate(setAhead, ms)
}
