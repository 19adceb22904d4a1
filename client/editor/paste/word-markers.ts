/** Word states in a paragraph's style which list it stands in and how deep. */
export const WORD_LIST = /mso-list:\s*(l\d+)\s+level(\d+)/i
const WORD_MARKER = /mso-list:\s*ignore/i

/** Takes the written label of a paragraph out of it; empty where there is none. */
export function takeMarker(element: Element): string {
  let text = ''
  for (const marker of element.querySelectorAll<HTMLElement>('span[style]')) {
    if (!WORD_MARKER.test(marker.getAttribute('style') ?? '')) continue
    text += marker.textContent ?? ''
    marker.remove()
  }
  return text
}
