import { cpus, loadavg } from 'node:os'
import type { Page } from 'playwright-core'
import * as Y from 'yjs'
import { type MergeRanges, mergeRangesOf } from '../../shared/record/merge/merge-ranges.ts'
import { keepMerge } from '../../shared/record/merge/merge-rooms.ts'
import { must } from '../../shared/result.ts'
import { buildClient } from '../e2e/build-client.ts'
import { launchChromium, withoutServiceWorkers } from '../support/chromium.ts'
import { writer } from '../support/merge-writers.ts'
import { SeededRandom } from '../support/seeded-random.ts'
import { bringIn, createAgreement, type TestPerson } from '../support/test-person.ts'
import { startTestServer, type TestServer } from '../support/test-server.ts'
import { longRecord } from './long-record.ts'
import { threeDaysApart } from './three-days-apart.ts'

/**
 * Merge review, history, attribution and comparison of 50,000 words that came about in 5,000 updates, in the app as it is shipped, in a
 * real browser: how long the answer takes (in its worker, with all that travels there and back), and from the click to the frame
 * that shows it. `npm run bench:history:browser`
 */
const UPDATES = 5000
const EDITS = 400
const ROUNDS = 3
const TARGETS = { review: 200, compare: 300, history: 1000, attribution: 200 }

/** Notes in the page how long each question to a worker takes until its answer is there. */
const listenToWorkers = () => {
  const log: { kind: string; ms: number }[] = []
  const Original = Worker
  Object.assign(window, {
    workerLog: log,
    Worker: class extends Original {
      readonly #asked = new Map<unknown, { kind: string; at: number }>()
      constructor(...args: ConstructorParameters<typeof Original>) {
        super(...args)
        this.addEventListener('message', ({ data }) => {
          const asked = this.#asked.get(data?.id)
          if (asked) log.push({ kind: asked.kind, ms: performance.now() - asked.at })
          this.#asked.delete(data?.id)
        })
      }
      override postMessage(
        message: { id?: unknown; question?: { kind: string }; merges?: unknown },
        ...rest: []
      ) {
        const kind = message?.question?.kind ?? (message?.merges ? 'review' : null)
        if (kind) this.#asked.set(message.id, { kind, at: performance.now() })
        super.postMessage(message, ...rest)
      }
    },
  })
}

type WorkerLog = { kind: string; ms: number }[]
/** Takes what workers answered since the last call. */
const answers = async (page: Page, kind: string): Promise<number[]> => {
  const log = await page.evaluate(() => (window as unknown as { workerLog: WorkerLog }).workerLog.splice(0))
  return log.filter(each => each.kind === kind).map(({ ms }) => ms)
}

/** From the click on what `press` matches to the frame after something that `shows` matches is there. */
async function timeToScreen(page: Page, press: string, shows: string): Promise<number> {
  return page.evaluate(
    ([from, to]) =>
      new Promise<number>(resolve => {
        const start = performance.now()
        const look = () => {
          if (!document.querySelector(to)) return
          observer.disconnect()
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel()
            port1.onmessage = () => resolve(performance.now() - start)
            port2.postMessage(0)
          })
        }
        setTimeout(() => resolve(Number.NaN), 60_000)
        const observer = new MutationObserver(look)
        observer.observe(document, { childList: true, subtree: true, attributes: true })
        ;(document.querySelector(from) as HTMLElement | null)?.click()
        look()
      }),
    [press, shows] as const,
  )
}

const median = (times: readonly number[]) => [...times].sort((a, b) => a - b)[times.length >> 1] ?? Number.NaN

let missed = false
function say(name: string, times: readonly number[], target?: number) {
  const figures = [`first ${times[0]?.toFixed(0)} ms`, `median ${median(times).toFixed(0)} ms`]
  if (target !== undefined && median(times) > target) missed = true
  const verdict =
    target === undefined ? '' : ` (target ${target}: ${median(times) > target ? 'MISSED' : 'met'})`
  process.stdout.write(`${name.padEnd(44)} ${figures.join(', ')} of ${times.length}${verdict}\n`)
}

async function writeRecord(
  server: TestServer,
  id: string,
  people: readonly TestPerson[],
  clock: { at: number },
) {
  const room = { agreementId: id, room: 'body' } as const
  for (const { update, authorId, at } of longRecord(
    UPDATES,
    people.map(person => person.id),
  )) {
    clock.at = at
    await server.rooms.write(room, update, authorId)
  }
  return (await server.rooms.state(room)).update
}

/** Two sides who were apart, as updates, with the ids of their merge. */
function merge(base: Uint8Array) {
  const random = new SeededRandom(7)
  const [mine, theirs] = [writer('parley', 2_000_100, base), writer('parley', 2_000_200, base)]
  threeDaysApart(mine, EDITS, random, 'mine')
  threeDaysApart(theirs, EDITS, random, 'theirs')
  const answer = Y.encodeStateAsUpdate(theirs.doc, Y.encodeStateVector(mine.doc))
  const work = mine.work()
  const ranges = mergeRangesOf({ at: Y.snapshot(mine.doc), mine: work, others: [], answer })
  return { mine: Y.mergeUpdates([...work]), theirs: answer, ranges: must<MergeRanges>(ranges, 'a merge') }
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
  const base = await writeRecord(server, id, people, clock)
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

  const { mine, theirs, ranges } = merge(base)
  const body = { agreementId: id, room: 'body' } as const
  await server.rooms.write(body, theirs, must(others[0], 'Ben').id)
  await server.rooms.write(body, mine, owner.id)
  const discussion = new Y.Doc()
  keepMerge(discussion, ranges, owner.id, Date.now())
  await server.rooms.write(
    { agreementId: id, room: 'discussion' },
    Y.encodeStateAsUpdate(discussion),
    owner.id,
  )
  const reviewed: number[] = []
  const listed: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    await open()
    await page.waitForFunction(
      () => (window as unknown as { workerLog: WorkerLog }).workerLog.some(({ kind }) => kind === 'review'),
      undefined,
      { timeout: 60_000 },
    )
    reviewed.push(...(await answers(page, 'review')))
    listed.push(await timeToScreen(page, 'a[href$="/merges"]', 'main section li'))
  }
  say(`review of ${EDITS} edits a side, the answer`, reviewed, TARGETS.review)
  say('review, click to the points on the screen', listed)
  process.exitCode = missed ? 1 : 0
} finally {
  await browser.close()
  await server.close()
}
