/**
 * The card: what one mark is, beside the text it marks.
 * @import { Finding } from '../findings.js'
 * @import { Host } from '../interface/host.js'
 * @import { Reading } from '../reading.js'
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
  /** @type {Card | undefined} */
  let open;
  const focus = newFocusKeeper(host);
  const stopListening = reading.on('selection', () => {
    const { finding, origin } = reading.selection ?? {};
    const hadFocus = open && open.card.contains(host.root.activeElement);
    const giveBack = open ? focus.giveBack(open.card, open.place()) : focus.forget;
    open?.close();
    open = undefined;
    // Closed by the reader, or by the page, which has the words no more.
    if (!finding) return giveBack();
    // An open panel shows what was chosen there, or on the strip, in its own list.
    const isInPanel = origin === 'panel' || (origin === 'strip' && host.root.querySelector('.panel:popover-open'));
    if (isInPanel) return focus.forget();
    open = openCard(reading, host, finding, alsoAt);
    if (origin !== 'caller' || hadFocus) focus.take(open.card);
  });
  return all(stopListening, () => open?.close(), focus.forget);
}

/** An open card; `place` is where its words are. @typedef {{card: HTMLElement, place: () => Range | undefined, close: () => void}} Card */

/**
 * @param {Reading} reading @param {Host} host @param {Finding} finding @param {(finding: Finding) => Finding[]} alsoAt
 * @returns {Card}
 */
function openCard(reading, host, finding, alsoAt) {
  const attributes = { popover: 'manual', role: 'dialog', tabindex: -1, 'aria-labelledby': 'card-is' };
  const shut = () => reading.select(undefined, 'card');
  const close = iconButton(reading.speech.say('close'), 'close', shut);
  const card = element('div', { class: 'layer card', attributes }, close, ...body(reading, finding, alsoAt(finding)));
  host.surface.append(card);
  card.showPopover();
  let [words, sentence] = places(reading, finding);
  const place = oncePerFrame(() => placeBeside(card, words, sentence));
  placeBeside(card, words, sentence);
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
    reading.on('choice', follow),
    whenEscaped(shut),
    listen(window, 'scroll', place, { passive: true, capture: true }),
    listen(window, 'resize', place),
    () => watcher.disconnect(),
    place.cancel,
  );
  return { card, place: () => words, close: all(stopListening, () => card.remove()) };
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

/** Says what is so now, part by part, where that is not what it says. @param {HTMLElement} card @param {HTMLElement[]} parts */
function refill(card, parts) {
  const [close, ...said] = card.children;
  const hasSameParts = said.map(({ className }) => className).join() === parts.map(({ className }) => className).join();
  keepingFocus(card, () => {
    const now = parts.map((part) => renewed(said, part));
    if (hasSameParts) now.forEach((part, index) => said[index] === part || said[index].replaceWith(part));
    else card.replaceChildren(close, ...now);
  });
}

/** The part that says this, or a new one. What can be done acts on what is so now, and may be saying that it is done: only where it leads on can differ. @param {Element[]} said @param {Element} part */
function renewed(said, part) {
  const old = said.find(({ className }) => className === part.className);
  if (!old || !part.matches('.actions')) return old?.isEqualNode(part) ? old : part;
  const [before, next] = [old, part].map((row) => row.querySelector('.next'));
  if (before?.textContent === next?.textContent) return old;
  before?.remove();
  if (next) old.prepend(next);
  return old;
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
    const attributes = { type: 'button', 'data-name': finding.id };
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
