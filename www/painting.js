/**
 * Keeps the paint on the page: what of the findings is painted, on which colours, and when it is painted anew.
 * @import { Finding, Mark } from './findings.js'
 * @import { Host } from './interface/host.js'
 * @import { Putting } from './light.js'
 * @import { Reading } from './reading.js'
 */
import { all, listen } from './interface/host.js';
import { elementOf } from './page/tree.js';
import { Canvas } from './paint/canvas.js';
import { Near, whenScrolled } from './paint/near.js';
import { elementsInSight, fadeIn, lightUp, outermost, paint } from './paint/paint.js';

/** Whether the reader's system chooses the colours; asked late, since in Node there is nobody to ask. */
const forcedColours = () => matchMedia('(forced-colors: active)');

/** Paints what is shown, and again whenever the choice or the page's colours change. @param {Reading} reading @param {Host} host @param {Putting} putting */
export async function paintings(reading, host, putting) {
  const { keep } = putting;
  /** @type {(() => void) | undefined} */
  let takeOff;
  let putOut = () => {};
  let isPrinted = false;
  let canvas = newCanvas(reading, host);
  const near = new Near();
  const light = () => {
    putOut();
    putOut = lightUp(reading.litMarks, canvas);
  };
  const paintMarks = (/** @type {(() => void) | undefined} */ comeIn = undefined) => {
    const marks = marksOf(reading.shown);
    // Paper has no window, and waits for nothing: what is not there when the browser takes the page is not printed.
    const chosen = isPrinted ? marks : near.choose(marks, canvas.rangeOf);
    takeOff = paint(chosen, canvas, takeOff, { isFar: near.isFar, slice: isPrinted ? Infinity : undefined, comeIn });
  };
  const repaint = () => (paintMarks(), light());
  const wipe = () => {
    takeOff?.();
    putOut();
    takeOff = undefined;
    canvas.takeOff();
  };
  /** With colours measured anew, or another look, nothing of the old can stay. */
  const begin = () => {
    wipe();
    canvas = newCanvas(reading, host);
    host.wear(canvas.colourOf(articleElement(reading)));
    repaint();
  };
  keep(wipe);
  const inSight = await measured(reading, host, canvas, putting);
  paintMarks(() => keep(fadeIn(inSight)));
  light();
  const print = (/** @type {boolean} */ isNow) => ((isPrinted = isNow), repaint());
  keep(following(reading, () => canvas, { repaint, begin, light, print }));
  keep(whenScrolled(() => near.isLeft(canvas.rangeOf) && paintMarks()));
}

/** @param {Reading} reading @param {() => Canvas} canvas @param {{repaint: () => void, begin: () => void, light: () => void, print: (isNow: boolean) => void}} acts */
function following(reading, canvas, { repaint, begin, light, print }) {
  return all(
    reading.on('choice', chooser(reading, repaint, begin)),
    reading.on('report', repaint),
    reading.on('selection', light),
    reading.on('lit', light),
    whenStyleChanges(() => canvas().isStale && begin()),
    listen(forcedColours(), 'change', begin),
    whenPrinted(reading, print),
  );
}

/** The elements in which marks are in sight. They are measured before any style is changed, or the browser would look at each again. @param {Reading} reading @param {Host} host @param {Canvas} canvas @param {Putting} putting */
async function measured(reading, host, canvas, { rest, gather }) {
  await rest();
  const marks = marksOf(reading.shown);
  await rest();
  const inSight = outermost(await gather(elementsInSight(marks, canvas)));
  await rest();
  const ground = canvas.colourOf(articleElement(reading));
  await rest();
  canvas.prepare();
  await rest();
  host.wear(ground);
  await rest();
  return inSight;
}

/** Paints another choice; another look from the beginning. @param {Reading} reading @param {() => void} repaint @param {() => void} begin */
function chooser(reading, repaint, begin) {
  let look = lookOf(reading);
  return () => {
    if (look === lookOf(reading)) return repaint();
    look = lookOf(reading);
    begin();
  };
}

/** The marks of these findings: a page that scrolls asks in every frame. @type {WeakMap<Finding[], Mark[]>} */
const known = new WeakMap();

/** Forced colours leave no tint: what is said would be as loud as who says it, so only the anchoring words are marked. @param {Finding[]} findings */
function marksOf(findings) {
  const marks = known.get(findings) ?? findings.flatMap((finding) => finding.marks);
  known.set(findings, marks);
  return forcedColours().matches ? marks.filter(({ label }) => label !== 'content') : marks;
}

/** Tells when a page is printed whose marks are wanted on paper, and when that is done; Firefox leaves every highlight behind, so there it would be for nothing. @param {Reading} reading @param {(isNow: boolean) => void} tell */
function whenPrinted(reading, tell) {
  if ('MozAppearance' in document.documentElement.style) return () => {};
  let isPrinted = false;
  const turn = (/** @type {boolean} */ isNow) => () => {
    if (isPrinted || reading.view.print !== 'off') tell((isPrinted = isNow));
  };
  return all(listen(window, 'beforeprint', turn(true)), listen(window, 'afterprint', turn(false)));
}

/** What of the choice the style sheets depend on. @param {Reading} reading */
function lookOf({ view: { strength, print } }) {
  return `${strength} ${print}`;
}

/** @param {Reading} reading @param {Host} host */
function newCanvas({ page, view: { strength, print } }, { convert }) {
  /** @type {WeakMap<object, Range>} */
  const ranges = new WeakMap();
  const rangeOf = (/** @type {{start: number, end: number}} */ mark) => {
    const range = ranges.get(mark) ?? page.range(mark.start, mark.end);
    if (range) ranges.set(mark, range);
    return range;
  };
  return new Canvas(rangeOf, { strength, print: print !== 'off' }, convert);
}

/** The element the article's text stands in; its background is the page's to us. @param {Reading} reading */
function articleElement({ page, report }) {
  let [block] = report.blocks;
  const lengthOf = (/** @type {typeof block} */ { start, end, kind }) => (kind === 'paragraph' ? end - start : 0);
  // The first may stand on a picture at the top, the longest hardly does.
  for (const other of report.blocks) if (lengthOf(other) > lengthOf(block)) block = other;
  const node = block && page.range(block.start, block.end)?.startContainer;
  return (node && elementOf(node)) ?? document.body;
}

/** How long a page may take to fade from light to dark before it is measured again, in milliseconds. */
const SETTLING = 350;

/** A page turns dark with the reader's system, or by a class on its root, as it makes its lines tight; most classes it sets there are others. In another width it has other lines. @param {() => void} look @returns {() => void} */
function whenStyleChanges(look) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting;
  const soon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(look, SETTLING);
  };
  const watcher = new MutationObserver(soon);
  const attributes = { attributeFilter: ['class', 'style', 'data-theme', 'data-color-mode', 'data-bs-theme'] };
  watcher.observe(document.documentElement, attributes);
  watcher.observe(document.body, attributes);
  let width = innerWidth;
  return all(
    // A telephone's bars change its height with every scroll.
    listen(window, 'resize', () => {
      if (width !== innerWidth) soon();
      width = innerWidth;
    }),
    listen(matchMedia('(prefers-color-scheme: dark)'), 'change', soon),
    () => watcher.disconnect(),
    () => clearTimeout(waiting),
  );
}
