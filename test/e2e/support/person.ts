import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, type CDPSession, chromium, type Locator, type Page } from 'playwright-core'
import { launchOptions, withoutServiceWorkers } from '../../support/chromium.ts'
import { type CuttableProxy, startCuttableProxy } from '../../support/cuttable-proxy.ts'
import { setClockAhead } from './shifted-clock.ts'

const PASSWORD = 'a quiet harbour at dawn'
const DAY_MS = 24 * 60 * 60 * 1000

/** Somebody with a browser of their own, a profile that outlives it, and a wire to the server that can be cut. */
export class Person {
  readonly name: string
  readonly wire: CuttableProxy
  readonly #profile: string
  readonly #installs: boolean
  #context: BrowserContext | null = null
  #page: Page | null = null
  readonly errors: string[] = []
  #aheadMs = 0

  private constructor(name: string, wire: CuttableProxy, installs: boolean) {
    this.name = name
    this.wire = wire
    this.#installs = installs
    this.#profile = mkdtempSync(join(tmpdir(), 'parley-person-'))
  }

  /**
   * Opens a fresh browser that reaches the server through its own wire. Only where the app `installs` itself can a page be opened
   * without a network; a story that does not do that is quicker without.
   */
  static async arrive(name: string, serverUrl: string, { installs = true } = {}): Promise<Person> {
    const person = new Person(name, await startCuttableProxy(serverUrl), installs)
    await person.openBrowser()
    return person
  }

  get page(): Page {
    if (!this.#page) throw new Error(`${this.name} has no browser open`)
    return this.#page
  }

  get email(): string {
    return `${this.name.toLowerCase()}@example.org`
  }

  /** A link as this person would open it: the same path at their own end of the wire. */
  here(link: string): string {
    const { pathname, search } = new URL(link)
    return `${this.wire.url}${pathname}${search}`
  }

  async openBrowser(viewport = { width: 1440, height: 900 }): Promise<void> {
    this.#context = await chromium.launchPersistentContext(this.#profile, {
      ...launchOptions(),
      viewport,
      acceptDownloads: true,
      // Many people ask for this; here it saves the waits for what glides in.
      reducedMotion: 'reduce',
    })
    if (!this.#installs) await withoutServiceWorkers(this.#context)
    this.#page = this.#context.pages()[0] ?? (await this.#context.newPage())
    if (this.#aheadMs > 0) await setClockAhead(this.#page, this.#aheadMs)
    this.#page.on('pageerror', error => this.errors.push(error.message))
  }

  async closeBrowser(): Promise<void> {
    await this.#context?.close()
    this.#context = null
    this.#page = null
  }

  async leave(): Promise<void> {
    await this.closeBrowser()
    await this.wire.close()
    rmSync(this.#profile, { recursive: true, force: true })
  }

  /** Fills in the form for a new account, wherever it is shown. */
  async signUp(): Promise<void> {
    const { page } = this
    await page.getByLabel('Your name').fill(this.name)
    await page.getByLabel('E-mail address').fill(this.email)
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
    await page.getByRole('button', { name: /^Create account/ }).click()
  }

  /** Begins an agreement and has its text open; gives its path. */
  async starts(model: RegExp, title: string): Promise<string> {
    const { page } = this
    await page.goto(this.wire.url)
    await page
      .getByRole('button', { name: /^(Start an|New) agreement/ })
      .first()
      .click()
    await page.getByRole('radio', { name: model }).check()
    await page.getByLabel('Title').fill(title)
    await page.getByRole('button', { name: 'Start writing' }).click()
    await page.getByLabel('Text of the agreement').waitFor()
    return new URL(page.url()).pathname
  }

  /** Opens the finished agreement that is there to look at; gives its path. */
  async startsWithSample(): Promise<string> {
    const { page } = this
    await page.goto(this.wire.url)
    await page.getByRole('button', { name: 'Open the sample agreement' }).click()
    await this.seesText('Purpose')
    return new URL(page.url()).pathname
  }

  /** Makes an account, with which the open agreement gets to the server, and invites somebody; gives the link. */
  async shares(): Promise<string> {
    const { page } = this
    await page.getByRole('button', { name: 'Share', exact: true }).click()
    await this.signUp()
    await page.getByRole('button', { name: 'Make an invitation link' }).click()
    const link = await page.getByLabel('Invitation link').inputValue()
    await page.keyboard.press('Escape')
    await this.seesStatus('saved-for-everyone')
    return link
  }

  /** Follows somebody's link, with a new account. */
  async follows(link: string): Promise<void> {
    await this.page.goto(this.here(link))
    await this.signUp()
  }

  /** Waits until the status of the open agreement is one of these. */
  async seesStatus(...kinds: readonly string[]): Promise<void> {
    await this.page.locator(kinds.map(kind => `[data-status="${kind}"]`).join(', ')).waitFor()
  }

  /** The words on the page, without the partners' carets that stand among them. */
  text(): Promise<string> {
    return this.page.getByLabel('Text of the agreement').evaluate(root => {
      const copy = root.cloneNode(true) as HTMLElement
      for (const widget of copy.querySelectorAll('.ProseMirror-widget')) widget.remove()
      return copy.textContent ?? ''
    })
  }

  async seesText(...parts: readonly string[]): Promise<void> {
    for (const part of parts)
      await this.page.getByLabel('Text of the agreement').getByText(part).first().waitFor()
  }

  /** Puts the caret behind the words in the text and types. */
  async typeAfter(words: string, typed: string): Promise<void> {
    await this.caretAfter(words)
    await this.page.keyboard.type(typed)
  }

  /** Writes over a gap of the template that stands among the words of the text. */
  async fillGap(gap: string, value: string): Promise<void> {
    await this.#select(gap, gap.length)
    await this.page.keyboard.type(value)
  }

  /** Fills every field of these names in which the template left a gap, each with what `value` makes of the name and a number. */
  async fillFields(
    names: readonly string[],
    value: (field: string, number: number) => string,
  ): Promise<void> {
    const gaps = this.page
      .locator(names.map(name => `[data-object] [data-field=${name}]`).join(', '))
      .filter({ hasText: /^\[.*\]$/ })
    for (let left = await gaps.count(); left > 0; left--) {
      const gap = gaps.first()
      const name = (await gap.getAttribute('data-field')) ?? ''
      await gap.click()
      await this.page.keyboard.type(value(name, left))
      await this.page.keyboard.press('Enter')
      await gaps.nth(left - 1).waitFor({ state: 'detached' })
    }
  }

  /** Presses Tab until what is called so has the focus: nothing is reached in another way than by the keyboard. */
  async tabTo(name: RegExp, most = 240): Promise<void> {
    const focused = () =>
      this.page.evaluate(() => {
        const element = document.activeElement
        const label = element instanceof HTMLInputElement || element instanceof HTMLSelectElement
        const words = label ? element.labels?.[0]?.textContent : element?.textContent
        return (element?.getAttribute('aria-label') ?? words ?? '').trim()
      })
    const passed: string[] = []
    while (passed.length < most) {
      await this.page.keyboard.press('Tab')
      const label = await focused()
      if (name.test(label)) return
      passed.push(label.slice(0, 24))
    }
    throw new Error(`Tab does not reach ${name}, but ${passed.join(' | ')}`)
  }

  /** Goes to sleep for a day: this person's clock is a day later, in this browser and the next. */
  async sleepUntilTomorrow(): Promise<void> {
    this.#aheadMs += DAY_MS
    await setClockAhead(this.page, this.#aheadMs)
  }

  caretAfter(words: string, within?: Locator): Promise<void> {
    return this.#select(words, 0, within)
  }

  /** Selects the last `length` characters of the words in the text; 0 puts the caret behind them. */
  async #select(words: string, length: number, within?: Locator): Promise<void> {
    const text = this.page.getByLabel('Text of the agreement')
    await text.focus()
    await (within ?? text).evaluate(
      (root, [needle, length]) => {
        const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const at = node.textContent?.indexOf(needle) ?? -1
          if (at < 0) continue
          node.parentElement?.scrollIntoView({ block: 'center' })
          const end = at + needle.length
          getSelection()?.setBaseAndExtent(node, end - length, node, end)
          // The browser tells the editor a moment later; a partner's change in between would put the caret back.
          document.dispatchEvent(new Event('selectionchange'))
          return
        }
        throw new Error(`The text does not hold "${needle}"`)
      },
      [words, length] as const,
    )
  }

  /** Keeps a picture of what this person sees, for whoever looks into a failure. */
  async showFailure(): Promise<void> {
    await this.#page?.screenshot({ path: join('test-results', `${this.name}.png`) })
  }

  /** A passkey device that answers every question with yes, as Chromium offers it to tests. */
  async plugInPasskey(): Promise<CDPSession> {
    const session = await this.page.context().newCDPSession(this.page)
    await session.send('WebAuthn.enable')
    await session.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    })
    return session
  }
}
