/**
 * The first room: what the article's statements rest on, what the marks mean, who speaks.
 * @import { Reading } from '../reading.js'
 * @import { Layer } from '../findings.js'
 * @import { Go, Room } from './rooms.js'
 */
import { LAYERS } from '../findings.js';
import { element } from '../interface/elements.js';
import { all } from '../interface/host.js';
import { keepingFocus } from '../interface/keep-focus.js';
import { SAMPLES } from '../paint/sheet.js';
import { supportShares } from '../support.js';
import { footnote } from './footnote.js';
import { drawHidden } from './hidden.js';
import { drawNothing } from './nothing.js';
import { newSpeakersPart } from './speakers.js';
import { supportBar, swatch } from './support-bar.js';

/** @param {Reading} reading @param {Go} go @returns {Room} */
export function overviewRoom(reading, go) {
  const support = element('section', { class: 'part' });
  const nothing = element('section', { class: 'part' });
  const hidden = element('section', { class: 'part' });
  const layers = element('section', { class: 'part' });
  const speaking = element('section', { class: 'part' });
  const parts = [
    () => drawNothing(reading, nothing),
    () => support.replaceChildren(...supportPart(reading)),
    () => drawHidden(reading, hidden),
    () => drawLayers(reading, layers),
    newSpeakersPart(reading, speaking, go),
  ];
  const content = [nothing, support, hidden, layers, speaking, footnote(reading.speech)];
  const draw = parts.map((part, index) => () => keepingFocus(content[index], part));
  // A page that changes has its turn between two of them.
  const stopFollowing = all(reading.on('choice', all(...draw)), ...draw.map((part) => reading.on('report', part)));
  return {
    content,
    parts,
    leave: () => (stopFollowing(), reading.light(null)),
  };
}

/** @param {Reading} reading */
function supportPart(reading) {
  const { say, sayNamed, number, percent } = reading.speech;
  const shares = supportShares(reading.report, reading.stands);
  const title = element('h3', { text: say('supportTitle') });
  if (!shares.length) return [title, element('p', { class: 'soft', text: say('noStatements') })];
  let total = 0;
  for (const { n } of shares) total += n;
  const bare = shares.find(({ group }) => group === 'none')?.n ?? 0;
  const lead = `${say('supportLead', { n: total })} ${bare ? say('supportNone', { n: bare }) : say('supportAll')}`;
  const rows = shares.map(({ group, n, share }) =>
    element(
      'li',
      { attributes: { 'data-n': n } },
      swatch(group),
      element('span', { text: sayNamed(`support_${group}`) }),
      element('span', { class: 'number', text: number(n) }),
      element('span', { class: 'share-text number small', text: percent(share) }),
    ),
  );
  return [
    title,
    element('p', { class: 'lead', text: lead }),
    supportBar(reading.speech, shares),
    element('ul', { class: 'legend' }, ...rows),
  ];
}

/** Each kind of mark, explained, with its switch; only the switches change, so that the focus stays. @param {Reading} reading @param {HTMLElement} part */
function drawLayers(reading, part) {
  const { say, sayNamed, number } = reading.speech;
  if (!part.firstChild) {
    const switches = LAYERS.map((layer) => layerSwitch(reading, layer));
    part.append(
      element('h3', { text: say('layers'), attributes: { id: 'layers-title' } }),
      element(
        'div',
        { class: 'switches', attributes: { role: 'group', 'aria-labelledby': 'layers-title' } },
        ...switches,
      ),
    );
  }
  part.querySelectorAll('button').forEach((button, index) => {
    const layer = LAYERS[index];
    button.setAttribute('aria-checked', String(reading.view.layers.has(layer)));
    const n = reading.count(layer);
    const names = { layer: sayNamed(`layer_${layer}`), n, gloss: sayNamed(`layerGloss_${layer}`) };
    button.setAttribute('aria-label', say('layerName', names));
    const count = button.querySelector('.number');
    if (count) count.textContent = number(n);
  });
}

/** @param {Reading} reading @param {Layer} layer */
function layerSwitch(reading, layer) {
  const { sayNamed } = reading.speech;
  const sample = {
    class: `sample line-${SAMPLES[layer]}`,
    text: sayNamed(`layer_${layer}`),
  };
  return element(
    'button',
    { class: 'switch', attributes: { type: 'button', role: 'switch' }, on: { click: () => reading.toggle(layer) } },
    element('span', { class: 'knob', attributes: { 'aria-hidden': 'true' } }),
    element('span', {}, element('span', sample)),
    element('span', { class: 'number soft' }),
    element('span', { class: 'gloss', text: sayNamed(`layerGloss_${layer}`) }),
  );
}
