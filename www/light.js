/**
 * The light on one page: joins what is read with what is drawn, and takes all of it off again.
 * @import { CorePage, Report } from './report.d.ts'
 * @import { Finding } from './findings.js'
 * @import { Settings } from './options.js'
 * @import { Notice } from './reading.js'
 * @import { Host } from './interface/host.js'
 * @import { Speech } from './interface/say.js'
 */
import { cards } from './card/card.js';
import { all, listen, newHost } from './interface/host.js';
import { cardSheet, sheet } from './interface/sheet.css.js';
import { backgroundReader } from './page/background.js';
import { hitTest } from './page/hit.js';
import { pointer } from './page/pointer.js';
import { scrollTo } from './page/scroll.js';
import { Canvas } from './paint/canvas.js';
import { canPaint, fadeIn, lightUp, paint } from './paint/paint.js';
import { near, whenScrolledFar } from './paint/near.js';
import { lineSheet } from './paint/sheet.js';
import { panel } from './panel/panel.js';
import { findingsSheet, panelSheet, stripSheet } from './panel/sheet.css.js';
import { notesSheet, printedNotes } from './print/notes.js';
import { Reading } from './reading.js';
import { strip } from './strip/strip.js';

/** Whether the reader's system chooses the colours; asked late, since in Node there is nobody to ask. */
const forcedColours = () => matchMedia('(forced-colors: active)');

/** @param {Document} document @param {Speech} speech */
export function hostOf(document, speech) {
  return newHost(document, speech, [sheet, lineSheet, cardSheet, panelSheet, findingsSheet, stripSheet, notesSheet]);
}

/**
 * Draws everything found on a page.
 * @param {CorePage} page @param {Report} report @param {Settings} settings @param {Speech} speech @param {Host} host
 * @param {{all: Finding[], stop: () => void, notices: Notice[], tell: (type: 'select', detail: object) => void}} caller
 * @returns {{reading: Reading, takeOff: () => void}}
 */
export function draw(page, report, settings, speech, host, { all: found, stop, notices, tell }) {
  const reading = new Reading(page, report, settings, speech, found);
  reading.notify(notices);
  const takePaintOff = canPaint() ? paintings(reading, host) : () => {};
  const takePanelOff = panel(reading, host, { state: settings.panel, stop });
  const takeOff = all(
    takePaintOff,
    pointing(reading, host),
    reading.on('selection', () => follow(reading, tell)),
    strip(reading, host),
    printedNotes(reading, host),
    takePanelOff,
  );
  return { reading, takeOff };
}

/** Paints what is shown, and again whenever the choice or the page's colours change. @param {Reading} reading @param {Host} host */
function paintings(reading, host) {
  let takeOff = () => {};
  let putOut = () => {};
  let canvas = newCanvas(reading);
  const light = () => {
    putOut();
    putOut = lightUp(reading.litMarks, canvas);
  };
  const repaint = () => {
    takeOff = paint(toPaint(reading, canvas), canvas, takeOff);
    light();
  };
  /** With colours measured anew, or another look, nothing of the old can stay. */
  const begin = () => {
    all(takeOff, putOut)();
    takeOff = () => {};
    canvas.takeOff();
    canvas = newCanvas(reading);
    host.wear(backgroundReader()(articleElement(reading)));
    repaint();
  };
  let look = lookOf(reading);
  const choose = () => {
    if (look === lookOf(reading)) return repaint();
    look = lookOf(reading);
    begin();
  };
  begin();
  return all(
    fadeIn(document),
    reading.on('choice', choose),
    reading.on('report', repaint),
    reading.on('selection', light),
    reading.on('lit', light),
    whenColoursChange(begin),
    followScroll(reading, () => canvas, repaint),
    () => all(takeOff, putOut)(),
    () => canvas.takeOff(),
  );
}

/** Forced colours leave no tint: what is said would be as loud as who says it, so only the anchoring words are marked. @param {Finding[]} findings */
function marksOf(findings) {
  const marks = findings.flatMap((finding) => finding.marks);
  return forcedColours().matches ? marks.filter(({ label }) => label !== 'content') : marks;
}

/** Paper has no window: what may be printed is painted whole. @param {Reading} reading @param {Canvas} canvas */
function toPaint({ shown, view: { print } }, { rangeOf }) {
  const marks = marksOf(shown);
  return print === 'off' ? near(marks, rangeOf) : marks;
}

/** @param {Reading} reading @param {() => Canvas} canvas @param {() => void} repaint */
function followScroll(reading, canvas, repaint) {
  return whenScrolledFar(
    () => marksOf(reading.shown),
    (mark) => canvas().rangeOf(mark),
    repaint,
  );
}

/** What of the choice the style sheets depend on. @param {Reading} reading */
function lookOf({ view: { strength, print } }) {
  return `${strength} ${print}`;
}

/** @param {Reading} reading */
function newCanvas({ page, view: { strength, print } }) {
  /** @type {WeakMap<object, Range>} */
  const ranges = new WeakMap();
  const rangeOf = (/** @type {{start: number, end: number}} */ mark) => {
    const range = ranges.get(mark) ?? page.range(mark.start, mark.end);
    if (range) ranges.set(mark, range);
    return range;
  };
  return new Canvas(rangeOf, { strength, print: print !== 'off' });
}

/** The element the article's text stands in; its background is the page's to us. @param {Reading} reading */
function articleElement({ page, report }) {
  const block = report.blocks.find(({ kind }) => kind === 'paragraph') ?? report.blocks[0];
  return (block && page.range(block.start, block.end)?.startContainer.parentElement) ?? document.body;
}

/** How long a page may take to fade from light to dark before its background is measured again, in milliseconds. */
const SETTLING = 350;

/** A page turns dark with the reader's system, or by a class on its root. @param {() => void} repaint @returns {() => void} */
function whenColoursChange(repaint) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting;
  const soon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(repaint, SETTLING);
  };
  const watcher = new MutationObserver(soon);
  const attributes = { attributeFilter: ['class', 'style', 'data-theme', 'data-color-mode', 'data-bs-theme'] };
  watcher.observe(document.documentElement, attributes);
  watcher.observe(document.body, attributes);
  return all(
    listen(matchMedia('(prefers-color-scheme: dark)'), 'change', soon),
    listen(forcedColours(), 'change', soon),
    () => watcher.disconnect(),
    () => clearTimeout(waiting),
  );
}

/** Opens what is pointed at, lights what is hovered. @param {Reading} reading @param {Host} host */
function pointing(reading, host) {
  /** @type {import('./page/hit.js').HitTest | undefined} */
  let hits;
  /** @type {Finding[]} */
  let under = [];
  const stopCards = cards(reading, host, (finding) => under.filter((other) => other !== finding));
  const forget = () => (hits = undefined);
  const stopForgetting = all(reading.on('choice', forget), reading.on('report', forget));
  const stopPointing = pointer(document, () => (hits ??= hitTest(reading.shown, reading.page, document)), host.host, {
    open: (findings) => {
      under = findings;
      reading.select(findings[0], 'page');
    },
    hover: (findings) => reading.light(findings.find(({ speaker }) => speaker !== null)?.speaker ?? null),
    elsewhere: () => reading.selection?.origin !== 'panel' && reading.selection && reading.select(undefined, 'page'),
  });
  return all(stopPointing, stopForgetting, stopCards);
}

/** A selection from outside the text brings the text into view. @param {Reading} reading @param {(type: 'select', detail: object) => void} tell */
function follow({ selection, page }, tell) {
  tell('select', { id: selection?.finding.id ?? null, finding: selection?.finding ?? null });
  if (!selection || selection.origin === 'page') return;
  const [first] = [...selection.finding.marks].sort((one, other) => one.start - other.start);
  const range = page.range(first.start, first.end);
  if (range) scrollTo(range);
}
