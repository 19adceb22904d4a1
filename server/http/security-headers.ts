import type { MiddlewareHandler } from 'hono'

/**
 * What a page of this site may load and do: itself only. Styles stand inline, because the component library computes them;
 * WebAssembly and workers are the app's own. `ws:` is named because `'self'` does not cover it in every browser.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self' ws: wss:",
  "worker-src 'self' blob:",
  "manifest-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  // An invitation's link is a key: it must not travel to where the reader goes next.
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
}

/** Sets the headers on every answer that does not bring stricter ones. */
export const securityHeaders: MiddlewareHandler = async (c, next) => {
  await next()
  // An answer that became a socket has no headers to set.
  if (c.res.status === 101 || c.req.header('upgrade') !== undefined) return
  // By the answer's own headers: `c.header` would wrap the answer anew for each, and what is wrapped is sent as a stream, a timer later.
  const { headers } = c.res
  for (const [name, value] of Object.entries(HEADERS)) if (!headers.has(name)) headers.set(name, value)
  if (c.req.path.startsWith('/api/') && !headers.has('cache-control'))
    headers.set('cache-control', 'private, no-store')
}
