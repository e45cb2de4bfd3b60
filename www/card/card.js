/**
 * The card: what one mark is, beside the text it marks.
 * @import { Finding } from '../findings.js'
 * @import { Host } from '../interface/host.js'
 * @import { Reading } from '../reading.js'
 * @import { FocusKeeper } from './focus.js'
 */
import { element, iconButton } from '../interface/elements.js';
import { all, listen, oncePerFrame } from '../interface/host.js';
import { styleOf } from '../paint/sheet.js';
import { actions } from './actions.js';
import { facts, headline, sentence } from './facts.js';
import { newFocusKeeper } from './focus.js';
import { placeBeside } from './place.js';

/**
 * Opens a card for each selection that comes from the page, until the function it returns is called.
 * @param {Reading} reading @param {Host} host @param {(finding: Finding) => Finding[]} alsoAt the other findings where it was opened
 * @returns {() => void}
 */
export function cards(reading, host, alsoAt) {
  /** @type {(() => void) | undefined} */
  let close;
  const focus = newFocusKeeper(host);
  const stopListening = reading.on('selection', () => {
    const { finding, origin } = reading.selection ?? {};
    const hadFocus = close && host.root.activeElement?.closest('.card');
    close?.();
    close = undefined;
    // An open panel shows what was chosen there, or on the strip, in its own list.
    const isInPanel = origin === 'panel' || (origin === 'strip' && host.root.querySelector('.panel:popover-open'));
    if (!finding || isInPanel) return focus.forget();
    close = openCard(reading, host, finding, alsoAt(finding), focus);
    if (origin !== 'caller' || hadFocus) focus.take(host.root.querySelector('.card[role=dialog]'));
  });
  return all(stopListening, () => close?.());
}

/**
 * @param {Reading} reading @param {Host} host @param {Finding} finding @param {Finding[]} also @param {FocusKeeper} focus
 * @returns {() => void} closes it
 */
function openCard(reading, host, finding, also, focus) {
  const card = element(
    'div',
    {
      class: 'layer card',
      attributes: { popover: 'manual', role: 'dialog', tabindex: -1, 'aria-labelledby': 'card-is' },
    },
    iconButton(reading.speech.say('close'), 'close', () => shut()),
    ...body(reading, finding, also),
  );
  host.surface.append(card);
  card.showPopover();
  const words = anchor(reading, finding);
  const sentence = reading.page.range(finding.sentence.start, finding.sentence.end);
  const place = oncePerFrame(() => placeBeside(card, words, sentence));
  placeBeside(card, words, sentence);
  const shut = () => {
    const giveBack = focus.giveBack(card, words);
    reading.select(undefined, 'card');
    giveBack();
  };
  const escape = (/** @type {KeyboardEvent} */ event) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    // One key closes one thing: the card, not also a dialog of the page's.
    event.preventDefault();
    event.stopPropagation();
    shut();
  };
  // What is said in it can grow.
  const watcher = new ResizeObserver(place);
  watcher.observe(card);
  const stopListening = all(
    listen(document, 'keydown', escape, { capture: true }),
    listen(window, 'scroll', place, { passive: true, capture: true }),
    listen(window, 'resize', place),
    () => watcher.disconnect(),
    place.cancel,
  );
  return all(stopListening, () => card.remove());
}

/** Where the card is put: at the words themselves, not at everything that is said. @param {Reading} reading @param {Finding} finding */
function anchor(reading, { marks }) {
  const mark = marks.at(-1);
  return mark && reading.page.range(mark.start, mark.end);
}

/** @param {Reading} reading @param {Finding} finding @param {Finding[]} also */
function body(reading, finding, also) {
  const { sayNamed } = reading.speech;
  const style = styleOf(finding.marks[finding.marks.length - 1]);
  return [
    element(
      'p',
      { class: 'kicker' },
      element('span', { class: `sample line-${style}`, text: sayNamed(`layer_${finding.layer}`) }),
    ),
    element('p', { class: 'sentence', text: sentence(reading, finding), attributes: { id: 'card-is' } }),
    facts(reading, finding),
    also.length ? alsoHere(reading, also) : null,
    actions(reading, finding, 'card'),
  ].filter((part) => part !== null);
}

/** A word can be in several marks; the narrowest opens, and leads to the others. @param {Reading} reading @param {Finding[]} also */
function alsoHere(reading, also) {
  const items = also.map((finding) => {
    const attributes = { type: 'button' };
    const on = { click: () => reading.select(finding, 'card') };
    return element('li', {}, element('button', { class: 'button', text: headline(reading, finding), attributes, on }));
  });
  return element(
    'div',
    { class: 'also' },
    element('h3', { text: reading.speech.say('alsoHere') }),
    element('ul', {}, ...items),
  );
}
