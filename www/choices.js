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
  const { strip, conditionals, confidence, strength, print } = change;
  const flags = { strip, conditionals, unsure: confidence === undefined ? undefined : confidence === 0 };
  for (const [name, isOn] of Object.entries(flags)) if (isOn !== undefined) keep(name, isOn ? 'on' : 'off');
  for (const [name, value] of Object.entries({ strength, print })) if (value) keep(name, value);
  reading.choose(change);
}

/** What a page asked for, with what its reader chose before. @param {Settings} settings */
export function withChoices(settings) {
  const least = settings.confidence || DEFAULTS.confidence;
  return {
    ...settings,
    strip: flag('strip') ?? settings.strip,
    conditionals: flag('conditionals') ?? settings.conditionals,
    confidence: { true: 0, false: least }[String(flag('unsure'))] ?? settings.confidence,
    strength: oneOf('strength', STRENGTHS) ?? settings.strength,
    print: oneOf('print', PRINTINGS) ?? settings.print,
  };
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
