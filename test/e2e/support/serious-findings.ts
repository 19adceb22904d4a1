import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { inLook, LOOKS } from './looks.ts'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface Axe {
  run(
    where: string,
    options: object,
  ): Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }>
}

/** The rules of axe that a change of colours alone can break. */
export const COLOUR_RULES = ['color-contrast', 'link-in-text-block']

/** Findings of axe that are serious or critical, each with its first place, within what the selector `where` matches. */
export async function seriousFindings(
  page: Page,
  { where = 'html', rules }: { readonly where?: string; readonly rules?: readonly string[] } = {},
): Promise<string[]> {
  // Once for a page: a second copy would be compiled, and made quick, all over again.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource)
  // Half-way through a fade every colour is pale; what never ends is not waited for.
  await page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter(({ effect }) => effect?.getTiming().iterations !== Number.POSITIVE_INFINITY)
        .map(animation => animation.finished),
    ),
  )
  const { violations } = await page.evaluate(
    ([selector, runOnly]) =>
      (window as unknown as { axe: Axe }).axe.run(selector, {
        // Only what fails is described in full: that is most of the time that axe takes.
        resultTypes: ['violations'],
        // What it finds is moderate and would not count; it looks at every element.
        ...(runOnly ? { runOnly } : { rules: { region: { enabled: false } } }),
      }),
    [where, rules] as const,
  )
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`)
}

/** The two looks that have least in common. */
export const FAR_LOOKS = [LOOKS[0], LOOKS[3]] as const

/**
 * What a screen reader or a weak eye would stumble over, and whether the page is wider than its window, in every look. Leaves the
 * page wide and light.
 */
export async function faultsOfEveryLook(
  page: Page,
  looks: readonly (typeof LOOKS)[number][] = LOOKS,
): Promise<string[]> {
  const faults: string[] = []
  for (const look of looks) {
    await inLook(page, look)
    const found = await seriousFindings(page, look.scheme === 'dark' ? { rules: COLOUR_RULES } : {})
    faults.push(...[...found, ...(await tooWide(page))].map(fault => `${look.name}: ${fault}`))
  }
  await inLook(page, LOOKS[0])
  return faults
}

/** Whether the page is wider than its window, and the innermost element without which it would not be. */
const tooWide = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const overflow = () => document.documentElement.scrollWidth - window.innerWidth
    const before = overflow()
    if (before <= 0) return []
    const culprit = [...document.body.querySelectorAll<HTMLElement>('*')].findLast(({ style }) => {
      const { display } = style
      style.display = 'none'
      const after = overflow()
      style.display = display
      return after < before
    })
    return [`${before} pixels too wide: ${culprit?.outerHTML.slice(0, 160)}`]
  })
