const ALLOWED = /^(?:https?:\/\/|mailto:)[^\s"'<>`\\]+$/i

/** The address of a link when it leads to a page or a mailbox, else null: scripts, files and relative addresses go nowhere. */
export function safeHref(href: string | null): string | null {
  const address = href?.trim() ?? ''
  return ALLOWED.test(address) && address.length <= 2000 ? address : null
}
