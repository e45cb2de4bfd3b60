/** Why something is marked is said in the interface's language, whatever the core can give as its reason. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { reasonsOf } from '../../../www/interface/reasons.js';
import { LANGUAGES } from '../../../www/interface/say.js';
import { TABLES } from '../../../www/reasons/translation.js';
import { scanText } from '../../../www/scan-text.js';

/** What the core's list has: each sentence by its name. @type {Record<string, string>} */
const LINES = Object.fromEntries(
  readFileSync(new URL('../../../src/lexicon/en/reasons.txt', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line.includes(' = '))
    .map((line) => line.split(' = ').map((part) => part.trim())),
);
const linesOf = (/** @type {string} */ kind) => Object.keys(LINES).filter((name) => name.startsWith(`${kind}-`));

/** @param {string} language @param {string} [reasons] */
async function loaded(language, reasons = 'en') {
  const { direction } = await LANGUAGES[language.slice(0, 2)]();
  const found = reasonsOf(reasons, { language, direction: direction === 'rtl' ? 'rtl' : 'ltr' });
  await found.ready;
  return found;
}

test('the list of reasons is found, and every language but its own has them', () => {
  assert.ok(linesOf('claim').length > 5 && linesOf('support').length > 9 && linesOf('attribution').length > 19);
  assert.deepEqual(Object.keys({ en: true, ...TABLES.en }).sort(), Object.keys(LANGUAGES).sort());
});

for (const [language, load] of Object.entries(TABLES.en)) {
  const table = await load();
  test(`${language} has a translation of every line, of no other, and with the same place to fill in`, () => {
    const english = [...Object.values(LINES), ', '];
    assert.deepEqual(Object.keys(table).sort(), english.sort());
    for (const [line, text] of Object.entries(table)) {
      assert.ok(text.trim() && (line === ', ' || text !== line), line);
      assert.deepEqual(text.match(/\{\w*\}/g), line.match(/\{\w*\}/g), line);
      // Of a sentence neither beginning nor end may get lost.
      if (/[.?]$/.test(line)) assert.match(text, /[.?؟]$/, line);
    }
  });

  test(`${language} says every reason that can be put together from them`, async () => {
    const { why } = await loaded(language);
    for (const claim of linesOf('claim')) {
      for (const support of linesOf('support')) {
        const { text, language: own } = why(`${LINES[claim]}, ${LINES[support]}`);
        assert.equal(text, `${table[LINES[claim]]}${table[', ']}${table[LINES[support]]}`);
        assert.equal(own, undefined);
      }
    }
    for (const cue of ['said', 'is “said” to', '$& according\nto', ':', '{cue}']) {
      for (const name of linesOf('attribution')) {
        const { text } = why(LINES[name].replace('{cue}', () => cue));
        const filled = language === 'ar' ? `\u2068${cue}\u2069` : cue;
        assert.equal(
          text,
          table[LINES[name]].replace('{cue}', () => filled),
        );
      }
    }
    const hedges = Object.keys(LINES).filter((name) => /^(?!attribution).*-(own|source|quotation)$/.test(name));
    assert.ok(hedges.length > 29);
    for (const name of hedges) assert.equal(why(LINES[name]).text, table[LINES[name]]);
  });
}

test('all that is found in a text is said in German', async () => {
  const { why } = await loaded('de-AT');
  const { attributions, hedges, claims } = await scanText(
    'The bridge may close in June, the mayor said. “We cannot wait for another crack,” said Ana Ruiz. ' +
      'The contractor allegedly ignored two warnings. According to a report, repairs cost about 4.1 million pounds. ' +
      'Rents in the town doubled in a year. It is believed that two firms had withdrawn.',
  );
  const reasons = [...attributions, ...hedges, ...claims].map(({ reason }) => reason);
  assert.ok(reasons.length > 8);
  assert.deepEqual(
    reasons.filter((reason) => why(reason).language !== undefined),
    [],
  );
});

test('what is not known again is said as it came, and in which language', async () => {
  const { why } = await loaded('ar');
  for (const reason of ['How our agency names its sources.', 'A figure, as a newer core says it.', 'constructor', '']) {
    assert.deepEqual(why(reason), { text: reason, language: 'en' });
  }
  assert.deepEqual((await loaded('ar', '')).why('A figure'), { text: 'A figure', language: '' });
  const own = await loaded('de', 'de');
  assert.equal(own.ready, undefined, 'nothing is fetched where both are one');
  assert.deepEqual(own.why('Eine Zahl.'), { text: 'Eine Zahl.', language: 'de' });
  const english = await loaded('en');
  assert.equal(english.ready, undefined);
  assert.deepEqual((await loaded('de', 'xx')).why('A figure'), { text: 'A figure', language: 'xx' });
});
