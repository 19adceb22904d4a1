/** The look of the exported page, on screen and on paper. It loads nothing: no fonts, no pictures, no scripts. */
export const HTML_STYLE = `
:root { color-scheme: light dark; --ink: #1d2129; --ink-2: #565b66; --line: #dedbd3; --paper: #fffefb; --accent: #1f4e79; --soft: #f5f3ee; --gap: #f8ecd2; }
@media (prefers-color-scheme: dark) { :root { --ink: #e9e7e1; --ink-2: #a9afba; --line: #3a404a; --paper: #1d2026; --accent: #8dbbe6; --soft: #252932; --gap: #4a3a16; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 17px/1.6 "Source Serif 4", Georgia, "Times New Roman", serif; }
main { max-width: 44rem; margin: 0 auto; padding: 3rem 1.5rem 5rem; overflow-wrap: break-word; }
h1 { font-size: 2rem; line-height: 1.2; margin: 0 0 2rem; }
h2 { font-size: 1.3rem; margin: 2.4rem 0 .6rem; }
h3 { font-size: 1.1rem; margin: 1.8rem 0 .4rem; }
h4, h5, h6 { font-size: 1rem; margin: 1.4rem 0 .3rem; }
.number { color: var(--ink-2); font-variant-numeric: tabular-nums; margin-right: .4em; }
p { margin: 0 0 .8rem; }
a { color: var(--accent); }
mark { background: var(--gap); color: inherit; padding: 0 .15em; border-radius: 2px; }
.term { text-decoration: underline dotted var(--ink-2) 1px; text-underline-offset: .2em; }
ins { color: var(--accent); text-decoration: underline; }
del { color: var(--ink-2); text-decoration: line-through; }
.party-ref { font-weight: 600; }
nav { border-block: 1px solid var(--line); padding: 1rem 0; margin-bottom: 2rem; font-size: .95rem; }
nav h2 { font-size: 1rem; margin: 0 0 .4rem; }
nav ul { list-style: none; margin: 0; padding: 0; columns: 2 16rem; }
nav a { color: inherit; text-decoration: none; }
nav a:hover, nav a:focus-visible { text-decoration: underline; }
.object { border-top: 1px solid var(--ink); border-bottom: 1px solid var(--line); padding: .5rem 0 .6rem; margin: 1.2rem 0; break-inside: avoid; }
.object-head, dl > div { display: grid; grid-template-columns: 8.5rem minmax(0, 1fr); gap: 0 1rem; align-items: baseline; margin: 0; }
.object-label, dt, caption, thead th { color: var(--ink-2); font: .82rem/1.4 system-ui, sans-serif; }
.object-name { font-weight: 600; }
.lead { margin: .1rem 0 0 9.5rem; font-size: .95rem; }
dl { margin: .3rem 0 0; }
dd { margin: 0; font-size: .95rem; line-height: 1.5; }
table { border-collapse: collapse; width: 100%; margin: 1rem 0; font-size: .95rem; line-height: 1.45; border-block: 1px solid var(--ink); }
caption { text-align: left; padding-bottom: .4rem; font-style: italic; }
tbody th { font-weight: 400; }
th, td { text-align: left; vertical-align: top; padding: .35rem .8rem .35rem 0; border-bottom: 1px solid var(--line); }
tbody tr:last-child > * { border-bottom: 0; }
tfoot th, tfoot td { border-top: 1px solid var(--ink); border-bottom: 0; font-weight: 600; }
th:last-child, td:last-child { padding-right: 0; }
.figure { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
td p:last-child, th p:last-child, li > p:last-child { margin-bottom: 0; }
blockquote { margin: 1rem 0; padding-left: 1rem; border-left: 2px solid var(--line); }
pre { background: var(--soft); padding: .8rem; white-space: pre-wrap; font-size: .85rem; }
@media screen and (max-width: 36rem) {
  .object-head, dl > div { grid-template-columns: minmax(0, 1fr); }
  dl > div { margin-top: .4rem; }
  .lead { margin-left: 0; }
  main { padding-inline: 1rem; }
  table { font-size: .85rem; hyphens: auto; }
  th, td { padding-right: .5rem; }
}
@page { size: A4; margin: 22mm 20mm; }
@media print { :root { color-scheme: light; --ink: #000; --ink-2: #444; --line: #bbb; --paper: #fff; --accent: #000; --soft: #f4f4f4; --gap: #eee; } body { font-size: 11pt; } main { max-width: none; padding: 0; } h2, h3, h4 { break-after: avoid; } tr { break-inside: avoid; } thead { display: table-header-group; } }
`
