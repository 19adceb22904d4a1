/** What the process that runs Typst is asked. `files` are read by the template under their absolute paths. */
export type TypstRequest =
  | {
      readonly kind: 'render'
      readonly template: 'agreement.typ' | 'redline.typ'
      readonly model: string
      readonly files: readonly { readonly path: string; readonly bytes: Uint8Array }[]
    }
  | { readonly kind: 'find-missing'; readonly graphemes: readonly string[] }

/** What it answers. `missing`: text that no font holds, asked for or met while rendering. A `failed` reason holds no text of an agreement. */
export type TypstAnswer =
  | { readonly kind: 'pdf'; readonly bytes: Uint8Array }
  | { readonly kind: 'missing'; readonly texts: readonly string[] }
  | { readonly kind: 'failed'; readonly reason: string }
