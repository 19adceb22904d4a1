import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { sign } from '../support/drafted-agreement.ts'
import { accept } from '../support/test-person.ts'
import { removeDataDir, startServerProcess } from '../support/test-server.ts'
import { buildClient } from './build-client.ts'
import { inLook, keepPicture, keepPictures, LOOKS } from './support/looks.ts'
import { Person } from './support/person.ts'

/**
 * Walks through the product and keeps a picture of each screen, at a desk and on a phone, light and dark. The README shows some
 * of them; the rest is for looking at. `npm run pictures [-- folder]`.
 */
const folder = process.argv[2] ?? 'test-results/pictures'
const picture = (page: Page, name: string) => keepPictures(page, folder, name)

/** Clauses of the sample in which the objects of an agreement stand, and what their picture is called. */
const OBJECT_PLACES = [
  ['Parties', 'parties'],
  ['Shares of cost', 'shares'],
  ['Chain of service', 'chain'],
  ['Roles', 'roles'],
  ['Key performance indicators', 'kpis'],
] as const

/** A tab of a panel beside the text: a column at a desk, a drawer on a phone. */
async function panelPicture(
  page: Page,
  panel: 'Outline' | 'Side panel',
  tab: RegExp,
  name: string,
): Promise<void> {
  for (const look of LOOKS) {
    const isNarrow = look.width < 800
    await inLook(page, look)
    if (isNarrow) await page.getByRole('button', { name: panel }).click()
    await page.getByRole('tab', { name: tab }).click()
    await page.getByRole('tabpanel', { name: tab }).locator('h2, [role=status]').first().waitFor()
    await keepPicture(page, folder, `${name}-${look.name}`)
    if (!isNarrow) continue
    // A drawer that is left open covers the pictures after it.
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  }
  await inLook(page, LOOKS[0])
}

/** A view in the place of the text. */
async function viewPicture(page: Page, view: string, name: string): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: view }).click()
  // The text stays behind a view once that is there, headings of the same words in it.
  await page.locator('main[inert]').waitFor({ state: 'attached' })
  await page.locator('main:not([inert]) h1', { hasText: view }).waitFor()
  await picture(page, name)
}

await buildClient()
const server = await startServerProcess()
const ada = await Person.arrive('Ada', server.url)
const ben = await Person.arrive('Ben', server.url)
try {
  const { page } = ada
  await page.goto(ada.wire.url)
  await page.getByRole('button', { name: 'Start an agreement' }).waitFor()
  await picture(page, 'first-run')

  await ada.starts(/^Municipal/, 'Water and waste water, upper valley')
  await ada.starts(/^Standards/, 'Repair cafés, a shared standard')
  await page.goto(ada.wire.url)
  await page
    .getByRole('button', { name: /sample/i })
    .first()
    .click()
  await ada.seesText('Purpose')
  await ada.seesStatus('saved-on-device')
  const agreement = new URL(page.url()).pathname

  await page.getByRole('button', { name: 'Share', exact: true }).click()
  await page.getByLabel('Your name').waitFor()
  await picture(page, 'account')
  await ada.signUp()
  await page.getByRole('button', { name: 'Make an invitation link' }).click()
  const link = await page.getByLabel('Invitation link').inputValue()
  await picture(page, 'people')
  await page.getByRole('button', { name: 'Make another' }).click()
  await page.getByRole('button', { name: 'Make an invitation link' }).click()
  const cleo = await server.signUp('Cleo')
  const cleoMember = await accept(
    cleo,
    new URL(await page.getByLabel('Invitation link').inputValue()).pathname.split('/')[2] ?? '',
  )
  await page.keyboard.press('Escape')
  await ada.seesStatus('saved-for-everyone')

  await ben.page.goto(ben.here(link))
  await ben.page.getByLabel('Your name').waitFor()
  await picture(ben.page, 'invitation')
  await ben.signUp()
  await ben.seesText('Purpose')
  await ben.caretAfter('No one of them')
  await page.getByRole('img', { name: /^Here now: .*Ben/ }).waitFor()
  await ada.caretAfter('They judge their work')
  await picture(page, 'editor')
  for (const [words, name] of OBJECT_PLACES) {
    await ada.caretAfter(words)
    await picture(page, `editor-${name}`)
  }
  await page
    .getByRole('button', { name: /^KPI: move/ })
    .first()
    .click()
  await page.getByRole('menuitem', { name: 'Duplicate' }).waitFor()
  await picture(page, 'object-menu')
  await page.getByRole('menuitem', { name: 'Open in the KPI workshop' }).click()
  await page.getByRole('heading', { name: 'KPI workshop' }).waitFor()
  await picture(page, 'kpi-workshop')
  await page.getByRole('button', { name: 'From the library' }).click()
  await page.getByRole('dialog', { name: 'KPI library' }).getByRole('article').waitFor()
  await picture(page, 'kpi-library')
  await page.keyboard.press('Escape')

  await page.getByRole('navigation').getByRole('link', { name: 'Text', exact: true }).click()
  await panelPicture(page, 'Outline', /^Objects/, 'objects')
  await panelPicture(page, 'Side panel', /^Readiness/, 'readiness-ready')
  await panelPicture(page, 'Side panel', /^Dates/, 'dates')
  await page.getByRole('button', { name: 'Subscribe…' }).click()
  await page.getByLabel('Address for your calendar program').waitFor()
  await picture(page, 'dates-address')
  await viewPicture(page, 'Chain of service', 'chain')
  await viewPicture(page, 'Fairness', 'fairness')

  await page.goto(ada.wire.url)
  await page.getByText('Repair cafés').waitFor()
  await picture(page, 'library')
  await page.getByText('Repair cafés').click()
  await ada.seesText('[name of the standard]')
  await panelPicture(page, 'Side panel', /^Readiness/, 'readiness')
  await page.getByRole('button', { name: 'Let it stand…' }).first().click()
  await page.getByLabel('Why it may stand').fill('It is agreed when the first dealer joins.')
  await page.getByRole('button', { name: 'Keep the reason' }).click()
  await page.getByRole('button', { name: 'Seal and sign' }).click()
  await page.getByRole('heading', { name: /points are not settled/ }).waitFor()
  await picture(page, 'seal-open')

  await page.goto(`${ada.wire.url}${agreement}`)
  await ada.seesText('Purpose')
  await ada.typeAfter('They judge their work', ' [how]')
  await ada.seesStatus('saved-for-everyone')
  await page.getByRole('button', { name: 'Seal and sign' }).click()
  const dialog = page.getByRole('dialog')
  for (const [index, name] of ['Ada', 'Ben', 'Cleo'].entries()) {
    await dialog
      .getByLabel(/^Who signs for/)
      .nth(index)
      .selectOption({ label: `${name} (${name.toLowerCase()}@example.org)` })
    await dialog
      .getByLabel(/^In what capacity/)
      .nth(index)
      .fill('Managing director')
  }
  await dialog.getByLabel(/^Or say why/).fill('It is agreed at the first meeting of the board.')
  await dialog.getByRole('button', { name: 'Let it stand', exact: true }).click()
  await picture(page, 'seal')
  await dialog.getByRole('button', { name: 'Seal this version' }).click()
  await page.getByRole('heading', { name: 'Your signature' }).waitFor()
  await picture(page, 'sign')
  for (const { page: each } of [ada, ben]) {
    if (each !== page) await each.getByRole('link', { name: 'Read and sign' }).first().click()
    await each.getByRole('heading', { name: 'Your signature' }).waitFor()
    await each.getByRole('checkbox').check()
    await each.getByRole('radio', { name: /device’s key/ }).check()
    await each.getByRole('button', { name: 'Sign version 1' }).click()
    await each.getByRole('heading', { name: 'You have signed' }).waitFor()
  }
  const version = await cleo.get(`/api${agreement}/versions/1`)
  await sign(cleo, version.body, cleoMember)
  await ben.page.reload()
  await ben.page.getByRole('heading', { name: 'Everyone has signed' }).waitFor()
  await picture(ben.page, 'signed')
  const [download] = await Promise.all([
    ben.page.waitForEvent('download'),
    ben.page.getByRole('button', { name: 'Download the signed PDF' }).click(),
  ])
  const pdf = readFileSync(await download.path())
  writeFileSync(join(folder, 'signed.pdf'), pdf)
  await page.goto(`${ada.wire.url}/verify`)
  await picture(page, 'verify-empty')
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'signed.pdf', mimeType: 'application/pdf', buffer: pdf })
  await page.getByText('Managing director').first().waitFor()
  await picture(page, 'verify')
} finally {
  await ada.leave()
  await ben.leave()
  await server.stop()
  removeDataDir(server)
}
