/**
 * The strip: the article at a glance beside the scroll bar, where somebody is named, where nobody is, where words are
 * cautious and where no source is given. What it says is all in the panel, so it is not read aloud.
 * @import { Host } from '../interface/host.js'
 * @import { Reading } from '../reading.js'
 * @import { Finding, Layer } from '../findings.js'
 */
import { prefer } from '../choices.js';
import { drawing, element, iconButton } from '../interface/elements.js';
import { all, LAYER_INKS, listen, oncePerFrame } from '../interface/host.js';
import { cornerOf } from '../page/frames.js';
import { Slices, unlessStopped } from '../page/slices.js';

/** The drawing's units across; each layer has its lane. */
const WIDTH = 16;

/** Where each layer's lane begins and how wide it is. @type {Record<Layer, [left: number, width: number]>} */
const LANES = { attributed: [1, 5], unnamed: [7, 3], hedge: [10.8, 1.6], unsourced: [13, 2.5] };

/** No mark is lower than this, in pixels, or it could be neither seen nor hit. */
const LEAST_HEIGHT = 2;

/** Drawn in this order; what is rarer lies on top. @type {Layer[]} */
const ORDER = ['attributed', 'unsourced', 'hedge', 'unnamed'];

/** @typedef {{finding: Finding, top: number, bottom: number}} Place */

/**
 * @param {Reading} reading @param {Host} host
 * @returns {() => void} takes the strip off
 */
export function strip(reading, host) {
  const plot = drawing('svg', { attributes: { preserveAspectRatio: 'none' } });
  /** @type {Place[]} */
  let places = [];
  const go = (/** @type {MouseEvent} */ event) => {
    const finding = nearest(places, event.clientY);
    if (finding) reading.select(finding, 'strip');
  };
  const box = newBox(reading, plot, go);
  host.surface.append(box);
  let nDrawn = 0;
  const draw = oncePerFrame(async () => {
    const own = ++nDrawn;
    const slices = new Slices(() => own === nDrawn && box.isConnected);
    const show = () => box.togglePopover(reading.view.strip);
    const measured = await measuredIn(slices, reading, show).catch(unlessStopped);
    if (!measured) return;
    places = measured.filter((place) => place !== undefined);
    // A page that reads from right to left has its scroll bar on the left.
    box.classList.toggle('left', getComputedStyle(document.documentElement).direction === 'rtl');
    plot.setAttribute('viewBox', `0 0 ${WIDTH} ${window.innerHeight}`);
    plot.replaceChildren(...blocks(places, reading));
  });
  // It tells of the page's height at once, and whenever that changes.
  const watcher = new ResizeObserver(draw);
  watcher.observe(document.documentElement);
  return all(
    reading.on('choice', draw),
    reading.on('report', draw),
    listen(window, 'resize', draw),
    () => watcher.disconnect(),
    draw.cancel,
    () => box.remove(),
  );
}

/** @param {Reading} reading @param {SVGElement} plot @param {(event: MouseEvent) => void} go */
function newBox(reading, plot, go) {
  const { say } = reading.speech;
  const attributes = { popover: 'manual', 'aria-hidden': 'true' };
  const title = { title: say('stripLabel') };
  // By keys it is put off in the panel, with the other settings; without a panel it comes again with the next page, for there
  // is nothing to bring it back with.
  const putOff = () =>
    reading.asked.panel === 'none' ? reading.choose({ strip: false }) : prefer(reading, { strip: false });
  const off = iconButton(say('stripOff'), 'close', putOff, 'strip-off');
  off.tabIndex = -1;
  return element(
    'div',
    { class: 'layer strip', attributes },
    element('div', { class: 'plot', attributes: title, on: { click: go } }, plot),
    off,
  );
}

/** Measures after a frame: then the browser has laid the page out, and does it in no task of ours. @param {Slices} slices @param {Reading} reading @param {() => void} show */
async function measuredIn(slices, reading, show) {
  await slices.rest();
  show();
  return slices.gather(reading.view.strip ? measure(reading) : []);
}

/**
 * Where on the strip each finding lies: as far down as it is in the page. Only blocks are measured; within one, a
 * finding is as far down as its words are along.
 * @param {Reading} reading
 * @returns {Generator<Place | undefined>}
 */
function* measure({ page, report, shown }) {
  const scale = window.innerHeight / Math.max(document.documentElement.scrollHeight, 1);
  let index = 0;
  /** @type {{top: number, height: number} | undefined} */
  let box;
  for (const finding of shown) {
    while (index < report.blocks.length - 1 && report.blocks[index].end <= finding.start) {
      index++;
      box = undefined;
    }
    const block = report.blocks[index];
    box ??= boxOf(page.range(block.start, block.end));
    if (!box?.height) {
      yield undefined;
      continue;
    }
    const { top: blockTop, height } = box;
    const at = (/** @type {number} */ offset) =>
      (blockTop + window.scrollY + (height * (offset - block.start)) / (block.end - block.start)) * scale;
    const top = at(finding.start);
    yield { finding, top, bottom: Math.max(top + LEAST_HEIGHT, at(Math.min(finding.end, block.end))) };
  }
}

/** Where a block stands in the window, also one in a frame. @param {Range | undefined} range */
function boxOf(range) {
  if (!range) return undefined;
  const { top, height } = range.getBoundingClientRect();
  return { top: top + cornerOf(range.startContainer).y, height };
}

/** A shape for each layer, of its blocks, that says on hover what it is: overlapping findings are one. @param {Place[]} places @param {Reading} reading */
function blocks(places, { speech }) {
  return ORDER.map((layer) => {
    const [x, width] = LANES[layer];
    const runs = joined(places.filter(({ finding }) => finding.layer === layer));
    const block = (/** @type {typeof runs[number]} */ { top, bottom }) =>
      `M${x} ${top.toFixed(1)}h${width}v${(bottom - top).toFixed(1)}h${-width}z`;
    const attributes = { d: runs.map(block).join('') };
    const name = drawing('title', { text: speech.sayNamed(`layer_${layer}`) });
    return drawing('path', { attributes, style: { fill: LAYER_INKS[layer] } }, name);
  });
}

/** @param {Place[]} places */
function joined(places) {
  /** @type {{top: number, bottom: number}[]} */
  const runs = [];
  for (const { top, bottom } of places) {
    const last = runs.at(-1);
    if (last && top <= last.bottom) last.bottom = Math.max(last.bottom, bottom);
    else runs.push({ top, bottom });
  }
  return runs;
}

/** @param {Place[]} places @param {number} y */
function nearest(places, y) {
  const distance = (/** @type {Place} */ { top, bottom }) => Math.max(top - y, y - bottom, 0);
  /** @type {Place | undefined} */
  let best;
  for (const place of places) if (!best || distance(place) < distance(best)) best = place;
  return best?.finding;
}
