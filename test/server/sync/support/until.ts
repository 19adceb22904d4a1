import { setImmediate as nextTurn } from 'node:timers/promises'

/** Waits until the condition holds; throws after `ms`, saying what was waited for. */
export async function until(
  what: string,
  condition: () => boolean | Promise<boolean>,
  ms = 10_000,
): Promise<void> {
  const deadline = performance.now() + ms
  while (!(await condition())) {
    if (performance.now() > deadline) throw new Error(`Waited in vain until ${what}`)
    await nextTurn()
  }
}

/** Lets the event loop go round until whatever could happen without anything from outside has happened. */
export async function quiet(): Promise<void> {
  for (let turn = 0; turn < 50; turn++) await nextTurn()
}
