/**
 * The texts to measure with: articles of the project's seeded generator (`examples/archive.rs`), cut to a number of words.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, TARGET } from './places.mjs';

/** The same seed, the same texts. */
const SEED = '8';

/** How many words an article has; and how many articles there are, so that nobody scans what it remembers. */
export const WORDS_IN_ARTICLE = 800;
const N_ARTICLES = 40;

/** Over how many words growth is measured. */
export const LENGTHS = [1_000, 10_000, 100_000, 1_000_000];

/** How many articles of the generator have as many words as the longest text. */
const N_GENERATED = 2_300;

/** @returns {import('./measure.mjs').Texts} */
export function texts() {
  const how = [
    '--quiet',
    '--release',
    '--no-default-features',
    '--example',
    'archive',
    '--',
    String(N_GENERATED),
    SEED,
  ];
  const lines = execFileSync('cargo', ['run', ...how], { cwd: ROOT, encoding: 'utf8', maxBuffer: 2 ** 30 });
  const all = lines
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).text);
  const articles = Array.from({ length: N_ARTICLES }, (_, index) => cut(all.slice(index * 3), WORDS_IN_ARTICLE));
  return { articles, lengths: Object.fromEntries(LENGTHS.map((n) => [n, cut(all, n)])) };
}

/** The first `n` words of texts. @param {string[]} texts @param {number} n */
function cut(texts, n) {
  const words = texts.join('').matchAll(/\S+/g);
  let [end, left] = [0, n];
  for (const { index, 0: word } of words) {
    end = index + word.length;
    if (--left === 0) break;
  }
  if (left > 0) throw new Error(`the generator made ${left} words too few`);
  return texts.join('').slice(0, end);
}

/** Writes them where each program finds them. @param {import('./measure.mjs').Texts} texts */
export function written(texts) {
  const folder = join(TARGET, 'bench-texts');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  texts.articles.forEach((text, index) => writeFileSync(join(folder, `article-${index}.txt`), text));
  for (const [n, text] of Object.entries(texts.lengths)) writeFileSync(join(folder, `words-${n}.txt`), text);
  const file = join(TARGET, 'bench-texts.json');
  writeFileSync(file, JSON.stringify(texts));
  return { folder, file };
}
