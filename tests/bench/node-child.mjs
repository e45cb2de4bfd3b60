/** Measures a bundle in this process: `node node-child.mjs cold|warm|memory BUNDLE TEXTS.json`, or `empty` for a process that does nothing. */
import { readFileSync } from 'node:fs';
import { cold, warm } from './measure.mjs';

/** How many words the text has over which memory is measured. */
const WORDS_IN_MEMORY = 100_000;

const [what, bundle, file] = process.argv.slice(2);
/** @type {import('./measure.mjs').Texts} */
const texts = JSON.parse(readFileSync(file, 'utf8'));
const peak = () => process.resourceUsage().maxRSS / 1024;
const ways = {
  cold: () => cold(bundle, texts.articles[0]),
  warm: () => warm(bundle, texts),
  memory: () => cold(bundle, texts.lengths[WORDS_IN_MEMORY]).then(peak),
  empty: peak,
};
console.log(JSON.stringify(await ways[/** @type {keyof typeof ways} */ (what)]()));
