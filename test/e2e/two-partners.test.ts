import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { verifySignedPdf } from '../../shared/sealing/verify-signed-pdf.ts'
import { createWebCryptoPort } from '../../shared/sealing/web-crypto-port.ts'
import type { Person } from './support/person.ts'
import { useStage } from './support/stage.ts'

const crypto = createWebCryptoPort(globalThis.crypto.subtle)

describe('two partners draft, go offline, merge, seal, sign and export', () => {
  const stage = useStage()
  let ada: Person
  let ben: Person
  let agreement = ''
  let pdf: Uint8Array = new Uint8Array()

  beforeAll(async () => {
    ada = await stage.arrive('Ada')
    ben = await stage.arrive('Ben')
  })

  it('Ada writes a consortium agreement at once, without an account', async () => {
    agreement = await ada.starts(/^Consortium/, 'Valley deliveries')
    await ada.seesText('Purpose')
    await ada.typeAfter('treat the parties fairly.', ' Ada wrote this before she had an account.')
    await ada.seesStatus('saved-on-device')
  })

  it('Ada shares it: she makes an account, what she wrote comes along, and Ben follows her link', async () => {
    await ben.follows(await ada.shares())
    await ben.seesText('Ada wrote this before she had an account.')
    expect(new URL(ben.page.url()).pathname).toBe(agreement)
  })

  it('both write at once and see each other', async () => {
    await Promise.all([
      ada.typeAfter('serve that purpose', ' (Ada, live)'),
      ben.typeAfter('the skills of all of them', ' (Ben, live)'),
    ])
    for (const person of [ada, ben]) {
      await person.seesText('serve that purpose (Ada, live)', 'the skills of all of them (Ben, live)')
      await person.seesStatus('saved-for-everyone')
    }
    await ada.page.getByRole('img', { name: /^Here now: .*Ben/ }).waitFor()
  })

  it('both go offline and edit the same clause and different KPIs; one browser is closed and opened again', async () => {
    // Only what is on the device opens without a network: the app is, once its first visit has fetched all of it.
    for (const { page } of [ada, ben])
      await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
    await Promise.all([ada.wire.cut(), ben.wire.cut()])
    await ada.typeAfter('serve that purpose', ' [Ada offline]')
    await ben.typeAfter('serve that purpose', ' [Ben offline]')
    await ada.typeAfter('Requests solved at the first promise', ' (Ada’s KPI)')
    await ben.typeAfter('Clients who would choose us again', ' (Ben’s KPI)')
    for (const person of [ada, ben]) await person.seesStatus('offline')

    await ben.closeBrowser()
    await ben.openBrowser()
    await ben.page.goto(ben.here(`http://x${agreement}`))
    await ben.seesText('[Ben offline]')
    await ben.seesStatus('offline')
    await ben.typeAfter('[Ben offline]', ' and again after a restart')
    await ben.seesStatus('offline')
  })

  it('back online all edits of both are there', async () => {
    await Promise.all([ada.wire.restore(), ben.wire.restore()])
    for (const person of [ada, ben]) {
      await person.seesText(
        '[Ada offline]',
        '[Ben offline]',
        'and again after a restart',
        '(Ada’s KPI)',
        '(Ben’s KPI)',
      )
      await person.seesStatus('saved-for-everyone')
    }
    await expect.poll(async () => (await ada.text()) === (await ben.text())).toBe(true)
  })

  it('the terms on the server are the ones on the screen', async () => {
    const read = () => ada.page.evaluate(async path => (await fetch(`/api${path}/terms`)).json(), agreement)
    await expect
      .poll(
        async () => (await read()).kpis.map((kpi: { parts: { name: string } }) => kpi.parts.name).join(),
        { timeout: 5000 },
      )
      .toContain('(Ben’s KPI)')
    const terms = await read()
    expect(terms.title).toBe('Valley deliveries')
    const panel = await ada.page.getByRole('tabpanel', { name: 'Terms' }).textContent()
    for (const { name } of terms.parties) expect(panel).toContain(name)
  })

  it('Ada seals a version, and both read and sign it on their own devices', async () => {
    const { page } = ada
    await ada.caretAfter('It carries out', page.locator('[data-object=party]').last())
    await page.keyboard.press('Escape')
    await page.keyboard.press('Delete')
    await ada.seesStatus('saved-for-everyone')
    await page.getByRole('button', { name: 'Seal and sign' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Who signs for [Lead partner]').selectOption({ label: 'Ada (ada@example.org)' })
    await dialog.getByLabel('In what capacity for [Lead partner]').fill('Managing director')
    await dialog.getByLabel('Who signs for [Second partner]').selectOption({ label: 'Ben (ben@example.org)' })
    await dialog.getByLabel('In what capacity for [Second partner]').fill('Chair')
    await dialog.getByLabel(/^Or say why/).fill('A draft for a test: its gaps stay.')
    await dialog.getByRole('button', { name: /^Let all \d+ stand/ }).click()
    await dialog.getByRole('button', { name: 'Seal this version' }).click()

    await page.getByRole('heading', { name: 'Your signature' }).waitFor()
    await ada.plugInPasskey()
    await page.getByRole('checkbox').check()
    await page.getByRole('radio', { name: /passkey/ }).check()
    await page.getByRole('button', { name: 'Sign version 1' }).click()
    await page.getByRole('heading', { name: 'You have signed' }).waitFor()

    await ben.page.getByRole('link', { name: 'Read and sign' }).first().click()
    await ben.page.getByRole('heading', { name: 'Your signature' }).waitFor()
    await ben.page.getByRole('checkbox').check()
    await ben.page.getByRole('radio', { name: /device’s key/ }).check()
    await ben.page.getByRole('button', { name: 'Sign version 1' }).click()
    await ben.page.getByRole('heading', { name: 'Everyone has signed' }).waitFor()
  })

  const changedPdf = () => {
    const changed = pdf.slice()
    const middle = Math.floor(changed.length / 2)
    changed[middle] = (changed[middle] ?? 0) ^ 1
    return changed
  }

  it('the signed PDF proves itself, and one changed byte does not', async () => {
    const [download] = await Promise.all([
      ben.page.waitForEvent('download'),
      ben.page.getByRole('button', { name: 'Download the signed PDF' }).click(),
    ])
    pdf = new Uint8Array(readFileSync(await download.path()))
    const report = await verifySignedPdf(pdf, crypto)
    expect(report.verdict).toBe('valid')
    expect(report.signatories.map(({ name }) => name).toSorted()).toEqual(['Ada', 'Ben'])
    expect((await verifySignedPdf(changedPdf(), crypto)).verdict).toBe('invalid')
  })

  it('anyone can verify it in a browser without the server, and sees when a byte was changed', async () => {
    const { page } = ada
    await page.goto(`${ada.wire.url}/verify`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await ada.wire.cut()
    const choose = (bytes: Uint8Array) =>
      page
        .locator('input[type=file]')
        .setInputFiles({ name: 'signed.pdf', mimeType: 'application/pdf', buffer: Buffer.from(bytes) })
    await choose(pdf)
    await page.getByText('Valid', { exact: true }).waitFor()
    await page.getByText('Managing director').first().waitFor()
    await page.getByRole('button', { name: 'Check another file' }).click()
    await choose(changedPdf())
    await page.getByText('Not valid', { exact: true }).waitFor()
    await ada.wire.restore()
  })

  it('they build an alliance from its template until it is ready to seal, Ben half the time offline', async () => {
    const { page } = ada
    await ada.starts(/^Value-added alliance/, 'Side by side')
    await ada.seesText('[the people we serve]')
    await page.getByRole('button', { name: 'Share', exact: true }).click()
    await page.getByRole('button', { name: 'Make an invitation link' }).click()
    const link = await page.getByLabel('Invitation link').inputValue()
    await page.keyboard.press('Escape')
    await ben.page.goto(ben.here(link))
    await ben.page.getByRole('button', { name: 'Join and open' }).click()
    await ben.seesText('[the people we serve]')
    const readiness = ({ page }: Person) => page.getByRole('tabpanel', { name: /^Readiness/ })
    for (const person of [ada, ben]) {
      await person.page.getByRole('tab', { name: /^Readiness/ }).click()
      await readiness(person).getByText('31 points have to be settled').waitFor()
    }

    // Apart: she names the parties, he says who answers for what and how success is measured.
    await ben.wire.cut()
    await ben.seesStatus('offline')
    await Promise.all([
      ada.fillFields(
        ['name', 'shortName', 'registration', 'address', 'contact'],
        (field, number) => `${field} ${number}`,
      ),
      ben.fillFields(['holder', 'baseline', 'target'], field => (field === 'holder' ? 'Ingrid Moe' : '80')),
    ])
    await ada.fillGap('[the people we serve]', 'families who have to move')
    await ben.wire.restore()
    for (const person of [ada, ben]) {
      await person.seesStatus('saved-for-everyone')
      await readiness(person).getByText('4 points have to be settled').waitFor()
    }

    // What is to stay as it is stays with a reason that both see, and that either may take back.
    await readiness(ben).getByRole('button', { name: 'Let it stand…' }).first().click()
    await ben.page.getByLabel('Why it may stand').fill('It is decided in May.')
    await ben.page.getByRole('button', { name: 'Keep the reason' }).click()
    await readiness(ada).getByText('It is decided in May.').waitFor()
    await readiness(ada).getByText('3 points have to be settled').waitFor()
    await readiness(ada).getByRole('button', { name: 'Take it back' }).click()
    await readiness(ben).getByText('4 points have to be settled').waitFor()

    // Together again, in one text.
    await ada.fillGap('[its speciality]', 'advice on debts')
    await ben.fillGap('[place]', 'Harbour Town')
    await ada.fillGap('[date]', '1 April 2027')
    await ben.fillGap('[country]', 'Norway')
    for (const person of [ada, ben]) await readiness(person).getByText('Ready to seal.').waitFor()
    await expect.poll(async () => (await ada.text()) === (await ben.text())).toBe(true)
  })

  it('nothing went wrong on either page', () => {
    expect([...ada.errors, ...ben.errors]).toEqual([])
  })
})
