/**
 * The room of findings: all of them in order, with their sentence; filters that switch the marks too, and a search.
 * @import { Finding, Layer } from '../findings.js'
 * @import { Reading } from '../reading.js'
 * @import { Room } from './rooms.js'
 */
import { LAYERS } from '../findings.js';
import { element, icon, iconButton, textButton } from '../interface/elements.js';
import { all } from '../interface/host.js';
import { SAMPLES } from '../paint/sheet.js';
import { headline } from '../card/facts.js';
import { newRow } from './finding-row.js';
import { Windowed } from './windowed.js';

/**
 * @param {Reading} reading @param {number | null} [speaker] the entry whose words alone are listed; null lists those of nobody
 * @returns {Room}
 */
export function findingsRoom(reading, speaker) {
  const search = searchBox(reading, () => draw());
  const chips = element('div', { class: 'chips' });
  const pager = newPager(reading, () => listed);
  const list = new Windowed((finding) => newRow(reading, finding));
  let only = speaker;
  /** @type {Finding[]} */
  let listed = [];
  const draw = () => {
    listed = matching(reading, search.input.value, only);
    chips.replaceChildren(...chipsOf(reading, only, () => ((only = undefined), draw())));
    list.show(listed, reading.speech.say('noneMatch'));
    pager.draw();
  };
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
    () => list.leave(),
  );
  return {
    content: [element('div', { class: 'tools' }, search.box, chips, pager.bar), list.scroller],
    isList: true,
    leave,
  };
}

/** @param {Reading} reading @param {string} query @param {number | null | undefined} speaker */
function matching(reading, query, speaker) {
  const words = query.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return candidates(reading).filter((finding) => {
    if (speaker !== undefined && !isBy(finding, speaker)) return false;
    if (!words.length) return true;
    const why = reading.reasons.why(finding.reason).text;
    const text = `${headline(reading, finding)} ${reading.textOf(finding.sentence)} ${why}`.toLocaleLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** What is shown, and what was hidden just now: its place in the list holds the report that can be sent. @param {Reading} reading */
function candidates({ all, shown, selection, view: { hidden } }) {
  if (!selection || !hidden.has(selection.finding.id)) return shown;
  const listed = new Set([...shown, selection.finding]);
  return all.filter((finding) => listed.has(finding));
}

/** @param {Finding} finding @param {number | null} speaker */
function isBy({ attribution, speaker: own }, speaker) {
  return attribution !== undefined && own === speaker;
}

/** @param {Reading} reading @param {() => void} draw */
function searchBox({ speech: { say } }, draw) {
  const attributes = { type: 'search', placeholder: say('searchHint'), 'aria-label': say('searchLabel') };
  const input = element('input', { attributes, on: { input: draw } });
  return { input, box: element('div', { class: 'search' }, icon('search'), input) };
}

/** @param {Reading} reading @param {number | null | undefined} speaker @param {() => void} forget */
function chipsOf(reading, speaker, forget) {
  const { say, sayNamed, number } = reading.speech;
  const chips = LAYERS.map((layer) => {
    const attributes = { type: 'button', 'aria-pressed': reading.view.layers.has(layer), 'data-layer': layer };
    const sample = element('span', {
      class: `sample line-${SAMPLES[layer]}`,
      text: sayNamed(`layer_${layer}`),
    });
    const count = element('span', { class: 'count number', text: number(reading.count(layer)) });
    return element(
      'button',
      { class: 'chip', attributes, on: { click: (event) => switchLayer(reading, layer, event) } },
      sample,
      count,
    );
  });
  if (speaker === undefined) return chips;
  const name = speaker === null ? say('nobody') : reading.report.ledger[speaker].name;
  const only = textButton(`${say('onlySpeaker', { name })}  ×`, forget, 'chip');
  only.setAttribute('aria-label', `${say('onlySpeaker', { name })}. ${say('everySpeaker')}`);
  return [only, ...chips];
}

/** The chips are drawn anew; the focus goes to the one that was used. @param {Reading} reading @param {Layer} layer @param {Event} event */
function switchLayer(reading, layer, event) {
  const chips = /** @type {Element} */ (event.currentTarget).parentElement;
  reading.toggle(layer);
  /** @type {HTMLElement | null | undefined} */ (chips?.querySelector(`[data-layer="${layer}"]`))?.focus({
    preventScroll: true,
  });
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
