import type { ApiContext } from './api.ts'

/**
 * A file to keep. The name is made of ids only, so that no title gets into a header; the type is never guessed, and a page
 * in it runs nothing on this site.
 */
export function download(
  c: ApiContext,
  content: Uint8Array | string,
  type: string,
  fileName: string,
): Response {
  c.header('content-type', type)
  c.header('content-disposition', `attachment; filename="${fileName}"`)
  c.header('cache-control', 'private, no-store')
  c.header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox")
  return c.body(typeof content === 'string' ? content : new Uint8Array(content), 200)
}
