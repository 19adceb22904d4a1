/**
 * Whether a newer version of the app waits. It takes over when the last tab of the old one is closed: never under a person's
 * hands, so nothing typed is lost and no half-old page asks for files that are gone.
 */
export interface AppUpdates {
  isReady(): boolean
  subscribe(listener: () => void): () => void
}

const LOOK_EVERY_MS = 60 * 60 * 1000

/** Installs the service worker, which makes the app start without a network, and looks for newer versions now and then. */
export function registerServiceWorker(container: ServiceWorkerContainer | undefined): AppUpdates {
  const listeners = new Set<() => void>()
  let ready = false

  const becomeReady = () => {
    // The first version ever has nobody to take over from.
    if (ready || !container?.controller) return
    ready = true
    for (const listener of [...listeners]) listener()
  }

  const watch = (registration: ServiceWorkerRegistration) => {
    if (registration.waiting) becomeReady()
    registration.addEventListener('updatefound', () => {
      const worker = registration.installing
      worker?.addEventListener('statechange', () => worker.state === 'installed' && becomeReady())
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

  return {
    isReady: () => ready,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
