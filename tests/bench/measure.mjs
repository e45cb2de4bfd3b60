/**
 * Measures one bundle, in a fresh process of Node or on a fresh page; runs in both, and imports nothing.
 */

/** How long a sample takes at least, in milliseconds: browsers' clocks tick in steps of up to one. */
const LEAST_SAMPLE = 25;

/** How often each thing is timed; and how long, in milliseconds, it may take in all until twice is enough. */
const N_SAMPLES = 15;
const LONGEST = 8_000;

/** A length whose single scan took longer is the last that is tried. */
const LAST = 7_000;

/** @typedef {(text: string) => unknown} Check */
/** @typedef {{articles: string[], lengths: Record<string, string>}} Texts */

/** From nothing to the first result, in milliseconds. @param {string} bundle @param {string} text */
export async function cold(bundle, text) {
  const began = performance.now();
  const { load } = await import(bundle);
  await (
    await load()
  )(text);
  return performance.now() - began;
}

/** @param {string} bundle @param {Texts} texts */
export async function warm(bundle, { articles, lengths }) {
  const { load } = await import(bundle);
  /** @type {Check} */
  const check = await load();
  return { article: await article(check, articles), growth: await growth(check, lengths) };
}

/** Milliseconds an article, a number each sample; each article is another, since some remember words. @param {Check} check @param {string[]} articles */
async function article(check, articles) {
  let next = 0;
  const round = async (/** @type {number} */ n) => {
    const began = performance.now();
    for (let index = 0; index < n; index++) await check(articles[next++ % articles.length]);
    return (performance.now() - began) / n;
  };
  // What is run often is compiled anew, at its own time.
  const learning = performance.now();
  let once = await round(1);
  while (performance.now() - learning < 1_000) once = Math.min(once, await round(1));
  const n = Math.ceil(LEAST_SAMPLE / Math.max(once, 0.01));
  const samples = [];
  for (let index = 0; index < N_SAMPLES; index++) samples.push(await round(n));
  return samples;
}

/** Milliseconds of a scan by the number of words. @param {Check} check @param {Record<string, string>} lengths */
async function growth(check, lengths) {
  /** @type {Record<string, number[]>} */
  const times = {};
  for (const [n, text] of Object.entries(lengths)) {
    const began = performance.now();
    const samples = [];
    do {
      const start = performance.now();
      await check(text);
      samples.push(performance.now() - start);
    } while (samples.length < N_SAMPLES && performance.now() - began < LONGEST);
    times[n] = samples;
    if (Math.min(...samples) > LAST) break;
  }
  return times;
}
