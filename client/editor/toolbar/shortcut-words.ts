const isMac = () => /Mac|iPhone|iPad/.test(navigator.platform)

const KEYS: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
}

/** `Mod-Shift-L` as it stands on the keys: `Ctrl+Shift+L`, on a Mac `⌘+Shift+L`. */
export function shortcutInWords(shortcut: string, mac: boolean = isMac()): string {
  return shortcut
    .split('-')
    .map(key => (key === 'Mod' ? (mac ? '⌘' : 'Ctrl') : (KEYS[key] ?? key)))
    .join('+')
}

/** The same for `aria-keyshortcuts`. */
export const ariaShortcut = (shortcut: string, mac: boolean = isMac()): string =>
  shortcut.replaceAll('-', '+').replace('Mod', mac ? 'Meta' : 'Control')
