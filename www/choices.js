/**
 * How a reader likes to see pages, as they chose it in the interface: it holds on the next page of this site too, and
 * comes before what the page asks for. What a page's own code chooses is not kept.
 * @import { Reading, View } from './reading.js'
 * @import { Settings } from './options.js'
 */
import { keep, recalled } from './memory.js';
import { DEFAULTS } from './options.js';

const STRENGTHS = /** @type {const} */ (['quiet', 'normal', 'strong']);
const PRINTINGS = /** @type {const} */ (['off', 'marks', 'notes']);

/** Shows a page so, and the next ones. @param {Reading} reading @param {Partial<View>} change */
export function prefer(reading, change) {
  // Of what the reader changes, not of what a page makes of being told so.
  const before = wordsOf(reading.view);
  const wanted = wordsOf({ ...reading.view, ...change });
  reading.choose(change);
  const asked = wordsOf(reading.asked);
  for (const [name, word] of Object.entries(wanted)) {
    // What the page asks for anyway is not kept, or another page would be shown so that asks for something else.
    if (word !== before[name]) keep(name, word === asked[name] ? '' : word);
  }
}

/** Each choice in the word that is kept. @param {Pick<View, 'strip' | 'conditionals' | 'confidence' | 'strength' | 'print'>} view @returns {Record<string, string>} */
function wordsOf({ strip, conditionals, confidence, strength, print }) {
  const onOrOff = (/** @type {boolean} */ isOn) => (isOn ? 'on' : 'off');
  return {
    ...{ strip: onOrOff(strip), conditionals: onOrOff(conditionals), unsure: onOrOff(confidence === 0) },
    ...{ strength, print },
  };
}

/** What a page asked for, with what its reader chose before. @param {Settings} settings */
export function withChoices(settings) {
  const least = leastConfidence(settings.asked ?? settings);
  return {
    ...settings,
    strip: flag('strip') ?? settings.strip,
    conditionals: flag('conditionals') ?? settings.conditionals,
    confidence: { true: 0, false: least }[String(flag('unsure'))] ?? settings.confidence,
    strength: oneOf('strength', STRENGTHS) ?? settings.strength,
    print: oneOf('print', PRINTINGS) ?? settings.print,
  };
}

/** The least confidence of what is shown where not all is: what the page asked for, if it asked for any. @param {{confidence: number}} asked */
export function leastConfidence({ confidence }) {
  return confidence || DEFAULTS.confidence;
}

/** @param {string} name */
function flag(name) {
  const text = recalled(name);
  return text ? text === 'on' : undefined;
}

/** @template {string} Value @param {string} name @param {readonly Value[]} values */
function oneOf(name, values) {
  const text = recalled(name);
  return values.find((value) => value === text);
}
