import { Loader } from '@mantine/core'
import { Delayed } from './delayed.tsx'
import classes from './page-loading.module.css'
import { MAIN_ID } from './use-page.ts'

/** While a part of the app is fetched. */
export const PageLoading = () => (
  <main id={MAIN_ID} tabIndex={-1} className={classes.loading}>
    <Delayed>
      <div role="status" aria-label="Opening">
        <Loader size="sm" />
      </div>
    </Delayed>
  </main>
)
