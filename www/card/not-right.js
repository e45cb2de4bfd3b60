/**
 * Hides a mark that a reader finds wrong, and prepares a report they may send. Nothing is sent by itself.
 * @import { Finding } from '../findings.js'
 * @import { Reading } from '../reading.js'
 */
import { element, textButton } from '../interface/elements.js';
import { remember } from '../memory.js';
import { copyButton } from './copy-button.js';
import { headline } from './facts.js';

/** @param {Reading} reading @param {Finding} finding */
export function notRight(reading, finding) {
  const { say } = reading.speech;
  const report = complaint(reading, finding);
  hide(reading, new Set([...reading.view.hidden, finding.id]));
  const undo = textButton(say('wrongUndo'), () => {
    hide(reading, new Set([...reading.view.hidden].filter((id) => id !== finding.id)));
    reading.select(finding, reading.selection?.origin ?? 'card');
  });
  return element(
    'div',
    { class: 'also', attributes: { role: 'status' } },
    element('p', { text: say('wrongLead') }),
    element('span', { class: 'report', text: report, attributes: { tabindex: 0 } }),
    element(
      'div',
      { class: 'row' },
      copyButton(reading, say('wrongCopy'), say('copied'), () => report),
      undo,
    ),
  );
}

/** @param {Reading} reading @param {Set<string>} hidden */
export function hide(reading, hidden) {
  remember(reading, hidden);
  reading.choose({ hidden });
}

/** @param {Reading} reading @param {Finding} finding */
function complaint(reading, finding) {
  const { say } = reading.speech;
  return [
    say('wrongSubject'),
    `${say('wrongPage')}: ${location.href}`,
    `${say('wrongMark')}: ${headline(reading, finding)}`,
    `${say('wrongText')}: “${reading.textOf(finding.sentence).trim()}”`,
    `${say('wrongReason')}: ${finding.reason || '–'}`,
  ].join('\n');
}
