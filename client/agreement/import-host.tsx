import { lazy, Suspense } from 'react'
import { useDroppedFile } from '../shell/use-dropped-file.ts'
import type { Import } from './use-import.ts'

const ImportDialog = lazy(() =>
  import('../import/import-dialog.tsx').then(module => ({ default: module.ImportDialog })),
)

/** The dialog for a file that goes into this text, chosen or dropped on it. */
export function ImportHost({ imports, editable }: { readonly imports: Import; readonly editable: boolean }) {
  useDroppedFile(imports.take, editable && !imports.opened)
  if (!imports.opened) return null
  return (
    <Suspense fallback={null}>
      <ImportDialog
        opened
        file={imports.file}
        onClose={imports.close}
        action="Insert behind the caret"
        onImport={async imported => imports.carryOut(imported)}
      />
    </Suspense>
  )
}
