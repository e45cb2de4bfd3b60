/** The style of everything Claimlight draws itself: tokens first, then what panel, card and strip share. */
export const sheet = `
:host {
  all: initial !important;
  display: block !important;
  font-size: medium !important;
}
.surface {
  --paper: var(--claimlight-paper, #fff);
  --ink: var(--claimlight-ink, #1b1d21);
  --soft: var(--claimlight-soft, #5a616c);
  --line: rgb(27 29 33 / 0.14);
  --wash: rgb(27 29 33 / 0.045);
  --focus: var(--claimlight-focus, #1f5f99);
  --shadow: 0 0 0 1px rgb(27 29 33 / 0.1), 0 1px 2px rgb(27 29 33 / 0.06), 0 12px 32px rgb(27 29 33 / 0.14);
  --text: var(--claimlight-text, system-ui, sans-serif);
  --quote: var(--claimlight-quote, ui-serif, Charter, Georgia, 'Liberation Serif', 'Times New Roman', serif);
  color-scheme: light;
  font: 400 0.875em/1.45 var(--text);
  color: var(--ink);
  -webkit-text-size-adjust: 100%;
}
.surface[data-scheme='dark'] {
  --paper: var(--claimlight-paper, #1c1e22);
  --ink: var(--claimlight-ink, #edebe6);
  --soft: var(--claimlight-soft, #a6abb5);
  --line: rgb(237 235 230 / 0.17);
  --wash: rgb(237 235 230 / 0.06);
  --focus: var(--claimlight-focus, #8ec2f2);
  --shadow: 0 0 0 1px rgb(237 235 230 / 0.14), 0 12px 32px rgb(0 0 0 / 0.5);
  color-scheme: dark;
}
.layer {
  position: fixed;
  inset: auto;
  margin: 0;
  padding: 0;
  border: 0;
  overflow: visible;
  box-sizing: border-box;
  color: inherit;
  background: var(--paper);
  font: inherit;
}
/* Below all that is on the page, so that it scrolls as far. */
.foot-room { position: absolute; left: 0; width: 1px; display: none; visibility: hidden; }
.surface *, .surface *::before { box-sizing: border-box; }
.surface [hidden] { display: none !important; }
h2, h3, p, ul, ol, dl, dd, fieldset, legend { margin: 0; padding: 0; border: 0; }
ul, ol { list-style: none; }
h2 { font-size: 1.0625em; font-weight: 650; letter-spacing: -0.006em; line-height: 1.25; }
h3 { font-size: 0.8125em; font-weight: 600; color: var(--soft); letter-spacing: 0.01em; line-height: 1.3; }
button, input { font: inherit; color: inherit; letter-spacing: inherit; margin: 0; }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; border-radius: 3px; }
.soft { color: var(--soft); }
.small { font-size: 0.8571em; }
.number { font-variant-numeric: tabular-nums; }
.quoted { font-family: var(--quote); font-size: 1.0714em; line-height: 1.45; overflow-wrap: anywhere; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.icon { width: 1em; height: 1em; display: block; fill: none; stroke: currentColor; stroke-width: 1.5;
  stroke-linecap: round; stroke-linejoin: round; }
.icon-button {
  display: inline-grid; place-items: center; width: 2.2857em; height: 2.2857em; padding: 0; flex: none;
  border: 0; border-radius: 6px; background: none; color: var(--soft); cursor: pointer; font-size: 1em;
}
.icon-button .icon { font-size: 1.1429em; }
.icon-button:hover { background: var(--wash); color: var(--ink); }
.icon-button:disabled { opacity: 0.4; cursor: default; background: none; }
.button {
  padding: 0.3571em 0.7143em; border: 1px solid var(--line); border-radius: 6px; background: none;
  font-size: 0.9286em; line-height: 1.4; cursor: pointer; text-align: start;
}
.button:hover { background: var(--wash); border-color: var(--soft); }
.button.plain { border-color: transparent; padding-inline: 0; color: var(--soft);
  text-decoration-line: underline; text-decoration-thickness: 1px; text-underline-offset: 0.2em; }
.button.plain:hover { color: var(--ink); background: none; }
.row { display: flex; flex-wrap: wrap; align-items: center; gap: 0.5em; }
.sample { padding-inline: 0.15em; text-decoration-skip-ink: auto; }
.swatch { display: inline-block; width: 1.1429em; height: 0.8571em; flex: none; }
a { color: inherit; text-underline-offset: 0.2em; text-decoration-thickness: 1px; }
a:hover { text-decoration-thickness: 2px; }
@media (forced-colors: active) {
  .layer { border: 1px solid CanvasText; }
  .button, .icon-button { forced-color-adjust: auto; }
  .button.plain { border: 0; }
  .swatch, .bar, .whole { forced-color-adjust: none; }
}
@media (prefers-contrast: more) {
  .surface { --soft: var(--ink); --line: currentColor; }
}
@media print { .surface > :not(.notes) { display: none !important; } }
`;

/** The card. */
export const cardSheet = `
.card {
  width: min(24em, 100vw - 1.5em); max-height: min(34em, 100vh - 1.5em); overflow: auto; overscroll-behavior: contain;
  padding: 1.1429em 1.2857em 1em; border-radius: 10px; box-shadow: var(--shadow); outline-offset: -2px;
}
.card:focus, .card:focus-visible { outline: none; border-radius: 10px; }
.card .icon-button { position: absolute; inset-block-start: 0.5em; inset-inline-end: 0.5em; }
.kicker { display: flex; align-items: baseline; gap: 0.5em; padding-inline-end: 2em; font-size: 0.8571em;
  font-weight: 600; color: var(--soft); }
.kicker .sample { padding: 0; color: var(--ink); font-weight: 400; font-size: 1.0833em; }
.sentence { margin-block: 0.4286em 0.8571em; font-size: 1.1429em; line-height: 1.35; font-weight: 500; text-wrap: pretty; }
.facts { display: grid; grid-template-columns: max-content 1fr; gap: 0.3571em 1em; padding-block: 0.7857em;
  border-block-start: 1px solid var(--line); font-size: 0.9286em; }
.facts dt { color: var(--soft); max-width: 8.5em; }
.facts dd { overflow-wrap: anywhere; }
[dir='rtl'] .facts dd { text-align: right; }
.facts small { display: block; font-size: 0.9231em; color: var(--soft); }
.actions { display: flex; flex-wrap: wrap; gap: 0.5em; padding-block-start: 0.7857em; border-block-start: 1px solid var(--line); align-items: center; }
.actions .button.plain { margin-inline-start: auto; }
.also { padding-block: 0.7143em; border-block-start: 1px solid var(--line); font-size: 0.9286em; }
.also li { margin-block-start: 0.2857em; }
.also .button { border: 0; padding: 0; text-decoration-line: underline; text-decoration-thickness: 1px; text-underline-offset: 0.2em; }
.report { display: block; width: 100%; margin-block: 0.7143em; padding: 0.7143em; border: 1px solid var(--line); border-radius: 6px;
  background: var(--wash); font: 0.8571em/1.4 ui-monospace, monospace; color: inherit; overflow-wrap: anywhere; resize: vertical; }
`;
