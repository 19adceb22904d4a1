import { notifications } from '@mantine/notifications'

/** A quiet word, and nothing to do: what is being written is never interrupted for a newer version. */
export function showNewVersion(): void {
  notifications.show({
    id: 'new-version',
    title: 'A new version is ready',
    message: 'Go on with your work. The next time you open Parley, you have it.',
    autoClose: 15_000,
  })
}
