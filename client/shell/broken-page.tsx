import { Button } from '@mantine/core'
import { Link } from 'react-router'
import { Notice } from './notice.tsx'
import { Page } from './page.tsx'

/** Browsers word it differently, but a part of the app that could not be fetched always names the import. */
const isMissingPart = (error: unknown): boolean =>
  error instanceof Error && /import|module|preload|fetch/i.test(error.message)

export function BrokenPage({ error, retry }: { error: unknown; retry: () => void }) {
  const missing = isMissingPart(error)
  return (
    <Page>
      <Notice
        title={missing ? 'This part of Parley could not be loaded' : 'This screen stopped working'}
        actions={
          <>
            <Button onClick={missing ? () => window.location.reload() : retry}>
              {missing ? 'Load again' : 'Try again'}
            </Button>
            <Button variant="default" component={Link} to="/">
              Back to your agreements
            </Button>
          </>
        }
      >
        {missing
          ? 'It has not been opened on this device before and the network is not there, or Parley was updated a moment ago. '
          : 'The fault is ours, not yours. '}
        Nothing is lost: everything that was shown as saved is still on this device.
      </Notice>
    </Page>
  )
}
