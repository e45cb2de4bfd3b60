/**
 * What a reader can do with a finding: go on to the next, copy it, link to it, say that it is not right.
 * @import { Finding } from '../findings.js'
 * @import { Origin, Reading } from '../reading.js'
 */
import { element, textButton } from '../interface/elements.js';
import { linkTo } from '../page/fragment.js';
import { copyButton } from './copy-button.js';
import { headline } from './facts.js';
import { complaintPart, notRight } from './not-right.js';

/**
 * @param {Reading} reading @param {Finding} finding @param {Origin} origin
 * @returns {HTMLElement}
 */
export function actions(reading, finding, origin) {
  if (reading.view.hidden.has(finding.id)) return complaintPart(reading, finding);
  const { say } = reading.speech;
  const sentence = () => {
    const quoted = say('quoted', { words: reading.textOf(reading.now(finding).sentence).trim() });
    return `${quoted} (${headline(reading, reading.now(finding))})\n${location.href}`;
  };
  const link = () => linkTo(reading.report, reading.now(finding).sentence, location.href);
  const row = element('div', { class: 'actions' });
  row.append(
    ...nextButton(reading, finding, origin),
    copyButton(reading, say('copy'), say('copied'), sentence),
    copyButton(reading, say('link'), say('linkCopied'), link),
    textButton(say('wrong'), () => notRight(reading, reading.now(finding), row), 'plain'),
  );
  named(row);
  return row;
}

/** The keyboard finds each button again by its words, when they are drawn anew. @param {HTMLElement} row */
function named(row) {
  for (const button of row.querySelectorAll('button')) button.dataset.name = button.textContent;
}

/** @param {Reading} reading @param {Finding} finding @param {Origin} origin */
function nextButton(reading, finding, origin) {
  const same = () => {
    const { speaker, layer } = reading.now(finding);
    return reading.shown.filter((other) => (speaker === null ? other.layer === layer : other.speaker === speaker));
  };
  if (same().length < 2) return [];
  const { say } = reading.speech;
  const label = say(finding.speaker === null ? 'nextOfKind' : 'nextFrom');
  return [textButton(label, () => reading.select(reading.neighbour(1, same()), origin), 'next')];
}
