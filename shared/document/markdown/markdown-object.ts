import type { ObjectNames, ObjectView, ShareView } from '../object-view.ts'
import { escapeMarkdown, markdownInline } from './markdown-inline.ts'

/** An object of the agreement: label and name in bold, its prose, its fields as a list, its shares as a table. */
export function markdownObject(view: ObjectView, names: ObjectNames): string {
  const name = view.name === null ? '' : `: ${escapeMarkdown(view.name)}`
  const lines = view.lines.map(({ label, content }) => {
    const prose = markdownInline(content, names)
    return label === null ? prose : `*${escapeMarkdown(label)}.* ${prose}`
  })
  const fields = view.fields.map(({ label, value }) => `- ${escapeMarkdown(label)}: ${escapeMarkdown(value)}`)
  return [
    `**${escapeMarkdown(view.label)}**${name}`,
    ...lines,
    fields.join('\n'),
    view.shares ? shareTable(view.shares, names) : '',
  ]
    .filter(part => part !== '')
    .join('\n\n')
}

function shareTable({ amountLabel, rows, percentSum, amountSum }: ShareView, names: ObjectNames): string {
  const line = (party: string, percent: string, amount: string, reason: string) =>
    `| ${[party, percent, ...(amountLabel === null ? [] : [amount]), reason].join(' | ')} |`
  return [
    line('Party', 'Share', escapeMarkdown(amountLabel ?? ''), 'Reason'),
    line('---', '---:', '---:', '---'),
    ...rows.map(row =>
      line(
        escapeMarkdown(row.party),
        escapeMarkdown(row.percent),
        escapeMarkdown(row.amount),
        markdownInline(row.reason, names, ' '),
      ),
    ),
    line('**Together**', escapeMarkdown(percentSum), escapeMarkdown(amountSum), ''),
  ].join('\n')
}
