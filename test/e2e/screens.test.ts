import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { launchChromium, withoutServiceWorkers } from '../support/chromium.ts'
import { startTestServer, type TestServer } from '../support/test-server.ts'
import { faultsOfEveryLook } from './support/serious-findings.ts'

let browser: Browser
let server: TestServer
let context: BrowserContext
let page: Page

beforeAll(async () => {
  browser = await launchChromium()
  server = await startTestServer()
})
afterAll(async () => {
  await browser.close()
  await server.close()
})
beforeEach(async () => {
  context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' })
  await withoutServiceWorkers(context)
  page = await context.newPage()
})
afterEach(() => context.close())

let people = 0

async function createAccount(on: Page, name: string): Promise<void> {
  people += 1
  await on.getByLabel('Your name').fill(name)
  await on.getByLabel('E-mail address').fill(`person-${people}@example.org`)
  await on.getByLabel('Password', { exact: true }).fill('a quiet harbour at dawn')
  await on.getByRole('button', { name: /^Create account/ }).click()
}

async function openSample(on: Page): Promise<void> {
  await on.goto(server.url)
  await on.getByRole('button', { name: 'Open the sample agreement' }).click()
  await on.getByLabel('Text of the agreement').getByText('Purpose').first().waitFor()
}

/** The sample agreement on the server, with the dialog for its members open. */
async function share(): Promise<void> {
  await openSample(page)
  await page.getByRole('button', { name: 'Share', exact: true }).click()
  await createAccount(page, 'Ada Lund')
  await page.getByRole('heading', { name: 'Invite somebody' }).waitFor()
}

async function invite(role: string): Promise<string> {
  await page.getByLabel('Role', { exact: true }).selectOption(role)
  await page.getByRole('button', { name: 'Make an invitation link' }).click()
  return page.getByLabel('Invitation link').inputValue()
}

async function guest(): Promise<Page> {
  const context = await browser.newContext({ reducedMotion: 'reduce' })
  await withoutServiceWorkers(context)
  return context.newPage()
}

async function expectNoFaults(on: Page): Promise<void> {
  expect(await faultsOfEveryLook(on)).toEqual([])
}

const focused = () =>
  page.evaluate(() => {
    const element = document.activeElement
    return element?.getAttribute('aria-label') ?? element?.textContent ?? ''
  })

describe('every screen, wide and narrow, light and dark', () => {
  it('has no serious fault of accessibility on the first visit and in the dialog for a new agreement', async () => {
    await page.goto(server.url)
    await page.getByRole('heading', { name: 'An agreement is written together' }).waitFor()
    await expectNoFaults(page)
    await page.getByRole('button', { name: 'Start an agreement' }).click()
    await page.getByRole('radio', { name: /^Consortium/ }).waitFor()
    await expectNoFaults(page)
  })

  it('has none on an agreement, its members, its seal, an invitation and the list', async () => {
    await share()
    await expectNoFaults(page)
    const link = await invite('partner')
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await page.setViewportSize({ width: 1440, height: 900 })
    await page.getByRole('button', { name: 'Seal and sign' }).click()
    await page.getByRole('heading', { name: 'Seal a version for signing' }).waitFor()
    await expectNoFaults(page)
    await page.goto(server.url)
    await page.getByRole('list', { name: 'Agreements' }).waitFor()
    await expectNoFaults(page)
    const ben = await guest()
    await ben.goto(link)
    await ben.getByText('Ada Lund invites you to').waitFor()
    await expectNoFaults(ben)
    await ben.context().close()
  })

  it('has none where there is nothing to show', async () => {
    for (const path of ['/nowhere', '/agreements/abcdefghijklmnopqrst', '/invite/abc', '/verify']) {
      await page.goto(server.url + path)
      await page.getByRole('heading', { level: 1 }).waitFor()
      await expectNoFaults(page)
    }
  })
})

describe('the library', () => {
  it('is worked by keyboard alone, from an empty list to a copy, a new title and a removal', async () => {
    await page.goto(server.url)
    await page.getByRole('button', { name: 'Start an agreement' }).press('Enter')
    await page.getByRole('radio', { name: /^Consortium/ }).press('ArrowDown')
    expect(await page.getByRole('radio', { name: /^Municipal corporation/ }).isChecked()).toBe(true)
    await page.getByLabel('Title').fill('Joint waterworks')
    await page.getByLabel('Title').press('Enter')
    await page.getByLabel('Text of the agreement').waitFor()
    expect(await page.title()).toBe('Joint waterworks · Parley')
    await page.getByRole('link', { name: 'All agreements' }).press('Enter')
    await page.getByRole('heading', { name: 'Agreements' }).waitFor()
    await expect.poll(focused).toBe('Agreements')

    const menu = page.getByRole('button', { name: 'Actions for Joint waterworks', exact: true })
    await menu.press('Enter')
    await page.getByRole('menuitem', { name: 'Duplicate' }).press('Enter')
    await page.getByRole('link', { name: 'Joint waterworks (copy)' }).waitFor()
    await expect.poll(focused).toBe('Joint waterworks (copy)')
    await page.keyboard.press('ArrowDown')
    expect(await focused()).toBe('Joint waterworks')

    await menu.press('Enter')
    await page.getByRole('menuitem', { name: 'Rename' }).press('Enter')
    await page.getByLabel('Title').fill('Regional waterworks')
    await page.getByLabel('Title').press('Enter')
    await page.getByRole('link', { name: 'Regional waterworks' }).waitFor()

    await page.getByRole('button', { name: 'Actions for Regional waterworks' }).press('Enter')
    await page.getByRole('menuitem', { name: 'Remove from this device' }).press('Enter')
    await page.getByText('This agreement is only on this device.').waitFor()
    await expect.poll(focused).toBe('Keep it')
    await page.getByRole('button', { name: 'Delete for good' }).press('Enter')
    await page.getByRole('link', { name: 'Regional waterworks' }).waitFor({ state: 'detached' })
    await expect.poll(focused).toBe('Agreements')
    expect(await page.getByRole('link', { name: 'Joint waterworks (copy)' }).isVisible()).toBe(true)
  })

  it('finds by title and party once there is something to search', async () => {
    await openSample(page)
    await page.getByRole('link', { name: 'All agreements' }).click()
    for (let copy = 2; copy <= 4; copy++) {
      await page
        .getByRole('button', { name: /^Actions for/ })
        .first()
        .click()
      await page.getByRole('menuitem', { name: 'Duplicate' }).click()
      await expect.poll(() => page.getByRole('listitem').count()).toBe(copy)
    }
    const find = page.getByLabel('Find by title or party')
    await find.fill('(copy 2)')
    await expect.poll(() => page.getByRole('listitem').count()).toBe(1)
    await find.fill('lindholt')
    await expect.poll(() => page.getByRole('listitem').count()).toBe(4)
    await page.getByText('Signed', { exact: true }).click()
    await page.getByText('No agreement matches.').waitFor()
    await page.getByRole('button', { name: 'Show all' }).click()
    await expect.poll(() => page.getByRole('listitem').count()).toBe(4)
  })

  it('remembers the choice of light or dark', async () => {
    await page.goto(server.url)
    await page.getByRole('button', { name: 'Light or dark' }).click()
    await page.getByRole('menuitemradio', { name: 'Dark', exact: true }).click()
    const desk = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
    await expect.poll(desk).toBe('rgb(20, 22, 26)')
    await page.reload()
    expect(await desk()).toBe('rgb(20, 22, 26)')
  })
})

describe('members and invitations', () => {
  it('lets a convener change roles, withdraw a link, and not leave the agreement without a convener', async () => {
    await share()
    await page.getByLabel('Role of Ada Lund').selectOption('observer')
    await page.getByRole('alert').filter({ hasText: 'needs a convener' }).waitFor()
    const link = await invite('commissioner')
    await page.getByRole('button', { name: 'Withdraw the invitation as Commissioner' }).click()
    await page.getByRole('heading', { name: 'Open invitations' }).waitFor({ state: 'detached' })
    const late = await guest()
    await late.goto(link)
    await late.getByRole('heading', { name: 'This link does not lead to an invitation' }).waitFor()
    await late.context().close()
  })

  it('shows an observer the text as it changes, and why it cannot be changed here', async () => {
    await share()
    const link = await invite('observer')
    await page.keyboard.press('Escape')
    const olga = await guest()
    await olga.goto(link)
    await olga.getByText('Reads only.').waitFor()
    await createAccount(olga, 'Olga Reader')
    await olga.getByText('You can read this text but not change it.').waitFor()
    await page.getByLabel('Text of the agreement').getByText('They judge their work').click()
    await page.keyboard.press('End')
    await page.keyboard.type(' Read this.')
    await olga.getByLabel('Text of the agreement').getByText('Read this.').waitFor()
    expect(await olga.getByLabel('Text of the agreement').getAttribute('contenteditable')).toBe('false')
    await page.getByRole('img', { name: 'Here now: Olga Reader' }).waitFor()

    await page.getByRole('button', { name: 'Share', exact: true }).click()
    await page.getByRole('button', { name: 'Remove Olga Reader' }).click()
    await page.getByRole('button', { name: 'Remove', exact: true }).click()
    await page.getByRole('button', { name: 'Remove Olga Reader' }).waitFor({ state: 'detached' })
    await olga.getByText('You no longer belong to this agreement').waitFor()
    await olga.context().close()
  })

  it('asks at sign-out what happens to the copies, and gives them back at the next sign-in', async () => {
    await share()
    await page.keyboard.press('Escape')
    await page.getByRole('link', { name: 'All agreements' }).click()
    await page.getByRole('button', { name: 'Your account: Ada Lund' }).click()
    await page.getByRole('menuitem', { name: 'Sign out' }).click()
    await page.getByRole('radio', { name: 'Remove them' }).check()
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByRole('heading', { name: 'An agreement is written together' }).waitFor()
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await page.getByLabel('E-mail address').fill(`person-${people}@example.org`)
    await page.getByLabel('Password', { exact: true }).fill('not the password')
    await page.getByRole('dialog').getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('alert').filter({ hasText: 'do not match' }).waitFor()
    await page.getByLabel('Password', { exact: true }).fill('a quiet harbour at dawn')
    await page.getByRole('dialog').getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('list', { name: 'Agreements' }).waitFor()
  })
})
