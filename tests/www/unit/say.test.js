/** What the interface says holds the article's words as they are. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { LAYERS } from '../../../www/findings.js';
import { LANGUAGES, speechIn } from '../../../www/interface/say.js';

test('a name keeps its direction among words that run from right to left, a number needs no help', async () => {
  const arabic = speechIn('ar', await LANGUAGES.ar());
  assert.match(arabic.say('onlySpeaker', { name: 'Ana Ruiz (Aldwick)' }), /\u2068Ana Ruiz \(Aldwick\)\u2069/);
  assert.doesNotMatch(arabic.say('countShown', { n: 12 }), /[\u2068\u2069]/);
  const english = speechIn('en', await LANGUAGES.en());
  assert.equal(english.say('onlySpeaker', { name: 'Ana Ruiz' }), 'Only Ana Ruiz');
});

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const NAMES = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
const REGIONS = LETTERS.flatMap((one) => LETTERS.map((other) => one + other)).filter((region) => NAMES.of(region));

test('numbers and shares are written as Intl writes them, in every region', async () => {
  for (const [language, load] of Object.entries(LANGUAGES)) {
    const strings = await load();
    const tags = [language, `${language}-u-nu-arab`, ...REGIONS.map((region) => `${language}-${region}`)];
    for (const tag of tags.filter((tag) => Intl.getCanonicalLocales(tag)[0] === tag)) {
      const { number, percent } = speechIn(tag, strings);
      const [whole, share] = [new Intl.NumberFormat(tag), new Intl.NumberFormat(tag, { style: 'percent' })];
      for (const n of [0, 7, 999, 1034, 99999, 100000]) assert.equal(number(n), whole.format(n), tag);
      for (const part of [0, 0.285, 0.5049, 1, 11]) assert.equal(percent(part), share.format(part), tag);
    }
  }
});

test('names are listed as Intl lists them', async () => {
  for (const [language, load] of Object.entries(LANGUAGES)) {
    const { list } = speechIn(language, await load());
    for (const names of [[], ['a'], ['a', 'b'], ['a', 'b', 'c'], ['a', 'b', 'c', 'd']]) {
      assert.equal(
        list(names),
        new Intl.ListFormat(language, { type: 'unit', style: 'short' }).format(names),
        language,
      );
    }
  }
});

test('the options of the extension call a layer what the panel calls it, in every language', async () => {
  for (const [language, load] of Object.entries(LANGUAGES)) {
    const strings = /** @type {Record<string, unknown>} */ (await load());
    const file = new URL(`../../../www/extension/_locales/${language}/messages.json`, import.meta.url);
    const messages = JSON.parse(readFileSync(file, 'utf8'));
    for (const key of LAYERS.flatMap((layer) => [`layer_${layer}`, `layerGloss_${layer}`]))
      assert.equal(messages[key].message, strings[key], `${language}: ${key}`);
  }
});
