import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { SignatureFile } from '../../../shared/sealing/statement.ts'
import { VERIFY_LIMITS } from '../../../shared/sealing/verify-limits.ts'
import { verifySignedPdf } from '../../../shared/sealing/verify-signed-pdf.ts'
import { cryptoPort, manifestOf } from './fixture.ts'
import { attachmentsOf, closePdf, newSealKey, pdfWith, type SealKey, signedPdf } from './sealed-pdf.ts'
import { signedByBoth } from './signers.ts'

const manifest = manifestOf()
let file: SignatureFile
let key: SealKey
let pdf: Uint8Array
beforeAll(async () => {
  file = await signedByBoth(manifest)
  key = await newSealKey()
  pdf = await signedPdf(manifest, file, key)
})

const verify = (bytes: Uint8Array) => verifySignedPdf(bytes, cryptoPort)
const failed = async (bytes: Uint8Array) =>
  (await verify(bytes)).checks.filter(({ ok }) => !ok).map(({ id }) => id)
const find = (bytes: Uint8Array, text: string) => Buffer.from(bytes).lastIndexOf(text, undefined, 'latin1')
const withByte = (at: number, byte: number) => {
  const copy = pdf.slice()
  copy[at] = byte
  return copy
}

describe('a signed PDF', () => {
  it('is valid and shows whose key closed it', async () => {
    const report = await verify(pdf)
    expect(report.checks.filter(({ ok }) => !ok)).toEqual([])
    expect(report.verdict).toBe('valid')
    expect(report.sealKey).toBe(Buffer.from(await cryptoPort.sha256(key.certificate)).toString('hex'))
    expect(report.agreement?.fingerprint).toBe(file.fingerprint)
    expect(report.doesNotProve.join(' ')).toContain('Whose the seal key is')
  })

  it('is incomplete when its seal holds but a signature is missing', async () => {
    const partly = await signedPdf(manifest, { ...file, signatures: file.signatures.slice(1) }, key)
    expect((await verify(partly)).verdict).toBe('incomplete')
  })

  it('is invalid when its seal holds but a signature does not', async () => {
    const forged = await signedPdf({ ...manifest, title: 'Another title' }, file, key)
    const report = await verify(forged)
    expect(report.verdict).toBe('invalid')
    expect(report.proves).toEqual([])
    expect(await failed(forged)).toContain('fingerprint')
  })
})

describe('a tampered PDF', () => {
  it('is never valid with one changed byte, wherever it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(pdf.length - 1), fc.integer({ min: 1, max: 255 }), async (at, flip) => {
        const report = await verify(withByte(at, (pdf[at] ?? 0) ^ flip))
        expect(report.verdict).toBe('invalid')
      }),
      { seed: 20261123, numRuns: 200 },
    )
  })

  it('is never valid with one changed byte in its seal, letter case and padding included', async () => {
    const start = find(pdf, '/Contents <') + '/Contents '.length
    const end = start + 2 * 2048 + 2
    expect(pdf[start]).toBe('<'.charCodeAt(0))
    expect(pdf[end - 1]).toBe('>'.charCodeAt(0))
    const places = Array.from({ length: end - start }, (_, index) => start + index)
    const lettersAndSome = (at: number, index: number) => (pdf[at] ?? 0) > 0x60 && index % 20 === 0
    for (const at of places.filter((_, index) => index < 1300 || index > places.length - 20)) {
      const flips = lettersAndSome(at, at - start) ? [1, 0x20] : [1]
      for (const flip of flips) {
        const { verdict } = await verify(withByte(at, (pdf[at] ?? 0) ^ flip))
        expect([at - start, verdict]).toEqual([at - start, 'invalid'])
      }
    }
  }, 30_000)

  it('is invalid when bytes are appended or cut off', async () => {
    expect(await failed(Buffer.concat([pdf, Buffer.from('\n')]))).not.toEqual([])
    expect(await failed(Buffer.concat([pdf, Buffer.from('% a comment\n')]))).not.toEqual([])
    expect(await failed(pdf.subarray(0, -1))).not.toEqual([])
    expect(await failed(pdf.subarray(0, pdf.length / 2))).not.toEqual([])
  })

  it('is invalid when a later revision follows the seal', async () => {
    const { PDFDocument } = await import('@cantoo/pdf-lib')
    const document = await PDFDocument.load(pdf, { forIncrementalUpdate: true })
    document.getPage(0).drawText('and one thing more')
    expect(await failed(await document.save({ useObjectStreams: false }))).toEqual(['pdf-form'])
  })

  it('shows another seal key when somebody else closed it again', async () => {
    const other = await newSealKey()
    const report = await verify(await closePdf(pdf, other))
    expect(report.sealKey).toBe(Buffer.from(await cryptoPort.sha256(other.certificate)).toString('hex'))
  })
})

describe('a PDF that is not a signed export', () => {
  const json = (value: unknown) => Buffer.from(JSON.stringify(value))

  it.each<[string, () => Promise<Uint8Array>, RegExp]>([
    ['without a seal', () => pdfWith(attachmentsOf(manifest, file)), /no closing seal/],
    ['without attachments', async () => closePdf(await pdfWith([]), key), /no attachment manifest\.json/],
    [
      'with two manifests',
      async () =>
        closePdf(await pdfWith([...attachmentsOf(manifest, file), ['manifest.json', json(manifest)]]), key),
      /more than one attachment manifest\.json/,
    ],
    [
      'with a manifest that is no JSON',
      async () => closePdf(await pdfWith([['manifest.json', Buffer.from('{')]]), key),
      /not JSON/,
    ],
    [
      'with a manifest whose bytes are not the canonical ones',
      async () => closePdf(await pdfWith([['manifest.json', json(manifest)]]), key),
      /canonical form/,
    ],
    [
      'with an attachment that swells when unpacked',
      async () =>
        closePdf(await pdfWith([['manifest.json', new Uint8Array(VERIFY_LIMITS.jsonBytes + 1)]]), key),
      /too large/,
    ],
    ['that is empty', async () => new Uint8Array(), /does not begin/],
    ['that is text', async () => Buffer.from('%PDF-1.7\nhello'), /does not end/],
    ['that is too large', async () => new Uint8Array(VERIFY_LIMITS.pdfBytes + 1), /too large/],
    [
      'whose table runs in a circle',
      async () =>
        Buffer.from('%PDF-1.7\nxref\n0 1\n0000000000 65535 f\ntrailer\n<< /Prev 9 >>\nstartxref\n9\n%%EOF'),
      /in disorder/,
    ],
    [
      'that is nested without end',
      async () => Buffer.from(`%PDF-1.7\nxref\n0 0\ntrailer\n${'['.repeat(100_000)}\nstartxref\n9\n%%EOF`),
      /nested too deeply/,
    ],
  ])('gets a clear report: one %s', async (_, make, words) => {
    const report = await verify(await make())
    expect(report.verdict).toBe('invalid')
    expect(
      report.checks
        .filter(({ ok }) => !ok)
        .map(({ text }) => text)
        .join(' '),
    ).toMatch(words)
  })

  it('never throws on bytes at random', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), fc.boolean(), async (bytes, framed) => {
        const input = framed
          ? Buffer.concat([Buffer.from('%PDF-1.7\n'), bytes, Buffer.from('\nstartxref\n9\n%%EOF')])
          : bytes
        expect((await verify(input)).verdict).toBe('invalid')
      }),
    )
  })

  it('never throws on a PDF of which a part is overwritten', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(pdf.length - 1),
        fc.uint8Array({ minLength: 1, maxLength: 60 }),
        async (at, junk) => {
          const copy = pdf.slice()
          copy.set(junk.subarray(0, pdf.length - at), at)
          const same = copy.every((byte, index) => byte === pdf[index])
          expect((await verify(copy)).verdict).toBe(same ? 'valid' : 'invalid')
        },
      ),
      { seed: 7, numRuns: 300 },
    )
  })
})
