/** Tells the other tabs of this browser that something under a topic changed in the database; they read it there. */
export interface TabChannel {
  announce(topic: string): void
  /** Calls back when another tab announced the topic; returns the way to stop. */
  listen(topic: string, listener: () => void): () => void
  close(): void
}

/** Only topics travel, never content: a tab that missed a message finds everything in the database at the next one. */
export function createTabChannel(name: string): TabChannel {
  const channel = new BroadcastChannel(name)
  const listeners = new Map<string, Set<() => void>>()
  channel.onmessage = event => {
    if (typeof event.data !== 'string') return
    for (const listener of [...(listeners.get(event.data) ?? [])]) listener()
  }
  return {
    announce: topic => channel.postMessage(topic),
    listen(topic, listener) {
      const under = listeners.get(topic) ?? new Set()
      listeners.set(topic, under.add(listener))
      return () => {
        under.delete(listener)
        if (under.size === 0 && listeners.get(topic) === under) listeners.delete(topic)
      }
    },
    close: () => channel.close(),
  }
}
