import { createHash } from 'node:crypto'
import { PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import type { PdfInput } from '../../../server/export/pdf-input.ts'
import { createPdfRenderer } from '../../../server/export/pdf-renderer.ts'
import type { DocumentJson, NodeJson } from '../../../shared/document/document-json.ts'
import { readAttachment } from '../../../shared/sealing/pdf/pdf-attachments.ts'
import { readPdfFile } from '../../../shared/sealing/pdf/pdf-file.ts'
import { extractTerms } from '../../../shared/terms/extract-terms.ts'
import { SAMPLE_TITLE, sampleText } from './sample-text.ts'
import { link, ref, t, textBuilder } from './text-builder.ts'

const renderer = createPdfRenderer()
afterAll(() => renderer.close())

const inputOf = (body: DocumentJson, more: Partial<PdfInput> = {}): PdfInput => ({
  title: SAMPLE_TITLE,
  status: 'draft',
  body,
  terms: extractTerms(body, SAMPLE_TITLE),
  fingerprint: null,
  version: null,
  manifest: null,
  signatures: [],
  attachments: [],
  language: 'en',
  date: '2027-02-03T10:00:00.000Z',
  ...more,
})
const sealed = (body: DocumentJson, more: Partial<PdfInput> = {}) =>
  inputOf(body, { status: 'sealed', fingerprint: 'ab'.repeat(32), version: 1, ...more })

async function render(input: PdfInput): Promise<Uint8Array> {
  const pdf = await renderer.render(input)
  if (!pdf.ok) throw new Error(JSON.stringify(pdf.error))
  return pdf.value
}
const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const latin1 = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')
const one = (...content: NodeJson[]): DocumentJson => ({ type: 'doc', content })

describe('a rendered PDF', () => {
  it('is PDF/A-3a with tags, title, language and the date of its input', async () => {
    const pdf = await render(inputOf(sampleText({ parties: 3, kpis: 2, fillerClauses: 1 })))
    const document = await PDFDocument.load(pdf, { updateMetadata: false })
    const text = latin1(pdf)
    expect(text).toMatch(/<pdfaid:part>3<\/pdfaid:part>\s*<pdfaid:conformance>A<\/pdfaid:conformance>/)
    expect(document.catalog.lookup(PDFName.of('MarkInfo'), PDFDict).toString()).toContain('/Marked true')
    expect(document.catalog.get(PDFName.of('StructTreeRoot'))).toBeDefined()
    expect(document.catalog.get(PDFName.of('Lang'))?.toString()).toBe('(en)')
    expect(document.getTitle()).toBe(SAMPLE_TITLE)
    expect(document.getCreationDate()?.toISOString()).toBe('2027-02-03T00:00:00.000Z')
  })

  it('has the same bytes for the same input, also from another process', async () => {
    const input = inputOf(sampleText({ parties: 2, kpis: 1, fillerClauses: 1 }))
    const first = await render(input)
    expect(hash(await render(input))).toBe(hash(first))
    const other = createPdfRenderer()
    const again = await other.render(input)
    await other.close()
    expect(again.ok && hash(again.value)).toBe(hash(first))
  })

  it('carries its attachments byte for byte, the manifest as source of the pages', async () => {
    const bytes = new TextEncoder().encode('{"a":"ä"}')
    const attachments = [
      { name: 'manifest.json', mimeType: 'application/json', bytes, relationship: 'source' as const },
      { name: 'signatures.json', mimeType: 'application/json', bytes: new Uint8Array([123, 125]) },
    ]
    const pdf = await render(sealed(one(textBuilder().p('text')), { attachments }))
    const file = readPdfFile(pdf)
    expect(readAttachment(file, 'manifest.json', 1000)).toEqual(bytes)
    expect(readAttachment(file, 'signatures.json', 1000)).toEqual(new Uint8Array([123, 125]))
    expect(latin1(pdf).match(/\/AFRelationship ?\/\w+/g)).toEqual([
      '/AFRelationship /Source',
      '/AFRelationship /Data',
    ])
  })

  it('starts the signatures on a page of their own', async () => {
    const pages = async (input: PdfInput) => (await PDFDocument.load(await render(input))).getPageCount()
    const body = one(textBuilder().p('Two lines of text.'))
    const manifest = {
      format: 'parley-manifest/1' as const,
      agreementId: 'agreement00000000001',
      title: SAMPLE_TITLE,
      version: 1,
      previousFingerprint: null,
      body,
      terms: extractTerms(body, SAMPLE_TITLE),
      signatories: [
        {
          memberId: 'member00000000000001',
          name: 'Ada 🙏 Lund',
          email: 'ada@ardlen.example',
          partyId: 'party000000000000001',
          partyName: 'Ardlen \ue000',
          capacity: 'Mayor',
        },
      ],
      waivers: [],
      unreviewed: 0,
      record: { updates: 1, head: 'cd'.repeat(32) },
      sealedAt: '2027-02-03T10:00:00.000Z',
      sealedBy: { memberId: 'member00000000000001', name: 'Ada', email: 'ada@ardlen.example' },
    }
    expect(await pages(inputOf(body))).toBe(1)
    expect(await pages(sealed(body, { manifest }))).toBe(2)
  })

  it('prints markup of Typst as the text that it is', async () => {
    const markup = '#panic("no") $x$ *s* _u_ @a <l> \\ `code` // comment ]]) #import "/etc/passwd"'
    const b = textBuilder()
    const body = one(b.h(1, markup), b.p(markup), b.code(markup), b.table(b.row(b.td(markup))))
    await render(inputOf(body, { title: markup }))
    expect(await renderer.findUnprintable(markup, body)).toEqual([])
  })

  it('is made of hostile and odd texts, too', async () => {
    const b = textBuilder()
    const long = 'x'.repeat(2000)
    let nested: NodeJson = b.p('innermost')
    for (let depth = 0; depth < 60; depth++) nested = depth % 2 ? b.quote(nested) : b.bullets([nested])
    const wide = b.row(...Array.from({ length: 40 }, (_, index) => b.td(`${long}${index}`)))
    const body = one(
      nested,
      b.p(long),
      b.table(wide),
      b.table(b.row(b.td(long, { colspan: 1e9, rowspan: -1 }), b.td([b.table(b.row(b.td(long)))]))),
      b.p([link('link', `https://x.example/${long}`), ref('nobody'), t('', 'bold')]),
      b.share({ basis: '#', currency: long, total: long }, b.shareRow('nobody', long, long, long)),
      b.kpi({ unit: long, target: long, stepId: long }, { name: long, '#part': long }),
      { type: 'future', attrs: { x: 1 }, content: [{ type: 'futureAtom' }] },
      { type: 'orderedList', attrs: { start: -1e12, type: '#' }, content: [b.item('first')] },
      { type: 'heading', attrs: { level: 1e9 }, content: [t(long)] },
    )
    const pdf = await render(inputOf(body, { title: long, date: 'no date', language: '#"' }))
    expect(pdf.length).toBeGreaterThan(10_000)
  })

  it('is made of every tree of nodes and characters', async () => {
    const characters = fc.string({ unit: 'binary', maxLength: 12 })
    const tree = fc.letrec<{ node: NodeJson }>(tie => ({
      node: fc.oneof(
        { maxDepth: 4 },
        fc.record({ type: fc.constant('text'), text: characters }),
        fc.record({
          type: fc.constantFrom('paragraph', 'heading', 'bulletList', 'table', 'kpi', 'party', 'future'),
          attrs: fc.dictionary(fc.constantFrom('id', 'name', 'level', 'unit', 'colspan'), characters),
          content: fc.array(tie('node'), { maxLength: 3 }),
        }),
      ),
    }))
    await fc.assert(
      fc.asyncProperty(fc.array(tree.node, { maxLength: 3 }), characters, async (content, title) => {
        const body = one(...content)
        await render(inputOf(body, { title }))
        const places = await renderer.findUnprintable(title, body)
        const pdf = await renderer.render(sealed(body, { title }))
        expect(pdf.ok).toBe(places.length === 0)
      }),
      { seed: 20270403, numRuns: 12 },
    )
  })
})

describe('unprintable characters', () => {
  const b = textBuilder()
  const party = b.party({ name: 'Ardlen \ue000', shortName: 'A' }, 'text \u0000 end')
  const kpi = b.kpi({ unit: '\ud800%', target: '1' }, { definition: 'counted \u202e backwards' })
  const cell = b.td('cell \u{10ffff}')
  const body = one(party, b.p('Ελληνικά, кириллица, ő ș ẞ € → ½ “” … fine'), kpi, b.table(b.row(cell)))

  it('are found with their places in title, text and attributes', async () => {
    const places = await renderer.findUnprintable('Title \u0007', body)
    expect(places.map(place => [place.blockId, place.codePoint])).toEqual([
      [null, 'U+0007'],
      [party.attrs?.id, 'U+E000'],
      [party.attrs?.id, 'U+0000'],
      [kpi.attrs?.id, 'U+202E'],
      [kpi.attrs?.id, 'U+D800'],
      [cell.content?.[0]?.attrs?.id, 'U+10FFFF'],
    ])
    expect(places[2]?.excerpt).toBe('text \ufffd end')
  })

  it('refuse a sealed version with the same places, and print a draft', async () => {
    const input = sealed(body, { title: 'Title \u0007' })
    const refused = await renderer.render(input)
    expect(refused).toEqual({
      ok: false,
      error: { kind: 'unprintable', places: await renderer.findUnprintable('Title \u0007', body) },
    })
    await render({ ...input, status: 'draft', fingerprint: null, version: null })
  })

  it('are none in scripts that the bundled fonts hold', async () => {
    const printable = one(
      b.p('Grüße, naïve façade, Žižkov, Łódź, Győr, Iași, Åse, Ísland, Çeşme, Đà Nẵng'),
      b.p('Αθήνα, πολυτονικὸν ᾠδή; Київ, Београд, Ђорђе; שלום עולם'),
      b.p('§ 5 · ¶ † ‡ ‰ № ™ © ® ± × ÷ ≤ ≥ ≠ ≈ ∞ √ ∑ – — ‑ • ☐ ✓ ✗ → ⇒ ½ ¾ € £ ¥ ₹ ₽ ₿'),
    )
    expect(await renderer.findUnprintable('Συμφωνία', printable)).toEqual([])
  })
})

describe('limits', () => {
  const textOf = (paragraphs: number) =>
    one(...Array.from({ length: paragraphs }, () => textBuilder().p('many words '.repeat(300))))
  const short = inputOf(textOf(1))

  it('refuse what takes too long, and the next text is rendered', async () => {
    const hurried = createPdfRenderer({ timeMs: 3000 })
    expect(await hurried.render(inputOf(textOf(4000)))).toEqual({ ok: false, error: { kind: 'too-large' } })
    expect((await hurried.render(short)).ok).toBe(true)
    await hurried.close()
  })

  it('refuse what takes too much memory, without harm to this process', async () => {
    const small = createPdfRenderer({ memoryBytes: 200_000_000 })
    expect((await small.render(short)).ok).toBe(true)
    expect(await small.render(inputOf(textOf(600)))).toEqual({ ok: false, error: { kind: 'too-large' } })
    await small.close()
  })

  it('end the process when it has had nothing to do, and start another', async () => {
    const idle = createPdfRenderer({ idleMs: 1 })
    for (let round = 0; round < 3; round++) expect((await idle.render(short)).ok).toBe(true)
    await idle.close()
  })

  it('refuse jobs after closing', async () => {
    const closed = createPdfRenderer()
    await closed.close()
    await expect(closed.render(inputOf(one()))).rejects.toThrow('closed')
  })
})
