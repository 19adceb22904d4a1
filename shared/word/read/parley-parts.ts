import type { AttributeValue } from '../../document/document-json.ts'
import type { DocxPackage } from '../open-docx.ts'
import { xmlText } from '../xml.ts'

/** An object's attributes as our writer put them beside the text, and the words in which the table shows them. */
export interface OwnObject {
  readonly attrs: Readonly<Record<string, AttributeValue>>
  /** The table's fields as they were shown, by label. */
  readonly shown: Readonly<Record<string, string>>
}

/** What our own writer put beside the text, so that a file that comes back gives the same agreement. */
export interface ParleyParts {
  /** By the tag of the object's content control, without `parley:`. */
  readonly objects: Readonly<Record<string, OwnObject>>
}

/** The custom XML part of ours, or null in a file from elsewhere; one that cannot be read counts as none. */
export function readParleyParts(pkg: DocxPackage): ParleyParts | null {
  const part = pkg.parts('customXml').find(({ name }) => name === 'parley:agreement')
  if (!part) return null
  try {
    const value: unknown = JSON.parse(xmlText(part))
    if (typeof value !== 'object' || value === null || !('objects' in value)) return null
    return { objects: checked(value.objects) }
  } catch {
    return null
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Only strings count: whatever else a hand put there is left out. */
function checked(objects: unknown): Record<string, OwnObject> {
  if (!isRecord(objects)) return {}
  const strings = (record: unknown) =>
    isRecord(record)
      ? Object.fromEntries(
          Object.entries(record).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
        )
      : {}
  return Object.fromEntries(
    Object.entries(objects).map(([tag, object]) => [
      tag,
      isRecord(object)
        ? { attrs: strings(object.attrs), shown: strings(object.shown) }
        : { attrs: {}, shown: {} },
    ]),
  )
}
