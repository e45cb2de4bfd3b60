/**
 * The card: what one mark is, beside the text it marks.
 * @import { Finding } from '../findings.js'
 * @import { Host } from '../interface/host.js'
 * @import { Reading } from '../reading.js'
 * @import { FocusKeeper } from './focus.js'
 */
import { element, iconButton } from '../interface/elements.js';
import { all, listen, oncePerFrame } from '../interface/host.js';
import { keepingFocus } from '../interface/keep-focus.js';
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
    close = openCard(reading, host, finding, alsoAt, focus);
    if (origin !== 'caller' || hadFocus) focus.take(host.root.querySelector('.card[role=dialog]'));
  });
  return all(stopListening, () => close?.(), focus.forget);
}

/**
 * @param {Reading} reading @param {Host} host @param {Finding} finding @param {(finding: Finding) => Finding[]} alsoAt @param {FocusKeeper} focus
 * @returns {() => void} closes it
 */
function openCard(reading, host, finding, alsoAt, focus) {
  const attributes = { popover: 'manual', role: 'dialog', tabindex: -1, 'aria-labelledby': 'card-is' };
  const close = iconButton(reading.speech.say('close'), 'close', () => shut());
  const card = element('div', { class: 'layer card', attributes }, close, ...body(reading, finding, alsoAt(finding)));
  host.surface.append(card);
  card.showPopover();
  let [words, sentence] = places(reading, finding);
  const place = oncePerFrame(() => placeBeside(card, words, sentence));
  placeBeside(card, words, sentence);
  const shut = () => {
    const giveBack = focus.giveBack(card, words);
    reading.select(undefined, 'card');
    giveBack();
  };
  const follow = () => {
    if (!reading.selection) return;
    const now = reading.now(finding);
    [words, sentence] = places(reading, now);
    // What a reader may send of a mark they hid was prepared for them, and stays.
    if (!reading.view.hidden.has(now.id)) refill(card, body(reading, now, alsoAt(now)));
    place();
  };
  // What is said in it can grow.
  const watcher = new ResizeObserver(place);
  watcher.observe(card);
  const stopListening = all(
    reading.on('report', follow),
    whenEscaped(shut),
    listen(window, 'scroll', place, { passive: true, capture: true }),
    listen(window, 'resize', place),
    () => watcher.disconnect(),
    place.cancel,
  );
  return all(stopListening, () => card.remove());
}

/** @param {() => void} shut */
function whenEscaped(shut) {
  const escape = (/** @type {KeyboardEvent} */ event) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    // One key closes one thing: the card, not also a dialog of the page's.
    event.preventDefault();
    event.stopPropagation();
    shut();
  };
  return listen(document, 'keydown', escape, { capture: true });
}

/** Where the card is put, at the words themselves and not at everything that is said; and the sentence it leaves free. @param {Reading} reading @param {Finding} finding */
function places({ page }, { marks, sentence }) {
  return [marks[marks.length - 1], sentence].map(({ start, end }) => page.range(start, end));
}

/** Says what is so now, where that is not what it says; the keyboard stays on the same button. @param {HTMLElement} card @param {HTMLElement[]} parts */
function refill(card, parts) {
  const [close, ...said] = card.children;
  const text = (/** @type {Element[]} */ elements) => elements.map(({ textContent }) => textContent).join('\n');
  if (text(said) === text(parts)) return;
  keepingFocus(card, () => card.replaceChildren(close, ...parts));
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
    const on = { click: () => reading.select(reading.now(finding), 'card') };
    return element('li', {}, element('button', { class: 'button', text: headline(reading, finding), attributes, on }));
  });
  return element(
    'div',
    { class: 'also' },
    element('h3', { text: reading.speech.say('alsoHere') }),
    element('ul', {}, ...items),
  );
}
