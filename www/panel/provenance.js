/**
 * Where the article comes from, on one line each.
 * @import { Reading } from '../reading.js'
 */
import { element } from '../interface/elements.js';
import { keepingFocus } from '../interface/keep-focus.js';
import { scrollTo } from '../page/scroll.js';
import { retold } from '../support.js';

/** Who wrote it stands on the page already; shown is what a reader may have missed. */
const WORTH_SHOWING = new Set(['original-source', 'first-reported', 'wire-credit', 'update', 'dateline']);

/** Draws it in `part`, anew only where it is another: whoever is there with the keyboard stays. @param {Reading} reading @param {HTMLElement} part @param {HTMLElement} around what has the keyboard where what had it is gone */
export function drawProvenance(reading, part, around) {
  const now = provenance(reading);
  if (now ? part.firstChild?.isEqualNode(now) : !part.firstChild) return;
  keepingFocus(part, () => part.replaceChildren(...(now ? [now] : [])), around);
}

/** @param {Reading} reading */
function provenance(reading) {
  const { statements, whole } = statementsOf(reading);
  if (!statements.length) return null;
  const lines = statements.map((statement, index) => line(reading, index, statement === whole ? 'retells' : undefined));
  // Firefox stops at whatever scrolls; here its lines are what is stopped at.
  const attributes = { 'aria-label': reading.speech.say('provenanceTitle'), tabindex: -1 };
  return element('ul', { class: 'from', attributes }, ...lines);
}

/** @param {Reading} reading */
function statementsOf({ report }) {
  const shown = report.provenance.filter(({ kind }) => WORTH_SHOWING.has(kind));
  const whole = shown.length ? retold(report) : undefined;
  // That it retells another article comes before all else.
  return { statements: whole ? [whole, ...shown.filter((statement) => statement !== whole)] : shown, whole };
}

/** @param {Reading} reading @param {number} index of the statement @param {string} [sentence] what is said of it, if not what its kind is */
function line(reading, index, sentence) {
  const { kind, start, end, href, words } = statementsOf(reading).statements[index];
  const said = { words: words ?? reading.textOf({ start, end }).trim() };
  const text = reading.speech.sayNamed(sentence ?? `provenance_${kind}`, said);
  const go = () => {
    // The page may have put words before it since.
    const now = statementsOf(reading).statements[index];
    const range = now && reading.page.range(now.start, now.end);
    if (range) scrollTo(range);
  };
  const link = isAddress(href)
    ? element('a', { text, attributes: { href, rel: 'noopener', 'data-name': text } })
    : element('button', { text, attributes: { type: 'button', 'data-name': text }, on: { click: go } });
  return element('li', {}, link);
}

/** An article must not put a script behind a link of ours. @param {string | undefined} href @returns {href is string} */
function isAddress(href) {
  return href !== undefined && /^https?:\/\//i.test(href);
}
