import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { Notice } from './notice.tsx'
import { Page } from './page.tsx'
import { usePage } from './use-page.ts'

export default function NotFoundPage({ account }: { account: ReactNode }) {
  usePage('Page not found')
  return (
    <Page actions={account}>
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
