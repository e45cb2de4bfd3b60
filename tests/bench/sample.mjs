/**
 * Lists marks of a corpus at random, to be judged one by one by a reader:
 *
 *     node tests/bench/sample.mjs claims FOLDER [SEED [COUNT]]
 *     node tests/bench/sample.mjs hedges FOLDER [SEED [COUNT]]
 *
 * `claims` are the unsourced ones, `hedges` all but the conditionals. The folder holds plain texts; the command line is
 * built first (`cargo build --release`) or named in CLAIMLIGHT. One seed gives one list as long as the marks are the same.
 */
import { spawnSync } from 'node:child_process';

/** The marks of a report that may be listed, and what is said of each. */
const KINDS = {
  claims: (report) =>
    report.claims.filter((claim) => claim.support === 'none').map((mark) => ({ mark, label: mark.holds.join('/') })),
  hedges: (report) =>
    report.hedges
      .filter((hedge) => hedge.category !== 'conditional')
      .map((mark) => ({ mark, label: `${mark.category} ${mark.level}, ${mark.voice}` })),
};

const [kind, folder, seed = '1', count = '100'] = process.argv.slice(2);
if (!KINDS[kind] || !folder) {
  console.error('sample.mjs claims|hedges FOLDER [SEED [COUNT]]');
  process.exit(2);
}
const reports = scan(folder);
const listed = reports.flatMap((report) => KINDS[kind](report).map((found) => ({ ...found, report })));
const nWords = reports.reduce((sum, report) => sum + report.counts.words, 0);
console.log(
  `${reports.length} articles, ${nWords} words, ${listed.length} ${kind}: ` +
    `${(listed.length / reports.length).toFixed(2)} an article, ${((1000 * listed.length) / nWords).toFixed(2)} per 1,000 words`,
);
shuffled(listed, Number(seed))
  .slice(0, Number(count))
  .forEach((found, index) => console.log(`${index + 1}. [${found.label}] ${shown(found)}`));

/** The reports of the texts of a folder. */
function scan(folder) {
  const command = process.env.CLAIMLIGHT ?? 'target/release/claimlight';
  const run = spawnSync(command, ['scan', '--format', 'jsonl', '--unit', 'utf16', folder], {
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  if (run.status !== 0) throw new Error(`${command}: ${run.error ?? run.stderr}`);
  return run.stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

/** The sentence of a mark, with the one before it, and the mark in brackets where it is less than the sentence. */
function shown({ mark, report: { id, text, sentences } }) {
  const index = sentences.findLastIndex((sentence) => sentence.start <= mark.start);
  const { start, end } = sentences[Math.max(index, 0)];
  const marked = `${text.slice(start, mark.start)}[${text.slice(mark.start, mark.end)}]${text.slice(mark.end, end)}`;
  const before = index > 0 ? text.slice(sentences[index - 1].start, sentences[index - 1].end).slice(-100) : '';
  return `${id}\n     … ${before}\n     > ${marked}`.replaceAll('\r', '');
}

/** `items` in an order that `seed` gives (Fisher and Yates, with the generator of Park and Miller 1988). */
function shuffled(items, seed) {
  let state = (seed % 2147483646) + 1;
  const below = (limit) => {
    state = (state * 48271) % 2147483647;
    return state % limit;
  };
  for (let last = items.length - 1; last > 0; last--) {
    const other = below(last + 1);
    [items[last], items[other]] = [items[other], items[last]];
  }
  return items;
}
