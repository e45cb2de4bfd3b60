/**
 * The room of settings.
 * @import { Reading, View } from '../reading.js'
 * @import { Doors, Room } from './rooms.js'
 */
import { leastConfidence, prefer } from '../choices.js';
import { element, textButton } from '../interface/elements.js';
import { LANGUAGE_NAMES } from '../interface/say.js';
import { drawHidden } from './hidden.js';

/** @param {Reading} reading @param {Doors} doors @returns {Room} */
export function settingsRoom(reading, { speakIn, stop }) {
  const { say } = reading.speech;
  const hidden = element('div');
  const switches = element(
    'div',
    { class: 'options' },
    checkbox('conditionals', say('conditionals'), (conditionals) => prefer(reading, { conditionals })),
    checkbox('unsure', say('unsure'), (all) =>
      prefer(reading, { confidence: all ? 0 : leastConfidence(reading.asked) }),
    ),
    checkbox('strip', say('strip'), (strip) => prefer(reading, { strip })),
  );
  const content = [
    section(
      choice(reading, 'strength', {
        quiet: say('strength_quiet'),
        normal: say('strength_normal'),
        strong: say('strength_strong'),
      }),
    ),
    section(switches),
    section(choice(reading, 'print', { off: say('print_off'), marks: say('print_marks'), notes: say('print_notes') })),
    section(languages(reading, speakIn)),
    hidden,
    section(textButton(say('stop'), stop)),
  ];
  const draw = () => {
    drawHidden(reading, hidden);
    content.forEach((part) => check(part, reading.view));
  };
  draw();
  return { content, leave: reading.on('choice', draw) };
}

/** Shows what is chosen, here or elsewhere. @param {HTMLElement} part @param {View} view */
function check(part, { conditionals, confidence, strip, strength, print }) {
  /** @type {Record<string, boolean>} */
  const flags = {
    conditionals,
    unsure: confidence === 0,
    strip,
    [`strength ${strength}`]: true,
    [`print ${print}`]: true,
  };
  const chosen = Object.keys(flags).filter((name) => flags[name]);
  part.querySelectorAll('input').forEach((input) => {
    const name = input.type === 'radio' ? `${input.name} ${input.value}` : input.name;
    input.checked = chosen.includes(name);
  });
}

/** @param {Node} child */
function section(child) {
  return element('section', { class: 'part' }, child);
}

/** @param {string} name @param {string} label @param {(isOn: boolean) => void} change */
function checkbox(name, label, change) {
  const on = { change: () => change(input.checked) };
  const input = element('input', { attributes: { type: 'checkbox', name }, on });
  return element('label', {}, input, element('span', { text: label }));
}

/** @param {Reading} reading @param {'strength' | 'print'} name @param {Record<string, string>} values */
function choice(reading, name, values) {
  const radios = Object.entries(values).map(([value, label]) => {
    const on = { change: () => prefer(reading, /** @type {Partial<View>} */ ({ [name]: value })) };
    const input = element('input', { attributes: { type: 'radio', name, value }, on });
    return element('label', {}, input, element('span', { text: label }));
  });
  const legend = element('legend', {}, element('h3', { text: reading.speech.say(name) }));
  return element('fieldset', {}, legend, element('div', { class: 'options' }, ...radios));
}

/** @param {Reading} reading @param {(language: string) => void} speakIn */
function languages({ speech }, speakIn) {
  const options = Object.entries(LANGUAGE_NAMES).map(([lang, text]) =>
    element('option', { text, attributes: { value: lang, lang } }),
  );
  const attributes = { 'aria-labelledby': 'languages' };
  const select = element('select', { attributes, on: { change: () => speakIn(select.value) } }, ...options);
  select.value = speech.language.split('-')[0].toLowerCase();
  const heading = element('h3', { text: speech.say('interfaceLanguage'), attributes: { id: 'languages' } });
  return element('div', { class: 'languages' }, heading, select);
}
