/**
 * The room of findings: all of them in order, with their sentence; filters that switch the marks too, and a search.
 * @import { Finding, Layer } from '../findings.js'
 * @import { Entry } from '../identity.js'
 * @import { Reading } from '../reading.js'
 * @import { Room } from './rooms.js'
 */
import { LAYERS } from '../findings.js';
import { entryAt } from '../identity.js';
import { element, icon, iconButton, textButton } from '../interface/elements.js';
import { all } from '../interface/host.js';
import { keepingFocus } from '../interface/keep-focus.js';
import { SAMPLES } from '../paint/sheet.js';
import { Slices, unlessStopped } from '../page/slices.js';
import { newRow } from './finding-row.js';
import { nothingHere } from './nothing.js';
import { Search } from './search.js';
import { Windowed } from './windowed.js';

/**
 * @param {Reading} reading @param {number | null} [speaker] the entry whose words alone are listed; null lists those of nobody
 * @returns {Room}
 */
export function findingsRoom(reading, speaker) {
  const { input, box } = searchBox(reading, () => look());
  const chips = element('div', { class: 'chips' });
  const pager = newPager(reading, () => listed);
  const list = new Windowed((finding) => newRow(reading, finding), reading.speech.say('listKeys'));
  list.scroller.addEventListener('keydown', (event) => escape(event, reading));
  let only = typeof speaker === 'number' ? entryAt(reading.report.ledger, speaker) : speaker;
  /** @type {Finding[]} */
  let listed = [];
  const forget = () => ((only = undefined), draw(), input.focus({ preventScroll: true }));
  /** @param {Finding[]} found */
  const show = (found) => {
    listed = found;
    keepingFocus(chips, () => chips.replaceChildren(...chipsOf(reading, found, only, forget)), input);
    list.show(listed, nothingHere(reading, input.value) ?? reading.speech.say('noneMatch'));
    pager.draw();
  };
  const { draw, look, stop } = looking(reading, () => [input.value, only], show);
  const follow = () => {
    pager.draw();
    if (reading.selection) list.reveal(reading.selection.finding);
  };
  draw();
  if (reading.selection) queueMicrotask(follow);
  const leave = all(
    reading.on('choice', draw),
    reading.on('report', () => list.keepingPlace(draw)),
    reading.on('selection', () => (list.redraw(reading.selection?.finding), follow())),
    stop,
    () => list.leave(),
  );
  const tools = element('div', { class: 'tools' }, box, chips, pager.bar);
  return { content: [tools, list.scroller], isList: true, leave };
}

/**
 * Shows what is found: `draw` at once, `look` in slices, so that the next letter typed need not wait.
 * @param {Reading} reading @param {() => Parameters<Search['matching']>} asked @param {(found: Finding[]) => void} show
 */
function looking(reading, asked, show) {
  const search = new Search(reading);
  const found = () => search.matching(...asked());
  let nLooks = 0;
  const stop = () => void nLooks++;
  const draw = () => (stop(), show([...found()]));
  const look = () => {
    stop();
    const own = nLooks;
    new Slices(() => own === nLooks).gather(found()).then(show).catch(unlessStopped);
  };
  return { draw, look, stop };
}

/** @param {Reading} reading @param {() => void} draw */
function searchBox({ speech: { say } }, draw) {
  const attributes = { type: 'search', placeholder: say('searchHint'), 'aria-label': say('searchLabel') };
  const input = element('input', { attributes, on: { input: draw } });
  return { input, box: element('div', { class: 'search' }, icon('search'), input) };
}

/** One key closes one thing: the finding that is open; where none is, it leads out of a list that may be long. @param {KeyboardEvent} event @param {Reading} reading */
function escape({ key, currentTarget }, reading) {
  if (key !== 'Escape') return;
  if (reading.selection) return reading.select(undefined, 'panel');
  const room = /** @type {HTMLElement} */ (currentTarget).getRootNode();
  /** @type {ShadowRoot} */ (room).getElementById('tab-findings')?.focus({ preventScroll: true });
}

/** How many of a kind are listed, and of how many if a search or a speaker narrows the list. @param {Reading} reading @param {Finding[]} found @param {Layer} layer */
function countOf(reading, found, layer) {
  const { say, number } = reading.speech;
  const total = reading.count(layer);
  const n = found.filter((finding) => finding.layer === layer).length;
  return n < total && reading.view.layers.has(layer) ? say('countOf', { n, total }) : number(total);
}

/** @param {Reading} reading @param {Finding[]} found what is listed @param {Entry | null | undefined} only @param {() => void} forget */
function chipsOf(reading, found, only, forget) {
  const { say, sayNamed } = reading.speech;
  const chips = LAYERS.map((layer) => {
    const attributes = { type: 'button', 'aria-pressed': reading.view.layers.has(layer), 'data-name': layer };
    const sample = element('span', {
      class: `sample line-${SAMPLES[layer]}`,
      text: sayNamed(`layer_${layer}`),
    });
    const count = element('span', { class: 'count number', text: countOf(reading, found, layer) });
    return element(
      'button',
      { class: 'chip', attributes, on: { click: (event) => (takeFocus(event), reading.toggle(layer)) } },
      sample,
      ' ',
      count,
    );
  });
  if (only === undefined) return chips;
  const label = only ? say('onlySpeaker', { name: only.name }) : say('onlyNobody');
  const chip = textButton(`${label}  ×`, forget, 'chip only');
  chip.setAttribute('aria-label', `${label}. ${say('everySpeaker')}`);
  chip.dataset.name = 'only';
  return [chip, ...chips];
}

/** Not every browser gives the focus to what is clicked. @param {Event} event */
function takeFocus({ currentTarget }) {
  /** @type {HTMLElement} */ (currentTarget).focus({ preventScroll: true });
}

/** @param {Reading} reading @param {() => Finding[]} listed */
function newPager(reading, listed) {
  const { say } = reading.speech;
  const position = element('span', { class: 'position number', attributes: { role: 'status' } });
  const step = (/** @type {1 | -1} */ by) => () => reading.select(reading.neighbour(by, listed()), 'panel');
  const buttons = [iconButton(say('previous'), 'previous', step(-1)), iconButton(say('next'), 'next', step(1))];
  const bar = element('div', { class: 'pager' }, position, ...buttons);
  const draw = () => {
    const found = listed();
    const index = found.findIndex(({ id }) => id === reading.selection?.finding.id);
    const isIn = index >= 0;
    position.textContent = isIn
      ? say('countOf', { n: index + 1, total: found.length })
      : say('countShown', { n: found.length });
    buttons.forEach((button) => (button.disabled = !found.length));
  };
  return { bar, draw };
}
