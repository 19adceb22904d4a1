import { readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { VersionDetail } from '../../shared/protocol/api.ts'
import { fingerprintOf } from '../../shared/sealing/fingerprint.ts'
import { createWebCryptoPort } from '../../shared/sealing/web-crypto-port.ts'
import { extractTerms } from '../../shared/terms/extract-terms.ts'
import { launchChromium, withoutServiceWorkers } from '../support/chromium.ts'
import { draftAgreement, PARTY_A, seal, sign } from '../support/drafted-agreement.ts'
import type { TestPerson } from '../support/test-person.ts'
import { startTestServer, type TestServer } from '../support/test-server.ts'
import { seriousFindings } from './support/serious-findings.ts'

let server: TestServer
let browser: Browser
let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parley-signing-'))
  server = await startTestServer()
  browser = await launchChromium()
})
afterEach(async () => {
  for (const context of browser.contexts()) await context.close()
})
afterAll(async () => {
  await browser.close()
  await server.close()
  await rm(folder, { recursive: true })
})

/** A browser of its own, signed in. Only where the app `installs` itself can it be loaded anew without a network. */
async function pageOf(person: TestPerson | null, { installs = false } = {}): Promise<Page> {
  const context = await browser.newContext({ acceptDownloads: true, reducedMotion: 'reduce' })
  if (!installs) await withoutServiceWorkers(context)
  if (person) {
    const cookies = person.cookie.split('; ').map(pair => {
      const at = pair.indexOf('=')
      return { name: pair.slice(0, at), value: pair.slice(at + 1), url: server.url }
    })
    await context.addCookies(cookies)
  }
  return context.newPage()
}

async function sealedAgreement() {
  const drafted = await draftAgreement(server)
  await drafted.ada.patch(`/api/agreements/${drafted.id}/members/${drafted.adaMember}`, { partyId: PARTY_A })
  const version = await seal(drafted)
  return { drafted, version, address: `${server.url}/agreements/${drafted.id}/versions/1` }
}

async function withPasskeys(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
    },
  })
}

/** The content of the page; its frame is tested with the app. */
const MAIN = { where: 'main' }

describe('signing in a browser', () => {
  it('needs the consent, makes a passkey, signs with it, and gives the signed file, which verifies offline', async () => {
    const { drafted, version, address } = await sealedAgreement()
    expect((await sign(drafted.ben, version, drafted.benMember)).status).toBe(201)
    const page = await pageOf(drafted.ada)
    await withPasskeys(page)
    await page.goto(address)
    const button = page.getByRole('button', { name: 'Sign version 1' })
    await button.click()
    await page.getByText('Tick this box if you agree').waitFor()
    expect(await seriousFindings(page, MAIN)).toEqual([])
    await page.getByRole('checkbox').check()
    await button.click()
    await page.getByRole('heading', { name: 'Everyone has signed' }).waitFor()

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download the signed PDF' }).click(),
    ])
    const file = join(folder, download.suggestedFilename())
    await download.saveAs(file)

    const verifier = await pageOf(null, { installs: true })
    await verifier.goto(`${server.url}/verify`)
    await verifier.getByRole('button', { name: 'Choose a file' }).waitFor()
    await verifier.evaluate(() => navigator.serviceWorker.ready)
    await verifier.context().setOffline(true)
    await verifier.reload()
    await verifier.locator('input[type=file]').setInputFiles(file)
    await verifier.getByRole('heading', { name: 'Valid', exact: true }).waitFor()
    await verifier.getByText('with a passkey on localhost').waitFor()
    await verifier.getByText('What this does not prove').waitFor()
    expect(await seriousFindings(verifier, MAIN)).toEqual([])

    const tampered = readFileSync(file)
    tampered[1000] = (tampered[1000] ?? 0) ^ 1
    await writeFile(join(folder, 'tampered.pdf'), tampered)
    await verifier.getByRole('button', { name: 'Check another file' }).click()
    await verifier.locator('input[type=file]').setInputFiles(join(folder, 'tampered.pdf'))
    await verifier.getByRole('heading', { name: 'Not valid' }).waitFor()
    expect(await seriousFindings(verifier, MAIN)).toEqual([])
  })

  it('is possible with the key of the device, of which each user of one browser has an own one', async () => {
    const page = await pageOf(null)
    const keys: string[] = []
    for (const _ of [1, 2]) {
      const { drafted, address } = await sealedAgreement()
      await page.context().clearCookies()
      const [session = ''] = drafted.ben.cookie.split('; ')
      const at = session.indexOf('=')
      await page
        .context()
        .addCookies([{ name: session.slice(0, at), value: session.slice(at + 1), url: server.url }])
      await page.goto(address)
      await page.getByRole('radio', { name: 'With this device’s key' }).check()
      await page.getByRole('checkbox').check()
      await page.getByRole('button', { name: 'Sign version 1' }).click()
      await page.getByRole('heading', { name: 'You have signed' }).waitFor()
      const { body } = await drafted.ben.get(`/api/agreements/${drafted.id}/versions/1`)
      keys.push(body.signatures[0].proof.publicKey)
      expect(body.signatures[0].proof.method).toBe('device-key')
    }
    // Two users of one browser have a key each.
    expect(new Set(keys).size).toBe(2)
  })

  it('is refused when the server shows another text than the one on this device, however well it fits its fingerprint', async () => {
    const { drafted, version, address } = await sealedAgreement()
    const page = await pageOf(drafted.ada)
    const text = JSON.stringify(version.manifest.body).replace('EUR 48,000', 'EUR 98,000')
    const body = JSON.parse(text)
    const manifest = { ...version.manifest, body, terms: extractTerms(body, version.manifest.title) }
    const fingerprint = await fingerprintOf(manifest, createWebCryptoPort(globalThis.crypto.subtle))
    const forged: VersionDetail = { ...version, manifest, fingerprint }
    await page.route('**/versions/1', route => {
      const isApi = route.request().url().includes('/api/')
      return isApi ? route.fulfill({ json: forged }) : route.fallback()
    })
    await page.goto(address)
    await page.getByText('The sealed text is not the one on this device').waitFor()
    await page.getByText('clause 2 (Fee)').waitFor()
    expect(await page.getByText('EUR 98,000').count()).toBe(1)
    expect(await page.getByRole('button', { name: 'Sign version 1' }).count()).toBe(0)
    expect(await seriousFindings(page, MAIN)).toEqual([])
  })

  it('is declined with a reason, which everybody then reads', async () => {
    const { drafted, address } = await sealedAgreement()
    const ben = await pageOf(drafted.ben)
    await ben.goto(address)
    await ben.getByRole('button', { name: 'I do not agree: refuse to sign' }).click()
    const dialog = ben.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Refuse to sign' }).click()
    await dialog.getByText('Write a reason').waitFor()
    await dialog.getByRole('textbox').fill('The fee <b>is</b> too high.')
    await dialog.getByRole('button', { name: 'Refuse to sign' }).click()
    await ben.getByRole('heading', { name: 'This version was refused' }).waitFor()
    const ada = await pageOf(drafted.ada)
    await ada.goto(address)
    await ada.getByText('The fee <b>is</b> too high.').waitFor()
    expect((await drafted.ada.get(`/api/agreements/${drafted.id}`)).body.status).toBe('draft')
  })
})
