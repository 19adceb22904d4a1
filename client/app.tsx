import { Anchor, localStorageColorSchemeManager, MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { lazy, StrictMode, Suspense, useState } from 'react'
import { BrowserRouter, Route, Routes, useLocation } from 'react-router'
import { AccountHost } from './account/account-host.tsx'
import { AccountMenu } from './account/account-menu.tsx'
import { SignOutDialog } from './account/sign-out-dialog.tsx'
import { useAccount } from './account/use-account.ts'
import LibraryPage from './library/library-page.tsx'
import { requestAccount } from './shell/account-request.ts'
import { ErrorBoundary } from './shell/error-boundary.tsx'
import NotFoundPage from './shell/not-found-page.tsx'
import { PageLoading } from './shell/page-loading.tsx'
import { cssVariablesResolver, theme } from './theme/theme.ts'
import { account, library, sessions, signOut } from './this-device.ts'

const AgreementPage = lazy(() => import('./agreement/agreement-page.tsx'))
const LibraryImport = lazy(() => import('./library-import.tsx'))
const VersionRoute = lazy(() => import('./version-route.tsx'))
const InviteRoute = lazy(() => import('./invite-route.tsx'))
const VerifyPage = lazy(() =>
  import('./verify/verify-page.tsx').then(module => ({ default: module.VerifyPage })),
)

const colorSchemeManager = localStorageColorSchemeManager({ key: 'parley-color-scheme' })

const signInHint = (
  <>
    You have agreements already?{' '}
    <Anchor component="button" type="button" size="sm" onClick={() => void requestAccount('plain')}>
      Sign in to see them
    </Anchor>
  </>
)

function Screens() {
  const { pathname } = useLocation()
  const { user } = useAccount(account)
  const [signingOut, setSigningOut] = useState(false)
  const menu = <AccountMenu account={account} onSignOut={() => setSigningOut(true)} />
  const leave = async (removeCopies: boolean) => {
    const left = await signOut({ removeCopies })
    if (left.ok) return null
    return 'message' in left.error
      ? left.error.message
      : 'The copies could not be removed. Load the page again and try once more.'
  }
  return (
    <ErrorBoundary pageKey={pathname}>
      <Suspense fallback={<PageLoading />}>
        <Routes>
          <Route
            path="/"
            element={
              <LibraryPage
                library={library}
                myUserId={user?.id ?? null}
                account={menu}
                signIn={user ? null : signInHint}
                importer={wish => (
                  <Suspense fallback={null}>
                    <LibraryImport library={library} {...wish} />
                  </Suspense>
                )}
              />
            }
          />
          <Route
            path="/agreements/:id/:view?"
            element={<AgreementPage library={library} sessions={sessions} user={user} account={menu} />}
          />
          <Route
            path="/agreements/:id/versions/:number"
            element={<VersionRoute account={menu} user={user} />}
          />
          <Route
            path="/invite/:token"
            element={<InviteRoute account={menu} user={user} onSignOut={() => setSigningOut(true)} />}
          />
          <Route path="/verify" element={<VerifyPage account={menu} />} />
          <Route path="*" element={<NotFoundPage account={menu} />} />
        </Routes>
      </Suspense>
      <AccountHost account={account} library={library} />
      <SignOutDialog
        opened={signingOut}
        onClose={() => setSigningOut(false)}
        waiting={library.entries().reduce((sum, entry) => sum + entry.waiting, 0)}
        signOut={leave}
      />
    </ErrorBoundary>
  )
}

export const App = () => (
  <StrictMode>
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      colorSchemeManager={colorSchemeManager}
      defaultColorScheme="auto"
    >
      <Notifications position="bottom-center" />
      <BrowserRouter>
        <Screens />
      </BrowserRouter>
    </MantineProvider>
  </StrictMode>
)
