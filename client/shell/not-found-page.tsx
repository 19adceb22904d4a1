import { Button } from '@mantine/core'
import { Link } from 'react-router'
import { Notice } from './notice.tsx'
import { Page } from './page.tsx'
import { usePage } from './use-page.ts'

export default function NotFoundPage() {
  usePage('Page not found')
  return (
    <Page>
      <Notice
        title="There is no page at this address"
        actions={
          <Button component={Link} to="/">
            Back to your agreements
          </Button>
        }
      >
        The link may be cut off or old. If somebody sent it to you, ask them for a new one.
      </Notice>
    </Page>
  )
}
