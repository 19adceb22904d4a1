import { notifications } from '@mantine/notifications'
import { type ReactNode, useEffect, useState } from 'react'
import { useNavigate } from 'react-router'
import type { Model } from '../../shared/agreement/models.ts'
import type { ApiError } from '../api/api-error.ts'
import type { Library } from '../local/library.ts'
import type { LibraryEntry } from '../local/library-entry.ts'
import { Page } from '../shell/page.tsx'
import { useDroppedFile } from '../shell/use-dropped-file.ts'
import { usePage } from '../shell/use-page.ts'
import { CreateDialog } from './create-dialog.tsx'
import { LibraryContent } from './library-content.tsx'
import { copyTitle } from './library-model.ts'
import { LibrarySkeleton } from './library-skeleton.tsx'
import { refusalWords } from './refusal-words.ts'
import { removalLoss } from './removal-loss.ts'
import { RemoveDialog } from './remove-dialog.tsx'
import { RenameDialog } from './rename-dialog.tsx'
import { useLibrary } from './use-library.ts'
import { Welcome } from './welcome.tsx'

interface LibraryPageProps {
  readonly library: Library
  /** Null without an account. */
  readonly myUserId: string | null
  /** What the app puts into the header: the account. */
  readonly account: ReactNode
  /** A way to sign in for people who have agreements elsewhere; null when they are signed in. */
  readonly signIn: ReactNode
  /** The way in for a file, while it is open: from choosing one to the text it gives. */
  readonly importer: (wish: ImportWish) => ReactNode
}

/** A file that was dropped, or null to choose one. */
export interface ImportWish {
  readonly file: File | null
  readonly onClose: () => void
}

type Open =
  | { readonly dialog: 'create' }
  | { readonly dialog: 'import'; readonly file: File | null }
  | { readonly dialog: 'rename' | 'remove'; readonly entry: LibraryEntry }
  | null

export default function LibraryPage({ library, myUserId, account, signIn, importer }: LibraryPageProps) {
  usePage('Agreements')
  const navigate = useNavigate()
  const entries = useLibrary(library)
  const [open, setOpen] = useState<Open>(null)
  const [openingSample, setOpeningSample] = useState(false)
  const [arrived, setArrived] = useState<string | null>(null)
  const unreachable = useRefresh(library)

  const start = async (wish: { title: string; model: Model }) => {
    const created = await library.create(wish)
    if (created.ok) await navigate(`/agreements/${created.value}`)
    return created
  }
  const openSample = async () => {
    setOpeningSample(true)
    const created = await library.createSample()
    setOpeningSample(false)
    if (created.ok) await navigate(`/agreements/${created.value}`)
    else notifications.show({ color: 'danger', message: refusalWords(created.error) })
  }
  const duplicate = async (entry: LibraryEntry) => {
    const title = copyTitle(
      entry.title,
      library.entries().map(other => other.title),
    )
    const copy = await library.duplicate(entry.id, title)
    if (copy.ok) setArrived(copy.value)
    else notifications.show({ color: 'danger', message: refusalWords(copy.error) })
  }
  const actions = {
    rename: (entry: LibraryEntry) => setOpen({ dialog: 'rename', entry }),
    remove: (entry: LibraryEntry) => setOpen({ dialog: 'remove', entry }),
    duplicate: (entry: LibraryEntry) => void duplicate(entry),
  }
  const close = () => setOpen(null)
  useDroppedFile(file => setOpen({ dialog: 'import', file }))
  return (
    <Page actions={account}>
      {entries === null && <LibrarySkeleton />}
      {entries?.length === 0 && (
        <Welcome
          onStart={() => setOpen({ dialog: 'create' })}
          onSample={() => void openSample()}
          onImport={() => setOpen({ dialog: 'import', file: null })}
          opening={openingSample}
          signIn={signIn}
        />
      )}
      {entries !== null && entries.length > 0 && (
        <LibraryContent
          entries={entries}
          myUserId={myUserId}
          unreachable={unreachable}
          actions={actions}
          arrived={arrived}
          onStart={() => setOpen({ dialog: 'create' })}
          onSample={() => void openSample()}
          onImport={() => setOpen({ dialog: 'import', file: null })}
        />
      )}
      {open?.dialog === 'import' && importer({ file: open.file, onClose: close })}
      <CreateDialog opened={open?.dialog === 'create'} onClose={close} onCreate={start} />
      <RenameDialog
        entry={open?.dialog === 'rename' ? open.entry : null}
        onClose={close}
        onRename={(entry, title) => library.rename(entry.id, title)}
      />
      <RemoveDialog
        entry={open?.dialog === 'remove' ? open.entry : null}
        onClose={close}
        // Only what the person was told may be lost: a change that came in since refuses the removal.
        onRemove={entry => library.remove(entry.id, { evenIfWaiting: removalLoss(entry).final })}
      />
    </Page>
  )
}

/** Reads the server's list on arrival; what stopped it, or null. Without an account there is nothing to read. */
function useRefresh(library: Library): ApiError | null {
  const [refusal, setRefusal] = useState<ApiError | null>(null)
  useEffect(() => {
    let mounted = true
    const refresh = async () => {
      const answer = await library.refresh()
      if (mounted) setRefusal(answer.ok ? null : answer.error)
    }
    const again = () => void refresh()
    again()
    window.addEventListener('online', again)
    window.addEventListener('offline', again)
    return () => {
      mounted = false
      window.removeEventListener('online', again)
      window.removeEventListener('offline', again)
    }
  }, [library])
  return refusal?.kind === 'unauthenticated' ? null : refusal
}
