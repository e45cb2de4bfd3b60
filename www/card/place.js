/** Where a card goes: below the words, above them where there is no room, and never out of the window. */

/** How far from the words, and from the window's edge, in pixels. */
const GAP = 8;

/**
 * @param {HTMLElement} card shown already, so that its size is known
 * @param {Range | undefined} range the words
 */
export function placeBeside(card, range) {
  const box = range && lineBox(range);
  if (!box) return;
  const { innerWidth, innerHeight } = window;
  const { width, height } = card.getBoundingClientRect();
  const { left, top } = place(
    box,
    { width, height },
    { width: document.documentElement.clientWidth || innerWidth, height: innerHeight },
  );
  card.style.left = `${left}px`;
  card.style.top = `${top}px`;
}

/** The first line of the words that is in the window, else the first. @param {Range} range */
function lineBox(range) {
  const boxes = [...range.getClientRects()].filter(({ width }) => width);
  return boxes.find(({ bottom, top }) => top >= 0 && bottom <= window.innerHeight) ?? boxes[0];
}

/**
 * @param {{left: number, top: number, bottom: number}} words @param {{width: number, height: number}} card
 * @param {{width: number, height: number}} view
 */
export function place(words, card, view) {
  const left = clamp(words.left, GAP, view.width - card.width - GAP);
  const below = words.bottom + GAP;
  const above = words.top - GAP - card.height;
  const fitsBelow = below + card.height + GAP <= view.height;
  const top = fitsBelow || above < GAP ? below : above;
  return { left, top: clamp(top, GAP, view.height - card.height - GAP) };
}

/** @param {number} value @param {number} least @param {number} most */
function clamp(value, least, most) {
  return Math.max(least, Math.min(value, most));
}
