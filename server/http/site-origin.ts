import type { ReadHeaders } from './incoming-headers.ts'

/**
 * The origin under which the caller reached this site: `PUBLIC_URL` where it is set, else the request's own, because one
 * laptop serves localhost, its name and its address alike. A proxy may have ended TLS, so the page's own word on http or
 * https counts where its host is the one that was asked for.
 */
export function siteOrigin(publicUrl: string | null, headers: ReadHeaders): string {
  if (publicUrl !== null) return publicUrl
  const host = headers.get('host') ?? 'localhost'
  const origin = headers.get('origin')
  return origin !== null && hostOf(origin) === host ? origin : `http://${host}`
}

/** Whether a browser sent this from a page of another site. Callers that are no browsers send no `Origin`. */
export function isForeign(publicUrl: string | null, headers: ReadHeaders): boolean {
  const origin = headers.get('origin')
  if (origin === null) return false
  if (publicUrl !== null) return origin !== publicUrl
  const host = hostOf(origin)
  return host === null || host !== headers.get('host')
}

/** Host with its port; null for `null` and anything else that is not an http origin. */
function hostOf(origin: string): string | null {
  if (!URL.canParse(origin)) return null
  const url = new URL(origin)
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.host : null
}
