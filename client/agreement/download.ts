import { err, ok, type Result } from '../../shared/result.ts'

const UNREACHABLE = 'The server cannot be reached. Check your connection, then try again.'

async function refusalOf(response: Response): Promise<string> {
  const body: unknown = await response.json().catch(() => null)
  const message = typeof body === 'object' && body !== null && 'message' in body ? body.message : null
  return typeof message === 'string' ? message : 'The server could not make this file. Try again in a moment.'
}

/** Hands a file to the browser's downloads. */
export function saveFile(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // Some browsers begin to read the blob only after the click has returned.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}

/**
 * Fetches a file of our server and saves it under the name. A plain link would show the server's refusal as a page of JSON,
 * or save it as the file; here it comes back as words.
 */
export async function download(url: string, name: string): Promise<Result<true, string>> {
  try {
    const response = await fetch(url, { credentials: 'same-origin' })
    if (!response.ok) return err(await refusalOf(response))
    saveFile(await response.blob(), name)
    return ok(true)
  } catch {
    return err(UNREACHABLE)
  }
}

/** A title as a file's name: letters, digits and hyphens of any script, at most 80 characters; `agreement` when nothing is left. */
export function fileName(title: string, extension: string): string {
  const stem = [...title.normalize('NFC').replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')].slice(0, 80).join('')
  return `${stem.replace(/^-+|-+$/g, '') || 'agreement'}.${extension}`
}
