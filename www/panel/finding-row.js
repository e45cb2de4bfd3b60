/**
 * A finding in the list: who and how, its sentence with the marks in it, and when it is chosen what the card says.
 * @import { Finding, Mark } from '../findings.js'
 * @import { Reading } from '../reading.js'
 */
import { element } from '../interface/elements.js';
import { SAMPLES, styleOf } from '../paint/sheet.js';
import { actions } from '../card/actions.js';
import { facts, headline, sentence } from '../card/facts.js';

/** @param {Reading} reading @param {Finding} finding */
export function newRow(reading, finding) {
  const isOpen = reading.selection?.finding.id === finding.id;
  const choose = () => reading.select(isOpen ? undefined : finding, 'panel');
  const button = element(
    'button',
    { attributes: { type: 'button', 'aria-expanded': isOpen }, on: { click: choose } },
    element(
      'span',
      { class: 'headline' },
      layerSample(reading, finding),
      element('span', { text: headline(reading, finding), attributes: { dir: 'auto' } }),
      element('span', { class: 'unseen', text: '. ' }),
    ),
    element(
      'span',
      { class: 'quoted', attributes: { lang: reading.report.language || null, dir: 'auto' } },
      ...markedSentence(reading, finding),
    ),
  );
  const attributes = { role: 'listitem', 'data-id': finding.id, 'data-open': isOpen ? '' : null };
  return element('div', { class: 'finding', attributes }, button, isOpen ? inline(reading, finding) : null);
}

/** The layer as its marks are: by its line, and by its name for who does not see it. @param {Reading} reading @param {Finding} finding */
function layerSample({ speech }, { layer }) {
  const name = element('span', { class: 'unseen', text: `${speech.sayNamed(`layer_${layer}`)}. ` });
  return element('i', {}, element('span', { class: `line-${SAMPLES[layer]}`, text: '\u2003' }), name);
}

/** @param {Reading} reading @param {Finding} finding */
function inline(reading, finding) {
  const parts = [
    element('p', { class: 'sentence', text: sentence(reading, finding) }),
    facts(reading, finding),
    actions(reading, finding, 'panel'),
  ];
  return element('div', { class: 'inline' }, ...parts);
}

/** The sentence, with the finding's own marks under their words. @param {Reading} reading @param {Finding} finding */
export function markedSentence(reading, finding) {
  const { start, end } = finding.sentence;
  const marks = finding.marks
    .filter((mark) => mark.label !== 'content' && !(mark.start <= start && mark.end >= end))
    .filter((mark) => mark.start >= start && mark.end <= end)
    .sort((one, other) => one.start - other.start);
  /** @type {(string | Node)[]} */
  const parts = [];
  let place = start;
  for (const mark of marks) {
    if (mark.start < place) continue;
    parts.push(reading.textOf({ start: place, end: mark.start }), sample(reading, mark));
    place = mark.end;
  }
  return [...parts, reading.textOf({ start: place, end })];
}

/** @param {Reading} reading @param {Mark} mark */
function sample(reading, mark) {
  return element('span', { text: reading.textOf(mark), class: `line-${styleOf(mark)}` });
}
