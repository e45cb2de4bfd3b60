/**
 * The light on one page: joins what is read with what is drawn, and takes all of it off again.
 * @import { CorePage } from './core-page.d.ts'
 * @import { Report } from './report.d.ts'
 * @import { Finding } from './findings.js'
 * @import { Settings } from './options.js'
 * @import { Notice } from './reading.js'
 * @import { Host } from './interface/host.js'
 * @import { Slices } from './page/slices.js'
 * @import { Speech } from './interface/say.js'
 */
import { cards } from './card/card.js';
import { all, callEach, newHost } from './interface/host.js';
import { cardSheet, sheet } from './interface/sheet.css.js';
import { documentsOf } from './page/frames.js';
import { hitTest } from './page/hit.js';
import { pointer } from './page/pointer.js';
import { scrollTo } from './page/scroll.js';
import { overlap } from './page/selected.js';
import { Stopped, turn, unlessStopped } from './page/slices.js';
import { canPaint } from './paint/paint.js';
import { lineSheet } from './paint/sheet.js';
import { heightAbove } from './panel/dock.js';
import { boxesOf, panel, roomBeside } from './panel/panel.js';
import { findingsSheet, panelSheet, stripSheet } from './panel/sheet.css.js';
import { notesSheet, printedNotes } from './print/notes.js';
import { paintings } from './painting.js';
import { Reading } from './reading.js';
import { strip } from './strip/strip.js';

/** @param {Document} document @param {Speech} speech */
export function hostOf(document, speech) {
  return newHost(document, speech, [sheet, lineSheet, cardSheet, panelSheet, findingsSheet, stripSheet, notesSheet]);
}

/** How a part is put on in steps: `rest` lets the page have its turn, `gather` all that items give, a slice at a time; and what is put on is kept to be taken off. @typedef {{rest: (wait?: () => Promise<void>) => Promise<void>, gather: Slices['gather'], keep: (takeOff: () => void) => void}} Putting */

/**
 * Draws everything found on a page: the marks first, and each part in turns of its own. `drawn` resolves when all is there.
 * @param {CorePage} page @param {Report} report @param {Settings} settings @param {Speech} speech @param {Host} host
 * @param {{all: Finding[], stop: () => void, notices: Notice[], tell: (type: 'select' | 'change', detail: object) => void, slices: Slices, speakIn: (language: string) => void, isSet: boolean}} caller
 * @returns {{reading: Reading, takeOff: () => void, drawn: Promise<void>}}
 */
export function draw(
  page,
  report,
  settings,
  speech,
  host,
  { all: found, stop, notices, tell, slices, speakIn, isSet },
) {
  const reading = new Reading(page, report, settings, speech, found);
  reading.notify(notices);
  /** @type {(() => void)[]} */
  const takeOffs = [];
  let isOn = true;
  const keep = (/** @type {() => void} */ takeOff) => void takeOffs.push(takeOff);
  const rest = async (wait = turn) => {
    await slices.rest(wait);
    if (!isOn) throw new Stopped();
  };
  /** @type {Slices['gather']} */
  const gather = (items) => slices.gather(items);
  const put = async () => {
    await rest();
    // What is measured comes first: nothing of ours is there yet that the browser would have to lay out for it.
    const room = roomBeside(await gather(boxesOf(reading)));
    if (canPaint()) await paintings(reading, host, { rest, gather, keep });
    await rest();
    keep(pointing(reading, host));
    keep(reading.on('selection', () => follow(reading, tell, host)));
    keep(
      reading.on(
        'choice',
        whenOther(
          () => [...reading.view.layers, ...reading.shown.map(({ id }) => id)],
          () => tell('change', {}),
        ),
      ),
    );
    await panel(reading, host, { state: settings.panel, stop, room, speakIn, isSet, rest, gather, keep });
    await rest();
    keep(strip(reading, host));
    keep(printedNotes(reading, host));
  };
  const takeOff = () => {
    isOn = false;
    callEach(takeOffs.splice(0));
  };
  return { reading, takeOff, drawn: put().catch(unlessStopped) };
}

/** Opens what is pointed at, lights what is hovered. @param {Reading} reading @param {Host} host */
function pointing(reading, host) {
  /** @type {import('./page/hit.js').HitTest | undefined} */
  let hits;
  /** @type {Finding[]} */
  let under = [];
  const alsoAt = (/** @type {Finding} */ finding) => {
    // What was not clicked on, as by "next", is looked for where its card stands.
    if (!under.includes(finding)) under = overlapping(reading.shown, finding);
    // What has been hidden since is no longer marked there.
    return under.filter((other) => other !== finding && reading.shown.includes(other));
  };
  const stopCards = cards(reading, host, alsoAt);
  const forget = () => (hits = undefined);
  const stopForgetting = all(reading.on('choice', forget), reading.on('report', forget));
  const stopPointing = inEachDocument(reading, (document) =>
    pointer(document, () => (hits ??= hitTest(reading.shown, reading.page)), host.host, {
      open: (findings) => {
        under = findings;
        reading.select(findings[0], 'page');
      },
      hover: (findings) => reading.light(findings.find(({ speaker }) => speaker !== null)?.speaker ?? null),
      elsewhere: () => reading.selection?.origin !== 'panel' && reading.selection && reading.select(undefined, 'page'),
    }),
  );
  return all(stopPointing, stopForgetting, stopCards);
}

/** The findings that have marks on the words by which a finding's card stands. @param {Finding[]} shown @param {Finding} finding */
function overlapping(shown, { marks }) {
  const words = marks[marks.length - 1];
  return shown.filter((other) => other.marks.some((mark) => overlap(mark, words)));
}

/** Listens in the page's document and in those of its frames, which come and go. @param {Reading} reading @param {(document: Document) => () => void} listen */
function inEachDocument(reading, listen) {
  /** @type {Map<Document, () => void>} */
  const listening = new Map();
  const look = () => {
    const documents = documentsOf(document, reading.page.shadows);
    for (const [gone, stop] of listening) if (!documents.includes(gone) && listening.delete(gone)) stop();
    for (const found of documents) if (!listening.has(found)) listening.set(found, listen(found));
  };
  look();
  return all(reading.on('report', look), () => listening.forEach((stop) => stop()));
}

/** A selection from outside the text brings the text into view. @param {Reading} reading @param {(type: 'select', detail: object) => void} tell @param {Host} host */
function follow({ selection, page }, tell, host) {
  tell('select', { id: selection?.finding.id ?? null, finding: selection?.finding ?? null });
  if (!selection || selection.origin === 'page') return;
  const [first] = [...selection.finding.marks].sort((one, other) => one.start - other.start);
  const range = page.range(first.start, first.end);
  if (range) scrollTo(range, heightAbove(host));
}

/** Acts when a list is not what it was: who answers a change with the same choice is not told again. @param {() => string[]} list @param {() => void} act */
function whenOther(list, act) {
  let before = list().join();
  return () => {
    if (before === (before = list().join())) return;
    act();
  };
}
