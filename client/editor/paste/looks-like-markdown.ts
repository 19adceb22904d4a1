/** Signs that a line was written as Markdown and not as prose. */
const SIGNS: readonly RegExp[] = [
  /^#{1,6}\s+\S/m,
  /^\s{0,3}[-*+]\s+\S/m,
  /^\s{0,3}\d{1,3}[.)]\s+\S/m,
  /^\s{0,3}>\s?\S/m,
  /^\|.*\|\s*\n\|?\s*:?-{2,}/m,
  /(^|[\s(])(\*\*|__)\S[^\n]*?\S?\2(?=[\s).,;:!?]|$)/m,
  /\[[^\]\n]+\]\((?:https?:|mailto:)[^)\s]+\)/,
]

/** Whether plain text reads better as Markdown: one clear sign is enough, and prose has none. */
export const looksLikeMarkdown = (text: string): boolean => SIGNS.some(sign => sign.test(text))
