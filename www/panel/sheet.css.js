/** The style of the panel and its rooms. */
export const panelSheet = `
.panel {
  display: flex; flex-direction: column; inset-block: 0.75em; right: 1.25em; width: var(--width, 25em);
  max-width: calc(100vw - 2em); height: auto; max-height: none; border-radius: 12px; box-shadow: var(--shadow);
}
.panel:not(:popover-open), .launcher:not(:popover-open) { display: none; }
.grip { position: absolute; inset-block: 0.75em; left: -0.3571em; width: 0.7143em; cursor: ew-resize;
  touch-action: none; border-radius: 4px; }
.grip::before { content: ''; position: absolute; inset-block: calc(50% - 1.25em); left: 0.2857em; width: 3px;
  height: 2.5em; border-radius: 2px; background: var(--line); opacity: 0; }
.grip:hover::before, .grip:focus-visible::before { opacity: 1; background: var(--soft); }
[data-side='left'] :is(.panel, .launcher) { right: auto; left: 1.25em; }
[data-side='left'] .grip { left: auto; right: -0.3571em; }
.head { display: flex; align-items: center; gap: 0.5714em; padding-block: 0.8571em 0; padding-inline: 1.2857em 0.7143em; }
.head h2 { flex: 1; }
.logo { width: 1.4286em; height: 1.4286em; fill: none; stroke-width: 1.75; stroke-linecap: round; flex: none; }
.from { padding: 0.3333em 1.5em 0; font-size: 0.8571em; color: var(--soft); overflow-wrap: anywhere;
  max-height: min(7.5em, 22vh); overflow: auto; overscroll-behavior: contain; scrollbar-width: thin; scrollbar-color: var(--line) transparent; }
.from li { margin-block-start: 0.1429em; }
.from :is(a, button) { text-decoration-line: underline; text-decoration-thickness: 1px; text-decoration-color: var(--line); text-underline-offset: 0.2em; }
.from button { border: 0; padding: 0; background: none; cursor: pointer; text-align: start; }
.from :is(a, button):hover { color: var(--ink); text-decoration-color: currentColor; }
.tabs { display: flex; flex-wrap: wrap; gap: 0 1.1429em; padding: 0.7143em 1.2857em 0; border-block-end: 1px solid var(--line); }
.tabs button { padding: 0.3571em 0 0.5714em; border: 0; border-block-end: 2px solid transparent; background: none; color: var(--soft);
  font-size: 0.9286em; cursor: pointer; white-space: nowrap; }
.tabs button:hover { color: var(--ink); }
.tabs button[aria-selected='true'] { color: var(--ink); border-color: currentColor; font-weight: 600; }
.tabs button:focus-visible { outline-offset: -2px; }
.room { position: relative; flex: 1; min-height: 0; overflow: auto; overscroll-behavior: contain; padding: 1.1429em 1.2857em 1.4286em; scrollbar-width: thin; scrollbar-color: var(--line) transparent; }
.room:focus-visible { outline-offset: -3px; }
.part:not([hidden]) ~ .part { margin-block-start: 1.5714em; padding-block-start: 1.2857em; border-block-start: 1px solid var(--line); }
.part > h3 { margin-block-end: 0.6154em; }
.part > p + .button { margin-block-start: 0.5714em; }
.lead { font-size: 1.2143em; line-height: 1.32; font-weight: 500; letter-spacing: -0.006em; text-wrap: pretty; }
.lead .figure { font-variant-numeric: lining-nums tabular-nums; }
[dir='rtl'] .bar { transform: scaleX(-1); }
.bar { display: block; width: 100%; height: 1.4286em; margin-block: 0.8571em 0.7143em; }
.legend li { display: grid; grid-template-columns: 1.1429em 1fr auto 3.2em; gap: 0.7143em; align-items: center; padding-block: 0.2143em; }
.legend .share-text { text-align: end; color: var(--soft); }
.legend [data-n='0'] { color: var(--soft); }
.switches { display: grid; gap: 0.1429em; margin-inline: -0.5714em; }
.switch { display: grid; grid-template-columns: auto 1fr auto; gap: 0 0.7143em; align-items: baseline; width: 100%; padding: 0.4286em 0.5714em;
  border: 0; border-radius: 6px; background: none; text-align: start; cursor: pointer; }
.switch:hover { background: var(--wash); }
.switch .knob { align-self: center; width: 1.8571em; height: 1.1429em; border-radius: 1em; border: 1.5px solid var(--soft); position: relative; grid-row: span 2; }
.switch .knob::before { content: ''; position: absolute; inset-block-start: 50%; inset-inline-start: 0.1429em; width: 0.5714em; height: 0.5714em;
  margin-block-start: -0.2857em; border-radius: 50%; background: var(--soft); }
.switch[aria-checked='true'] .knob { background: var(--ink); border-color: var(--ink); }
.switch[aria-checked='true'] .knob::before { inset-inline-start: auto; inset-inline-end: 0.1429em; background: var(--paper); }
.switch .sample { padding: 0; font-weight: 500; }
.switch .gloss { grid-column: 2 / 4; margin-block-start: 0.2857em; font-size: 0.8571em; color: var(--soft); line-height: 1.35; }
.speakers li + li { border-block-start: 1px solid var(--line); }
.speaker { display: grid; grid-template-columns: 1fr auto; gap: 0.1429em 1em; width: calc(100% + 1.1429em); margin-inline: -0.5714em; padding: 0.5em 0.5714em;
  border: 0; background: none; text-align: start; cursor: pointer; border-radius: 6px; }
.speaker:hover { background: var(--wash); }
.speaker .name { font-weight: 550; overflow-wrap: anywhere; }
.speaker .who { grid-column: 1; font-size: 0.8571em; color: var(--soft); overflow-wrap: anywhere; }
.speaker .n { grid-row: 1; grid-column: 2; text-align: end; }
.speaker .share { grid-column: 2; display: flex; align-items: center; justify-content: end; gap: 0.5em; font-size: 0.8571em; color: var(--soft); }
.speaker .whole { width: 4em; height: 0.3333em; border-radius: 1px; background: var(--line); overflow: hidden; }
.speaker .whole span { display: block; height: 100%; background: var(--ink-attributed); border-radius: 1px; }
.speaker .unnamed .whole span { background: var(--ink-unnamed); }
.speakers + .button { margin-block-start: 0.5714em; }
.footnote { margin-block-start: 1.5714em; font-size: 0.8571em; color: var(--soft); }
.options { display: grid; gap: 0.5714em; }
legend { padding-block-end: 0.625em; }
.options label { display: flex; gap: 0.6429em; align-items: baseline; cursor: pointer; }
.options input { flex: none; accent-color: var(--ink); translate: 0 0.12em; }
.languages h3 { margin-block-end: 0.7692em; }
.languages select { padding: 0.3571em 0.5714em; border: 1px solid var(--line); border-radius: 6px; background: var(--paper); color: var(--ink); font: inherit; cursor: pointer; }
.take li { display: grid; grid-template-columns: 1fr auto auto; gap: 0 0.5em; align-items: center; padding-block: 0.7143em; border-block-start: 1px solid var(--line); }
.take .format { grid-column: 1; font-size: 1em; font-weight: 550; color: inherit; }
.take p { font-size: 0.8571em; color: var(--soft); grid-column: 1; }
.take .button { grid-row: 1 / span 2; grid-column: 3; }
.take .button:first-of-type { grid-column: 2; }
.take :is(.report, .small) { grid-column: 1 / -1; }
.launcher { inset-block-end: 1em; right: 1.25em; border-radius: 2em; box-shadow: var(--shadow); max-width: calc(100vw - 2em); }
.launcher button { display: flex; align-items: center; gap: 0.5714em; padding: 0.5714em 1em; border: 0; border-radius: 2em; background: none; cursor: pointer;
  font-weight: 550; text-align: start; }
.launcher button:hover { background: var(--wash); }
.launcher .count { color: var(--soft); font-weight: 400; }
.empty { padding-block: 0.2857em; font-size: 1.0714em; line-height: 1.45; text-wrap: pretty; }
.empty ~ .row { margin-block: 0.5714em; }
.notice { margin-block-end: 1em; padding: 0.7143em 0.8571em; border-radius: 6px; background: var(--wash); font-size: 0.9286em; }
[data-dock='below'] .panel { inset: auto 0 0 0; width: 100%; max-width: 76em; margin-inline: auto; height: var(--height, 62vh);
  max-height: calc(100vh - 3em); border-radius: 14px 14px 0 0; padding-block-end: env(safe-area-inset-bottom); }
[data-dock='below'] .grip { inset: 0 0 auto 0; width: auto; height: 1.1429em; cursor: ns-resize; }
[data-dock='below'] .grip::before { inset: 0.4286em auto auto calc(50% - 1.4286em); width: 2.8571em; height: 4px; opacity: 1; }
[data-dock='below'] .head { padding-block-start: 1.1429em; }
@media (min-width: 36.01em) {
  [data-dock='below'] .panel { height: var(--height, max(18em, 44vh)); }
  [data-dock='below'] .room:not(.list) { display: grid; grid-template-columns: repeat(auto-fit, minmax(19em, 1fr)); gap: 1.4286em 3em; align-content: start; }
  [data-dock='below'] .part:not([hidden]) ~ .part { margin: 0; padding: 0; border: 0; }
  [data-dock='below'] .footnote { grid-column: 1 / -1; margin: 0; }
  [data-dock='below'] .empty { max-width: 40em; }
  [data-dock='below'] .finding > :is(button, .inline) { padding-inline-end: max(1.2857em, 100% - 58.7143em); }
}
@media (max-width: 36em) {
  .dock { display: none; }
  .surface:has(.card) .panel { display: none; }
  .tabs { justify-content: space-between; gap: 0 0.7143em; }
  .tabs button { padding-block: 0.5714em 0.7143em; }
}
@media (max-height: 27em) {
  .panel { overflow-y: auto; overscroll-behavior: contain; }
  [data-dock='below'] .panel { height: var(--height, 100vh); max-height: calc(100vh - 1.5em); }
  .room { flex: none; overflow: visible; }
  .from { max-height: none; }
  .room.list { height: calc(100vh - 1.5em); }
}
@media (forced-colors: active) {
  .switch[aria-checked='true'] .knob { background: Highlight; forced-color-adjust: none; }
  .tabs button { border-color: Canvas; }
  .tabs button[aria-selected='true'] { border-color: Highlight; }
}
`;

/** The list of findings. */
export const findingsSheet = `
.room.list { display: flex; flex-direction: column; padding: 0; }
.tools { padding: 0.8571em 1.2857em 0.5714em; border-block-end: 1px solid var(--line); display: grid; gap: 0.5714em; }
.search { display: flex; align-items: center; gap: 0.5em; padding-inline: 0.7143em; border: 1px solid var(--line); border-radius: 7px; color: var(--soft); }
.search:focus-within { border-color: var(--focus); outline: 1px solid var(--focus); }
.search input { flex: 1; min-width: 0; border: 0; outline: none; padding: 0.4286em 0; background: none; color: var(--ink); }
.search input::placeholder { color: var(--soft); opacity: 1; }
.search input::-webkit-search-cancel-button { appearance: none; }
.chips { display: flex; flex-wrap: wrap; gap: 0.3571em; }
.chip { padding: 0.2143em 0.6429em; border: 1px solid var(--line); border-radius: 1em; background: none; font-size: 0.8571em; cursor: pointer; line-height: 1.4; }
.chip[aria-pressed='false'] { color: var(--soft); border-style: dashed; }
.chip[aria-pressed='false'] .sample { text-decoration-line: none !important; }
.chip:hover { background: var(--wash); }
.chip .count { color: var(--soft); }
.pager { display: flex; align-items: center; gap: 0.2857em; font-size: 0.8571em; color: var(--soft); }
.pager .position { flex: 1; }
.pager .icon-button { width: 2em; height: 2em; }
.scroller { position: relative; flex: 1; min-height: 0; overflow: auto; overscroll-behavior: contain; scrollbar-width: thin; scrollbar-color: var(--line) transparent; overflow-anchor: none; }
.finding { border-block-end: 1px solid var(--line); }
.finding > button { display: block; width: 100%; padding: 0.7857em 1.2857em; border: 0; background: none; text-align: start; cursor: pointer; }
.finding > button:hover { background: var(--wash); }
.finding > button:focus-visible { outline-offset: -3px; }
.finding .headline { display: flex; gap: 0.5714em; align-items: baseline; font-size: 0.8571em; font-weight: 600; overflow-wrap: anywhere; }
.finding .headline i { flex: none; translate: 0 -0.25em; }
.finding .quoted { margin-block-start: 0.1429em; display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 3; overflow: hidden; }
.finding[data-open] { background: var(--wash); }
.finding[data-open] .quoted { -webkit-line-clamp: none; display: block; }
.finding .inline { padding: 0 1.2857em 1em; }
.finding .inline .sentence { font-size: 1em; }
`;

/** The strip beside the scroll bar. */
export const stripSheet = `
.strip { inset-block: 0; right: 0; width: 10px; height: auto; overflow: visible; background: none; cursor: pointer; }
.strip .plot { position: absolute; inset: 0; }
.strip .plot svg { width: 100%; height: 100%; opacity: 0.75; }
.strip.left { right: auto; left: 0; }
.strip:hover { width: 18px; background: var(--paper); box-shadow: var(--shadow); }
.strip:hover .plot svg { opacity: 1; }
.strip-off { display: none; position: absolute; inset-block-start: 0; right: 100%; width: 26px; height: 26px; padding: 4px; border-radius: 0; background: var(--paper); }
.strip.left .strip-off { right: auto; left: 100%; }
.strip:hover .strip-off { display: block; }
@media (hover: none) and (pointer: coarse), (max-width: 36em) { .strip { display: none; } }
@media (forced-colors: active) { .strip { border: 0; forced-color-adjust: none; } .strip .plot svg { opacity: 1; } }
`;
