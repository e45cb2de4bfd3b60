/**
 * Who speaks here: the ledger, the most quoted first.
 * @import { Reading } from '../reading.js'
 * @import { Speaker } from '../support.js'
 * @import { Go } from './rooms.js'
 */
import { element, textButton } from '../interface/elements.js';
import { nSourceless, speakers } from '../support.js';

/** How many a reader takes in at a glance; the rest are a click away. */
const N_FIRST = 8;

/** @param {Reading} reading @param {Go} go */
export function speakersPart(reading, go) {
  const { say } = reading.speech;
  const found = speakers(reading.report, reading.counts);
  const title = element('h3', { text: say('speakersTitle') });
  const sourceless = nSourceless(reading.report, reading.counts);
  if (!found.length) return [title, element('p', { class: 'soft', text: say('noSpeakers') })];
  const most = Math.max(...found.map(({ n }) => n));
  const rows = (/** @type {Speaker[]} */ some) => some.map((speaker) => row(reading, speaker, most, go));
  const list = element('ul', { class: 'speakers' }, ...rows(found.slice(0, N_FIRST)));
  if (sourceless) list.append(nobody(reading, sourceless, go));
  const rest = found.slice(N_FIRST);
  const more = textButton(say('moreSpeakers', { n: rest.length }), () => {
    const added = rows(rest);
    list.append(...added);
    added[0].querySelector('button')?.focus({ preventScroll: true });
    more.remove();
  });
  return [title, list, ...(rest.length ? [more] : [])];
}

/** @param {Reading} reading @param {Speaker} speaker @param {number} most @param {Go} go */
function row(reading, { entry, index, n, share }, most, go) {
  const { say, sayNamed, percent } = reading.speech;
  const kind = sayNamed(`kind_${entry.kind}`);
  const isUnnamed = entry.kind === 'anonymous' || entry.kind === 'collective';
  const times = say('speakerTimes', { n });
  const more = say('speakerGo', { share: percent(share) });
  return element(
    'li',
    {},
    element(
      'button',
      {
        class: 'speaker',
        attributes: { type: 'button' },
        on: {
          click: () => go('findings', index),
          pointerenter: () => reading.light(index),
          pointerleave: () => reading.light(null),
          focus: () => reading.light(index),
          blur: () => reading.light(null),
        },
      },
      element('bdi', { class: 'name', text: entry.name, attributes: { lang: reading.report.language || null } }),
      element('span', { class: 'n number', text: times }),
      element('span', { class: 'who' }, ...(entry.role ? [element('bdi', { text: entry.role }), ' · '] : []), kind),
      element('span', { class: 'unseen', text: more }),
      element(
        'span',
        { class: `share ${isUnnamed ? 'unnamed' : ''}` },
        element('span', { style: { width: `${(100 * n) / most}%` } }),
      ),
    ),
  );
}

/** What is reported without any source has its place in the ledger too. @param {Reading} reading @param {number} n @param {Go} go */
function nobody(reading, n, go) {
  const { say } = reading.speech;
  return element(
    'li',
    {},
    element(
      'button',
      { class: 'speaker', attributes: { type: 'button' }, on: { click: () => go('findings', null) } },
      element('span', { class: 'name soft', text: say('nobody') }),
      element('span', { class: 'n number', text: say('speakerTimes', { n }) }),
      element('span', { class: 'who', text: say('nobodyKind') }),
    ),
  );
}
