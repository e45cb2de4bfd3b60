/**
 * Who speaks here: the ledger, the most quoted first.
 * @import { Reading } from '../reading.js'
 * @import { Speaker } from '../support.js'
 * @import { Go } from './rooms.js'
 */
import { entryAt } from '../identity.js';
import { element, textButton } from '../interface/elements.js';
import { nSourceless, speakers } from '../support.js';

/** How many a reader takes in at a glance; the rest are a click away. */
const N_FIRST = 8;

/** Draws them in `part`; once the reader has asked for all, all are there when it is drawn again. @param {Reading} reading @param {HTMLElement} part @param {Go} go */
export function newSpeakersPart(reading, part, go) {
  let nShown = N_FIRST;
  const showAll = () => (nShown = Infinity);
  return () => part.replaceChildren(...speakersPart(reading, go, nShown, showAll));
}

/** @param {Reading} reading @param {Go} go @param {number} nShown @param {() => void} whenAll */
function speakersPart(reading, go, nShown, whenAll) {
  const { say } = reading.speech;
  const found = speakers(reading.report, reading.counts);
  const title = element('h3', { text: say('speakersTitle') });
  const sourceless = nSourceless(reading.report, reading.counts);
  if (!found.length) return [title, element('p', { class: 'soft', text: say('noSpeakers') })];
  const rows = (/** @type {Speaker[]} */ some) => some.map((speaker) => row(reading, speaker, go));
  const list = element('ul', { class: 'speakers' }, ...rows(found.slice(0, nShown)));
  if (sourceless) list.append(nobody(reading, sourceless, go));
  const rest = found.slice(nShown);
  const more = textButton(say('moreSpeakers', { n: rest.length }), () => {
    whenAll();
    const added = rows(rest);
    list.append(...added);
    added[0].querySelector('button')?.focus({ preventScroll: true });
    more.remove();
  });
  return [title, list, ...(rest.length ? [more] : [])];
}

/** @param {Reading} reading @param {Speaker} speaker @param {Go} go */
function row(reading, { entry, index, n, share }, go) {
  const kind = reading.speech.sayNamed(`kind_${entry.kind}`);
  const isUnnamed = entry.kind === 'anonymous' || entry.kind === 'collective';
  return element(
    'li',
    {},
    element(
      'button',
      {
        class: 'speaker',
        attributes: { type: 'button', 'data-name': Object.values(entryAt(reading.report.ledger, index)).join() },
        on: {
          click: () => go('findings', index),
          pointerenter: () => reading.light(index),
          pointerleave: () => reading.light(null),
          focus: () => reading.light(index),
          blur: () => reading.light(null),
        },
      },
      element('bdi', { class: 'name', text: entry.name, attributes: { lang: reading.report.language || null } }),
      pause(reading),
      element('span', { class: 'who' }, ...(entry.role ? [element('bdi', { text: entry.role }), ' · '] : []), kind),
      ...howOften(reading, n, share, isUnnamed),
    ),
  );
}

/** What a screen reader reads of a row is one sentence: its parts are kept apart. @param {Reading} reading */
function pause({ speech }) {
  return element('span', { class: 'unseen', text: speech.say('listBetween') });
}

/** How often, and which share of all attributions that is. @param {Reading} reading @param {number} n @param {number} share @param {boolean} isUnnamed */
function howOften(reading, n, share, isUnnamed) {
  const { say, percent } = reading.speech;
  const bar = element('span', { class: 'whole' }, element('span', { style: { width: `${100 * share}%` } }));
  return [
    pause(reading),
    element('span', { class: 'n number', text: say('speakerTimes', { n }) }),
    pause(reading),
    element('span', { class: 'unseen', text: say('speakerGo', { share: percent(share) }) }),
    element(
      'span',
      { class: `share number ${isUnnamed ? 'unnamed' : ''}`, attributes: { 'aria-hidden': 'true' } },
      bar,
      percent(share),
    ),
  ];
}

/** What is reported without any source has its place in the ledger too. @param {Reading} reading @param {number} n @param {Go} go */
function nobody(reading, n, go) {
  const { say } = reading.speech;
  const total = reading.report.attributions.filter((_, index) => reading.counts(index)).length;
  return element(
    'li',
    {},
    element(
      'button',
      { class: 'speaker', attributes: { type: 'button', 'data-name': '' }, on: { click: () => go('findings', null) } },
      element('span', { class: 'name soft', text: say('nobody') }),
      pause(reading),
      element('span', { class: 'who', text: say('nobodyKind') }),
      ...howOften(reading, n, n / total, true),
    ),
  );
}
