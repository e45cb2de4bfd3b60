/**
 * Hides a mark that a reader finds wrong, and prepares a report they may send. Nothing is sent by itself.
 * @import { Finding } from '../findings.js'
 * @import { Reading } from '../reading.js'
 */
import { element, textButton } from '../interface/elements.js';
import { remember } from '../memory.js';
import { copyButton, shownText } from './copy-button.js';
import { headline } from './facts.js';

/**
 * Hides a finding. Where its actions stood, in the card or the panel's list, is now what the reader may send.
 * @param {Reading} reading @param {Finding} finding @param {HTMLElement} row the actions
 */
export function notRight(reading, finding, row) {
  const root = /** @type {ShadowRoot} */ (row.getRootNode());
  hide(reading, new Set([...reading.view.hidden, finding.id]));
  // The panel's list has drawn itself anew by now; a card stands as it was.
  if (row.isConnected) {
    row.parentElement?.querySelectorAll(':scope > .facts, :scope > .also').forEach((part) => part.remove());
    row.replaceWith(complaintPart(reading, finding));
  }
  /** @type {HTMLElement | null} */ (root.querySelector('.complaint button'))?.focus({ preventScroll: true });
}

/** What a reader may send, and the way back. @param {Reading} reading @param {Finding} finding */
export function complaintPart(reading, finding) {
  const { say } = reading.speech;
  const report = complaint(reading, finding);
  const undo = textButton(say('wrongUndo'), () => {
    const root = /** @type {ShadowRoot} */ (undo.getRootNode());
    hide(reading, new Set([...reading.view.hidden].filter((id) => id !== finding.id)));
    reading.select(reading.now(finding), reading.selection?.origin ?? 'card');
    /** @type {HTMLElement | null} */ (root.querySelector('.finding[data-open] > button'))?.focus({
      preventScroll: true,
    });
  });
  return element(
    'div',
    { class: 'also complaint', attributes: { role: 'status' } },
    element('p', { text: say('wrongLead') }),
    shownText(report, say('wrongSubject')),
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
    `${say('wrongText')}: ${say('quoted', { words: reading.textOf(finding.sentence).trim() })}`,
    `${say('wrongReason')}: ${reading.reasons.why(finding.reason).text || '–'}`,
  ].join('\n');
}
