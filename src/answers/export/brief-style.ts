/** How a brief looks: ink on paper, light and dark, narrow and wide, and on paper itself. No font, picture or file is loaded. */
export const BRIEF_STYLE = `:root {
  color-scheme: light dark;
  --paper: light-dark(#fdfdfc, #151514);
  --ink: light-dark(#1a1a19, #ecebe7);
  --soft: light-dark(#4a4a47, #b9b8b2);
  --rule: light-dark(#b9b9b3, #55554f);
}
html { background: var(--paper); color: var(--ink); }
body { margin: 0 auto; padding: 2rem 1.2rem 4rem; max-width: 42rem;
  font: 1.06rem/1.55 "Iowan Old Style", "Palatino Linotype", Palatino, P052, "URW Palladio L", "Noto Serif", Georgia, serif; }
h1 { margin: 0 0 .3rem; font-size: 1.75rem; line-height: 1.2; overflow-wrap: anywhere; }
h2 { margin: 0; font: 600 .95rem/1.4 system-ui, "Segoe UI", Roboto, "Noto Sans", Arial, sans-serif; }
p { margin: 0; overflow-wrap: anywhere; }
a { color: inherit; text-underline-offset: .15em; }
header { padding-bottom: 1.2rem; border-bottom: 2px solid var(--ink); }
.asked, .count, .key, .who, .stance, .small, footer, .notes {
  font-family: system-ui, "Segoe UI", Roboto, "Noto Sans", Arial, sans-serif; font-size: .85rem; line-height: 1.5; }
.asked { font-size: 1rem; }
.count, .key, footer, .small { color: var(--soft); }
.key { margin-top: .8rem; }
.key span { display: inline-block; margin-right: 1.5rem; padding-left: .6rem; }
.quotation-key { border-left: 3px solid var(--ink); }
.report-key { border-left: 3px dotted var(--soft); }
.day { display: grid; grid-template-columns: 9rem 1fr; gap: 0 1.5rem; padding: 1.3rem 0; border-bottom: 1px solid var(--rule); }
.day > h2 { grid-column: 1; grid-row: 1 / span 40; }
.day > article { grid-column: 2; }
article + article { margin-top: 1.3rem; }
.stance b { font-weight: 700; }
blockquote { margin: .35rem 0 0; padding-left: .8rem; border-left: 3px solid var(--ink); }
.reported { margin-top: .35rem; padding-left: .8rem; border-left: 3px dotted var(--soft); }
.reported > i { color: var(--soft); }
.imported { font-style: italic; }
.reference { padding: 0 .2em; font: 600 .72rem/1 system-ui, Arial, sans-serif; vertical-align: super; text-decoration: none; border-bottom: 1px solid; }
section[aria-labelledby] { padding-top: 1.5rem; }
.notes { padding-left: 2.2rem; }
.notes li { padding: .5rem 0; overflow-wrap: anywhere; }
.notes li:target, .reference:target { outline: 2px solid; outline-offset: .25rem; }
.notes q { quotes: none; font-family: "Iowan Old Style", Palatino, Georgia, serif; }
.address { overflow-wrap: anywhere; }
footer { margin-top: 2rem; padding-top: .8rem; border-top: 2px solid var(--ink); }
@media (max-width: 34rem) {
  .day { display: block; }
  .day > h2 { margin-bottom: .5rem; }
}
@media print {
  :root { color-scheme: light; }
  body { max-width: none; padding: 0; font-size: 10.5pt; }
  article, .notes li, h2 { break-inside: avoid; }
  h2 { break-after: avoid; }
  a { text-decoration: none; }
}`;
