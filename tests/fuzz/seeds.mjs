/**
 * Writes what the fuzzers begin with: the project's own sentences and pages, a file each.
 *
 *     node tests/fuzz/seeds.mjs FOLDER
 */
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const TESTS = fileURLToPath(new URL('..', import.meta.url));

/** @param {string} folder @param {string} end @returns {string[]} */
const filesOf = (folder, end) =>
  readdirSync(join(TESTS, folder))
    .filter((name) => name.endsWith(end))
    .map((name) => readFileSync(join(TESTS, folder, name), 'utf8'));

const notations = filesOf('cases/en', '.md').flatMap((text) => text.split('```').filter((_, index) => index % 2));
const texts = notations.map((fence) =>
  fence
    .split('\n')
    .filter((line) => !/^\s*\^/.test(line))
    .join('\n'),
);
const rules = readFileSync(join(TESTS, '../README.md'), 'utf8')
  .split('```')
  .filter((text) => text.includes('[cue '));

/** @type {Record<string, string[]>} */
const seeds = {
  scan: texts,
  article: texts,
  html: filesOf('pages', '.html'),
  notation: notations,
  rules: rules.map((text) => `${text.replace(/^.*\n/, '')}\n=====\n${texts[0]}`),
};
for (const [target, inputs] of Object.entries(seeds)) {
  if (!inputs.length) throw new Error(`there are no seeds of ${target}`);
  const folder = join(process.argv[2], target);
  mkdirSync(folder, { recursive: true });
  inputs.forEach((input, index) => writeFileSync(join(folder, `seed-${index}`), input));
}
