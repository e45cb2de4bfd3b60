/**
 * Where the article comes from, on one line each.
 * @import { Reading } from '../reading.js'
 * @import { Provenance } from '../report.d.ts'
 */
import { element } from '../interface/elements.js';
import { scrollTo } from '../page/scroll.js';
import { retold } from '../support.js';

/** Who wrote it stands on the page already; shown is what a reader may have missed. */
const WORTH_SHOWING = new Set(['original-source', 'first-reported', 'wire-credit', 'update', 'dateline']);

/** @param {Reading} reading */
export function provenance(reading) {
  const shown = reading.report.provenance.filter(({ kind }) => WORTH_SHOWING.has(kind));
  if (!shown.length) return null;
  const { say } = reading.speech;
  const whole = retold(reading.report);
  // That it retells another article comes before all else.
  const ordered = whole ? [whole, ...shown.filter((statement) => statement !== whole)] : shown;
  const lines = ordered.map((statement) => line(reading, statement, statement === whole ? 'retells' : undefined));
  return element('ul', { class: 'from', attributes: { 'aria-label': say('provenanceTitle') } }, ...lines);
}

/** @param {Reading} reading @param {Provenance} statement @param {string} [sentence] what is said of it, if not what its kind is */
function line(reading, { kind, start, end, href, words }, sentence = `provenance_${kind}`) {
  const text = reading.speech.sayNamed(sentence, { words: words ?? reading.textOf({ start, end }).trim() });
  const go = () => {
    const range = reading.page.range(start, end);
    if (range) scrollTo(range);
  };
  const link = isAddress(href)
    ? element('a', { text, attributes: { href, rel: 'noopener' } })
    : element('button', { text, attributes: { type: 'button' }, on: { click: go } });
  return element('li', {}, link);
}

/** An article must not put a script behind a link of ours. @param {string | undefined} href @returns {href is string} */
function isAddress(href) {
  return href !== undefined && /^https?:\/\//i.test(href);
}
