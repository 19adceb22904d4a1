const LOOK_EVERY_MS = 60 * 60 * 1000

/**
 * Installs the service worker, which makes the app start without a network, and looks for newer versions now and then. A newer
 * one takes over when the last tab of the old one is closed: never under a person's hands, so nothing typed is lost and no
 * half-old page asks for files that are gone. `newVersionWaits` is called once when there is one.
 */
export function registerServiceWorker(
  container: ServiceWorkerContainer | undefined,
  newVersionWaits: () => void,
): void {
  let told = false
  const tell = () => {
    // The first version ever has nobody to take over from.
    if (told || !container?.controller) return
    told = true
    newVersionWaits()
  }

  const watch = (registration: ServiceWorkerRegistration) => {
    if (registration.waiting) tell()
    registration.addEventListener('updatefound', () => {
      const worker = registration.installing
      worker?.addEventListener('statechange', () => worker.state === 'installed' && tell())
    })
    const look = () => {
      registration.update().catch(() => {
        // No network: there is nothing newer to be had now.
      })
    }
    setInterval(look, LOOK_EVERY_MS)
  }

  container?.register('/sw.js', { updateViaCache: 'none' }).then(watch, () => {
    // A browser that forbids it (a private window) still runs the app, only not without a network.
  })
}
