/** The rules of the house that a program can check in `www/`. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { WORDS } from '../../../www/bookmarklet/words.js';
import { LANGUAGES } from '../../../www/interface/say.js';
import { LAYERS } from '../../../www/findings.js';
import { SUPPORTS } from '../../../www/support.js';

/** How many lines a file has at most; one of words may have more, a line for each. */
const MOST_LINES = 250;

/** How many lines a function has at most: what fits a screen. */
const MOST_FUNCTION_LINES = 40;

const FACE = fileURLToPath(new URL('../../../www/', import.meta.url));
const files = readdirSync(FACE, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.js') && !/^(pkg|demo|embed.examples)/.test(name))
  .map((name) => ({ name, text: readFileSync(join(FACE, name), 'utf8') }));

test('the files of www are found', () => assert.ok(files.length > 25));

test('no file is longer than a reader holds in mind', () => {
  const code = files.filter(({ name }) => !/^(strings|reasons)\b/.test(name));
  const long = code.filter(({ text }) => text.trimEnd().split('\n').length > MOST_LINES);
  assert.deepEqual(
    long.map(({ name }) => name),
    [],
  );
});

test('every function fits a screen', () => {
  const long = files.flatMap(({ name, text }) =>
    functions(text)
      .filter(({ n }) => n > MOST_FUNCTION_LINES)
      .map(({ line }) => `${name}: ${line}`),
  );
  assert.deepEqual(long, []);
});

/** Prettier puts a function's end at the indentation of its beginning. @param {string} text */
function functions(text) {
  const lines = text.split('\n');
  return lines.flatMap((line, index) => {
    if (!/(\bfunction\b.*|=>|^\s+(async )?#?\w+\(.*\)) \{$/.test(line) || /^\s*(if|for|while|switch)\b/.test(line))
      return [];
    const indent = /** @type {RegExpMatchArray} */ (line.match(/^\s*/))[0];
    const end = lines.findIndex((other, place) => place > index && other.startsWith(`${indent}}`));
    return [{ line: line.trim(), n: end - index + 1 }];
  });
}

test('no page node is written to, no HTML is parsed and nothing is fetched but the engine', () => {
  const forbidden =
    /\b(innerHTML|outerHTML|insertAdjacentHTML|XMLHttpRequest|sendBeacon|surroundContents|insertNode)\b|\b(fetch|eval|document\.write)\(/g;
  const found = files.flatMap(({ name, text }) => [...text.matchAll(forbidden)].map(([what]) => `${name} ${what}`));
  assert.deepEqual(found, ['core.js fetch(']);
});

test('highlight rules have longhands only, which WebKit needs', () => {
  const sheet = files.find(({ name }) => name === join('paint', 'sheet.js'));
  assert.doesNotMatch(sheet?.text ?? '', /text-decoration:/);
});

const en = await LANGUAGES.en();

for (const [language, load] of Object.entries(LANGUAGES)) {
  const strings = await load();
  test(`${language} says everything that English says, with the same places to fill in`, () => {
    assert.deepEqual(Object.keys(strings).sort(), Object.keys(en).sort());
    for (const [key, text] of Object.entries(strings)) {
      const original = /** @type {Record<string, any>} */ (en)[key];
      assert.deepEqual(places(text), places(original), key);
      if (typeof original === 'string') continue;
      assert.deepEqual(
        Object.keys(text).sort(),
        new Intl.PluralRules(language).resolvedOptions().pluralCategories.sort(),
        key,
      );
    }
  });
}

test('the page of the bookmark speaks every language of the interface', () => {
  assert.deepEqual(Object.keys(WORDS), Object.keys(LANGUAGES));
  for (const [language, words] of Object.entries(WORDS)) {
    assert.deepEqual(Object.keys(words), Object.keys(WORDS.en), language);
    assert.ok(Object.values(words).every((text) => text.trim()));
  }
  const page = readFileSync(join(FACE, 'bookmarklet/index.html'), 'utf8');
  const named = [...page.matchAll(/data-say="(\w+)"/g)].map(([, key]) => key);
  assert.ok(named.length > 5 && named.every((key) => key in WORDS.en));
});

test('in French no line begins with a mark that belongs to the word before', () => {
  const french = files.filter(({ name }) => /^(strings|reasons).fr\.js$/.test(name));
  const locale = readFileSync(join(FACE, 'extension/_locales/fr/messages.json'), 'utf8');
  const texts = french.flatMap(({ text }) => [...text.matchAll(/: '(.*)',$/gm)].map(([, words]) => words));
  texts.push(...[...locale.matchAll(/"message": "(.*)"/g)].map(([, words]) => words), ...Object.values(WORDS.fr));
  assert.ok(french.length === 2 && texts.length > 200);
  assert.deepEqual(
    texts.filter((words) => /« | [»;:?!]/.test(words)),
    [],
  );
});

/** @param {string | Record<string, string>} text */
function places(text) {
  return [
    ...new Set(
      Object.values(typeof text === 'string' ? [text] : text)
        .join(' ')
        .match(/\{\w+\}/g),
    ),
  ].sort();
}

test('every key that the code says exists, and every key is said', () => {
  const code = files
    .filter(({ name }) => !/^(strings|reasons|extension|bookmarklet)/.test(name))
    .map(({ text }) => text)
    .join('\n');
  const said = [...code.matchAll(/\bsay(?:Named)?\(\s*'([\w-]+)'/g)].map(([, key]) => key);
  assert.deepEqual(
    said.filter((key) => !(key in en)),
    [],
  );
  const families = [...code.matchAll(/`(\w+_)\$\{/g)].map(([, family]) => family);
  const unsaid = Object.keys(en).filter(
    (key) => !families.some((family) => key.startsWith(family)) && !code.includes(`'${key}'`) && key !== 'direction',
  );
  assert.deepEqual(unsaid, []);
});

test('every name a report can hold has its words', () => {
  const kinds = ['named', 'role', 'anonymous', 'collective', 'document', 'outlet', 'pronoun', 'none'];
  const categories = ['possibility', 'appearance', 'hearsay', 'approximator', 'opinion', 'conditional'];
  const holds = ['figure', 'comparison', 'record', 'trend', 'cause', 'accusation', 'motive', 'research'];
  const provenance = ['original-source', 'first-reported', 'wire-credit', 'byline', 'dateline', 'update'];
  const names = [
    ...LAYERS.flatMap((layer) => [`layer_${layer}`, `layerGloss_${layer}`]),
    ...Object.keys(SUPPORTS).map((group) => `support_${group}`),
    ...kinds.map((kind) => `kind_${kind}`),
    ...kinds.filter((kind) => kind !== 'named').map((kind) => `is_${kind}`),
    ...['direct', 'indirect', 'mixed'].map((directness) => `is_${directness}_named`),
    ...categories.flatMap((category) => [`is_${category}`, `category_${category}`]),
    ...holds.map((holding) => `holds_${holding}`),
    ...provenance.map((kind) => `provenance_${kind}`),
    ...['low', 'medium', 'high'].map((level) => `level_${level}`),
    ...['communication', 'belief', 'knowledge', 'intention'].map((type) => `cue_${type}`),
  ];
  assert.deepEqual(
    names.filter((name) => !(name in en)),
    [],
  );
});
