import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'

/** At a desk and on a phone, light and dark: every screen is to be good in each. */
export const LOOKS = [
  { name: 'desk-light', width: 1440, height: 900, scheme: 'light' },
  { name: 'phone-light', width: 390, height: 844, scheme: 'light' },
  { name: 'desk-dark', width: 1440, height: 900, scheme: 'dark' },
  { name: 'phone-dark', width: 390, height: 844, scheme: 'dark' },
] as const

/** Shows a page in a look, in which it stays. */
export async function inLook(
  page: Page,
  { width, height, scheme }: Pick<(typeof LOOKS)[number], 'width' | 'height' | 'scheme'>,
): Promise<void> {
  await page.setViewportSize({ width, height })
  await page.evaluate(
    value => document.documentElement.setAttribute('data-mantine-color-scheme', value),
    scheme,
  )
}

/** Keeps a picture of the page as it is. */
export async function keepPicture(page: Page, folder: string, name: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  await page.evaluate(() => document.fonts.ready)
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' })
}

/** Keeps a picture of the page in each look in a folder, and leaves the page wide and light. */
export async function keepPictures(page: Page, folder: string, name: string): Promise<void> {
  for (const look of LOOKS) {
    await inLook(page, look)
    await keepPicture(page, folder, `${name}-${look.name}`)
  }
  await inLook(page, LOOKS[0])
}

/** For the stories of the tests: pictures are kept only where the folder PICTURES is named. */
export async function keepPicturesIfWanted(page: Page, name: string): Promise<void> {
  if (process.env.PICTURES !== undefined) await keepPictures(page, process.env.PICTURES, name)
}
