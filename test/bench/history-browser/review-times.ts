import type { Page } from 'playwright-core'
import { answers, say, timeToScreen } from './browser-times.ts'
import { bringOfflineChanges, makeOfflineChanges, type Offline } from './offline-changes.ts'

const EDITS = 400
const TARGET = 200

type Watched = Offline & { readonly page: Page }

/** How long the worker worked since the last call: for its reviews, and for reading what it was told of the text. */
async function workTimes(page: Page): Promise<{ readonly review: number[]; readonly news: number[] }> {
  const worker = page.workers().find(each => each.url().includes('review-worker'))
  const times = worker?.evaluate(() => {
    const [review, news] = ['review', 'news'].map(name =>
      performance.getEntriesByName(name).map(({ duration }) => duration),
    )
    performance.clearMeasures()
    return { review: review ?? [], news: news ?? [] }
  })
  return (await times) ?? { review: [], news: [] }
}

const sum = (times: readonly number[]) => times.reduce((total, time) => total + time, 0)

/** Until the status says how many points wait for review, and another number than now: epoch ms, with fractions. */
const nextCount = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>(resolve => {
        const count = () =>
          /\d+ to review/.exec(document.querySelector('[data-tone][data-status]')?.textContent ?? '')?.[0]
        const before = count()
        const observer = new MutationObserver(() => {
          if (count() === undefined || count() === before) return
          observer.disconnect()
          requestAnimationFrame(() => setTimeout(() => resolve(performance.timeOrigin + performance.now())))
        })
        observer.observe(document, { childList: true, subtree: true, characterData: true })
        setTimeout(() => resolve(Number.NaN), 60_000)
      }),
  )

/** Somebody's offline changes arrive while the page is open and quiet. */
export async function reviewInOpenPage(watched: Watched, rounds: number): Promise<void> {
  const { page } = watched
  const shown: number[] = []
  const answered: number[] = []
  const read: number[] = []
  const reviewed: number[] = []
  for (let round = 0; round < rounds; round++) {
    const changes = await makeOfflineChanges(watched, EDITS, round)
    await page.waitForTimeout(1000)
    await answers(page, '')
    const counted = nextCount(page)
    await page.evaluate(() => undefined)
    const start = performance.timeOrigin + performance.now()
    await bringOfflineChanges(watched, changes)
    shown.push((await counted) - start)
    answered.push(...(await answers(page, 'review')))
    const { review, news } = await workTimes(page)
    read.push(sum(news))
    reviewed.push(sum(review))
  }
  say(`review of ${EDITS} edits a side, question to answer`, answered, TARGET)
  say('  of it the review itself', reviewed)
  say('  before, what arrived read (first: the text)', read)
  say('  changes arrive until the points are counted', shown)
}

/** The page is opened and finds the merges. */
export async function reviewWhileOpening(
  { page }: Watched,
  rounds: number,
  open: () => Promise<void>,
): Promise<void> {
  const worked: number[] = []
  const answered: number[] = []
  const listed: number[] = []
  for (let round = 0; round < rounds; round++) {
    await open()
    await page.getByText(/\d+ to review/).waitFor({ timeout: 60_000 })
    const { review, news } = await workTimes(page)
    worked.push(sum(review) + sum(news))
    answered.push(...(await answers(page, 'review')))
    listed.push(await timeToScreen(page, 'a[href$="/merges"]', 'main section li'))
  }
  say('all of them while the page opens, the work', worked)
  say('  question to answer', answered)
  say('  click to the points on the screen', listed)
}
