import type { Node } from '@tiptap/pm/model'

/**
 * Where a stretch of a block's text (offsets as `textOf` counts: a line break is one, a reference none) lies in the block's
 * content; null when other words stand there by now, or a part of them is a term already.
 */
export function textRange(
  block: Node,
  stretch: { readonly start: number; readonly end: number; readonly text: string },
): { readonly from: number; readonly to: number } | null {
  let offset = 0
  let from: number | null = null
  let to: number | null = null
  let free = true
  let words = ''
  block.forEach((child, position) => {
    const text = child.isText ? (child.text ?? '') : child.type.name === 'hardBreak' ? '\n' : ''
    const start = Math.max(0, stretch.start - offset)
    const end = Math.min(text.length, stretch.end - offset)
    if (start < end) {
      if (child.marks.some(mark => mark.type.name === 'term')) free = false
      from ??= position + start
      to = position + end
      words += text.slice(start, end)
    }
    offset += text.length
  })
  return free && from !== null && to !== null && words === stretch.text ? { from, to } : null
}
