// Runs before the first paint: without it a dark screen flashes white until the app has loaded.
try {
  const wish = localStorage.getItem('parley-color-scheme')
  const dark = wish === 'dark' || (wish !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light')
} catch {
  // Storage is blocked: the app sets the scheme itself a moment later.
}
