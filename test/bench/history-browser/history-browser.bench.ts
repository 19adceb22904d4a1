import { cpus, loadavg } from 'node:os'
import { must } from '../../../shared/result.ts'
import { buildClient } from '../../e2e/build-client.ts'
import { launchChromium, withoutServiceWorkers } from '../../support/chromium.ts'
import { bringIn, createAgreement, type TestPerson } from '../../support/test-person.ts'
import { startTestServer, type TestServer } from '../../support/test-server.ts'
import { longRecord } from '../long-record.ts'
import { answers, hasMissed, listenToWorkers, say, timeToScreen } from './browser-times.ts'
import { reviewInOpenPage, reviewWhileOpening } from './review-times.ts'

/**
 * Merge review, history, attribution and comparison of 50,000 words that came about in 5,000 updates, in the app as it is shipped, in a
 * real browser: how long the answer takes (in its worker, with all that travels there and back), and from the click to the frame
 * that shows it. `npm run bench:history:browser`
 */
const UPDATES = 5000
const ROUNDS = 3
const TARGETS = { compare: 300, history: 1000, attribution: 200 }

/** Written in lots, or the disk would be waited for 5,000 times; what is in one lot has one time. */
const LOT = 50

async function writeRecord(
  server: TestServer,
  id: string,
  people: readonly TestPerson[],
  clock: { at: number },
) {
  const room = { agreementId: id, room: 'body' } as const
  const record = longRecord(
    UPDATES,
    people.map(person => person.id),
  )
  for (let from = 0; from < record.length; from += LOT) {
    const lot = record.slice(from, from + LOT)
    clock.at = must(lot.at(-1), 'an entry').at
    await Promise.all(lot.map(({ update, authorId }) => server.rooms.write(room, update, authorId)))
  }
}

await buildClient()
const clock = { at: Date.now() }
const server = await startTestServer({}, { now: () => clock.at })
const browser = await launchChromium()
try {
  const [ada, ben, cleo, dan] = await Promise.all(
    ['Ada', 'Ben', 'Cleo', 'Dan'].map(name => server.signUp(name)),
  )
  const people = [ada, ben, cleo, dan].map(person => must(person, 'a person'))
  const [first, ...others] = people
  const owner = must(first, 'a person')
  const { id } = await createAgreement(owner, { title: 'Agreement', seed: false })
  for (const person of others) await bringIn(owner, person, id, 'partner')
  await writeRecord(server, id, people, clock)
  clock.at = Date.now()

  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  await withoutServiceWorkers(context)
  await context.addInitScript(listenToWorkers)
  await context.addCookies(
    owner.cookie.split('; ').map(pair => {
      const [name = '', ...value] = pair.split('=')
      return { name, value: value.join('='), url: server.url }
    }),
  )
  const page = await context.newPage()
  page.on('pageerror', error => process.stdout.write(`error in the page: ${error.message}\n`))
  const open = async (path = '') => {
    await page.goto(`${server.url}/agreements/${id}${path}`)
    await page.locator('[data-status="saved-for-everyone"]').waitFor({ timeout: 60_000 })
  }
  process.stdout.write(
    `${UPDATES} updates; ${cpus()[0]?.model}, load ${loadavg()[0]?.toFixed(1)}, Chromium ${browser.version()}\n`,
  )

  const history: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    await open()
    // What is new since the last visit reads the record too: it must not be doing so now.
    await page.waitForTimeout(3000)
    await answers(page, '')
    history.push(await timeToScreen(page, 'a[href$="/history"]', 'main ol button[aria-current]'))
  }
  say('history, click to timeline', history, TARGETS.history)

  await open('/compare')
  await page.getByRole('article', { name: 'Differences' }).waitFor({ timeout: 60_000 })
  await answers(page, '')
  const options = await page
    .getByLabel('From')
    .locator('option')
    .evaluateAll(list => list.map(option => (option as HTMLOptionElement).value))
  const shown: number[] = []
  const compared: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const value = must(options.at(-2 - round * 2), 'a moment')
    const started = page.evaluate(
      () =>
        new Promise<number>(resolve => {
          const select = document.querySelector('select')
          select?.addEventListener(
            'change',
            () => {
              const start = performance.now()
              let gone = false
              const observer = new MutationObserver(() => {
                const article = document.querySelector('article[aria-label="Differences"]')
                gone ||= !article
                if (!gone || !article) return
                observer.disconnect()
                requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start)))
              })
              observer.observe(document, { childList: true, subtree: true })
            },
            { once: true, capture: true },
          )
        }),
    )
    await page.getByLabel('From').selectOption(value)
    shown.push(await started)
    compared.push(...(await answers(page, 'compare')))
  }
  say('compare, the answer', compared, TARGETS.compare)
  say('compare, choice to redline on the screen', shown)

  await open()
  await page.getByRole('tab', { name: 'Authors' }).click()
  await page.getByLabel('Show authors in the text').waitFor()
  const attributed: number[] = []
  const marked: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    await page.waitForTimeout(500)
    await answers(page, '')
    marked.push(await timeToScreen(page, 'input[role=switch], input[type=checkbox]', '.tiptap [data-author]'))
    attributed.push(...(await answers(page, 'attribution')))
    await page.getByLabel('Show authors in the text').uncheck()
    await page.waitForFunction(() => !document.querySelector('.tiptap [data-author]'))
  }
  say('who wrote what, the answer', attributed, TARGETS.attribution)
  say('who wrote what, switch to marks in the text', marked)

  const offline = { server, page, agreementId: id, owner, other: must(others[0], 'Ben') }
  await open()
  // Opening goes on behind the screen for a while.
  await page.waitForTimeout(3000)
  await reviewInOpenPage(offline, ROUNDS)
  await reviewWhileOpening(offline, ROUNDS, open)
  process.exitCode = hasMissed() ? 1 : 0
} finally {
  await browser.close()
  await server.close()
}
