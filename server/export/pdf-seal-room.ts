import { PDFArray, PDFDocument, PDFHexString, PDFName, PDFNumber, PDFString } from '@cantoo/pdf-lib'
import { assert } from '../../shared/result.ts'
import { ROOM_BYTES, type SealClaim, WIDE } from './seal-claim.ts'

/** Print and Locked: PDF/A wants every annotation printable. */
const WIDGET_FLAGS = 132
const APPEND_ONLY_SIGNED = 3

/** The PDF with an incremental update that holds an invisible signature field and an empty seal, all zeros. */
export async function openForSeal(pdf: Uint8Array, { reason, at }: SealClaim): Promise<Uint8Array> {
  const document = await PDFDocument.load(pdf, { forIncrementalUpdate: true, updateMetadata: false })
  const { context, catalog } = document
  assert(!catalog.has(PDFName.of('AcroForm')), 'a PDF is closed once')
  const range = PDFArray.withContext(context)
  for (const number of [0, WIDE, WIDE, WIDE]) range.push(PDFNumber.of(number))
  const seal = context.register(
    context.obj({
      Type: 'Sig',
      Filter: 'Adobe.PPKLite',
      SubFilter: 'ETSI.CAdES.detached',
      ByteRange: range,
      Contents: PDFHexString.of('0'.repeat(2 * ROOM_BYTES)),
      M: PDFString.fromDate(at),
      Reason: PDFHexString.fromText(reason),
    }),
  )
  const page = document.getPage(0)
  const field = context.register(
    context.obj({
      Type: 'Annot',
      Subtype: 'Widget',
      FT: 'Sig',
      T: PDFString.of('seal'),
      TU: PDFHexString.fromText('Closing seal of this document'),
      V: seal,
      Rect: [0, 0, 0, 0],
      F: WIDGET_FLAGS,
      P: page.ref,
    }),
  )
  page.node.addAnnot(field)
  const form = context.obj({ SigFlags: APPEND_ONLY_SIGNED, Fields: [field] })
  catalog.set(PDFName.of('AcroForm'), context.register(form))
  return document.save({ useObjectStreams: false, updateFieldAppearances: false })
}
