import type { DocumentJson } from '../../shared/document/document-json.ts'
import { assert, err, ok, type Result } from '../../shared/result.ts'
import type { PdfInput, PdfRefusal, PdfRenderer, UnprintablePlace } from './pdf-input.ts'
import { attachmentPath, createPrintModel, printBlocks } from './print-model.ts'
import type { PrintRun } from './print-types.ts'
import type { RedlineInput } from './redline/redline-input.ts'
import { redlineModel } from './redline/redline-model.ts'
import { TYPST_LIMITS, TypstClient, type TypstLimits } from './typst-client.ts'
import type { TypstAnswer, TypstRequest } from './typst-messages.ts'
import { graphemesOf, isNeverPrintable, partsOf, placesOf, withCodes } from './unprintable.ts'

/** Characters of a print model; about 2,500 pages, beyond which a PDF would take minutes. */
const MAX_MODEL = 40_000_000
const MAX_PLACES = 200
const MAX_KNOWN = 50_000

/** A word that no line holds may break anywhere. */
const breakable = (text: string) => text.replace(/\S{50}/gu, '$&\u200b')

/** Calls `visit` for each text of a print model with the id of the block that it stands in. */
function visitTexts(
  value: unknown,
  visit: (text: string, blockId: string | null) => void,
  id: string | null = null,
) {
  if (typeof value !== 'object' || value === null) return
  const { text } = value as Partial<PrintRun>
  if (typeof text === 'string') visit(text, id)
  const own = 'id' in value && typeof value.id === 'string' ? value.id : id
  for (const inner of Object.values(value)) visitTexts(inner, visit, own)
}

/** The PDF renderer: Typst in a process of its own, which is started when it is needed. */
export function createPdfRenderer(limits: Partial<TypstLimits> = {}): PdfRenderer {
  const typst = new TypstClient({ ...TYPST_LIMITS, ...limits })
  /** Whether a font holds it, for all that was looked up; the fonts of a machine do not change while it runs. */
  const known = new Map<string, boolean>()

  async function ask(request: TypstRequest): Promise<Result<TypstAnswer, PdfRefusal>> {
    const answer = await typst.ask(request)
    if (answer.ok && answer.value.kind === 'failed') throw new Error(`Typst failed: ${answer.value.reason}`)
    return answer
  }

  async function findMissing(texts: readonly string[]): Promise<Result<ReadonlySet<string>, PdfRefusal>> {
    if (known.size > MAX_KNOWN) known.clear()
    const graphemes = [...graphemesOf(texts)]
    const printable = graphemes.filter(grapheme => !isNeverPrintable(grapheme))
    const unknown = [...new Set(printable.flatMap(partsOf))].filter(part => !known.has(part))
    if (unknown.length > 0) {
      const answer = await ask({ kind: 'find-missing', graphemes: unknown })
      if (!answer.ok) return answer
      assert(answer.value.kind === 'missing', 'a question about fonts is answered with what they miss')
      const missing = new Set(answer.value.texts)
      for (const part of unknown) known.set(part, !missing.has(part))
    }
    const isMissing = (grapheme: string) =>
      isNeverPrintable(grapheme) || partsOf(grapheme).some(part => known.get(part) === false)
    return ok(new Set(graphemes.filter(isMissing)))
  }

  /** Places in title and text, in reading order. */
  async function placesIn(
    title: string,
    body: DocumentJson,
  ): Promise<Result<UnprintablePlace[], PdfRefusal>> {
    const texts: { text: string; blockId: string | null }[] = [{ text: title, blockId: null }]
    visitTexts(
      printBlocks(body, text => text),
      (text, blockId) => texts.push({ text: text.replaceAll('\u200b', ''), blockId }),
    )
    const missing = await findMissing(texts.map(({ text }) => text))
    if (!missing.ok) return missing
    if (missing.value.size === 0) return ok([])
    const places = texts.flatMap(({ text, blockId }) => placesOf(text, blockId, missing.value))
    return ok(places.slice(0, MAX_PLACES))
  }

  /** Remembers what turned out to be missing where it stands; false when that is nothing new. */
  function learn(missing: readonly string[], texts: readonly string[]): boolean {
    const found = [...graphemesOf(texts)].filter(
      grapheme =>
        known.get(grapheme) !== false &&
        missing.some(text => text.includes(grapheme) || grapheme.includes(text)),
    )
    for (const grapheme of found) known.set(grapheme, false)
    return found.length > 0
  }

  async function render(input: PdfInput): Promise<Result<Uint8Array, PdfRefusal>> {
    if (input.status !== 'draft') {
      const places = await placesIn(input.title, input.body)
      if (!places.ok) return places
      if (places.value.length > 0) return err({ kind: 'unprintable', places: places.value })
    }
    const texts: string[] = []
    const model = createPrintModel(input)
    visitTexts(model, text => texts.push(text))
    const missing = await findMissing(texts)
    if (!missing.ok) return missing
    const json = JSON.stringify(missing.value.size === 0 ? model : createPrintModel(input, missing.value))
    if (json.length > MAX_MODEL) return err({ kind: 'too-large' })
    const files = input.attachments.map(({ bytes }, index) => ({ path: attachmentPath(index), bytes }))
    const answer = await ask({ kind: 'render', template: 'agreement.typ', model: json, files })
    if (!answer.ok) return answer
    if (answer.value.kind === 'pdf') return ok(new Uint8Array(answer.value.bytes))
    assert(
      answer.value.kind === 'missing' && learn(answer.value.texts, texts),
      'a text is missing in no font',
    )
    return render(input)
  }

  async function renderRedline(input: RedlineInput): Promise<Result<Uint8Array, { kind: 'too-large' }>> {
    const texts: string[] = []
    redlineModel(input, text => {
      texts.push(text)
      return text
    })
    const missing = await findMissing(texts)
    if (!missing.ok) return err({ kind: 'too-large' })
    const model = JSON.stringify(redlineModel(input, text => breakable(withCodes(text, missing.value))))
    if (model.length > MAX_MODEL) return err({ kind: 'too-large' })
    const answer = await ask({ kind: 'render', template: 'redline.typ', model, files: [] })
    if (!answer.ok) return err({ kind: 'too-large' })
    if (answer.value.kind === 'pdf') return ok(new Uint8Array(answer.value.bytes))
    assert(
      answer.value.kind === 'missing' && learn(answer.value.texts, texts),
      'a text is missing in no font',
    )
    return renderRedline(input)
  }

  return {
    render,
    renderRedline,
    async findUnprintable(title, body) {
      const places = await placesIn(title, body)
      if (!places.ok) throw new Error('the characters of a text could not be looked up in the fonts')
      return places.value
    },
    close: () => typst.close(),
  }
}
