import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { annotations, codePoints } from '../../../www/export/annotations.js';
import { cell, csv } from '../../../www/export/csv.js';
import { COLUMNS, row } from '../../../www/export/rows.js';
import { fileName } from '../../../www/export/file-name.js';
import { escaped, markdown } from '../../../www/export/markdown.js';
import { isOnceAmong, linkTo } from '../../../www/page/fragment.js';
import { sampleReading } from '../sample/text.js';

Object.assign(globalThis, {
  location: { href: 'https://courier.example/bridge', hostname: 'courier.example', pathname: '/bridge' },
  document: { title: 'Bridge at Aldwick' },
});

/** @param {Iterable<string>} parts */
const whole = (parts) => [...parts].join('');

test('a table has a row for each finding shown, all of one width', () => {
  const reading = sampleReading();
  const rows = whole(csv(reading)).trimEnd().split('\r\n');
  assert.equal(rows.length, reading.shown.length + 1);
  assert.ok(rows[0].startsWith('\ufeffdocument,finding,'));
});

test('a table without a row has its head, the same as one with rows', () => {
  const head = (/** @type {object} */ options) => whole(csv(sampleReading(options))).split('\r\n')[0];
  assert.equal(whole(csv(sampleReading({ layers: [] }))), `${head({})}\r\n`);
});

test('a table has the command line’s columns in its order, but those a page knows nothing of, and the layer', () => {
  const source = readFileSync(new URL('../../../src/cli/findings.rs', import.meta.url), 'utf8');
  const names = [...source.matchAll(/^    \("(\w+)", Sort::/gm)].map(([, name]) => name);
  const unknown = ['place', 'date', 'day', 'outlet', 'section', 'n_words', 'error'];
  assert.deepEqual(COLUMNS, [...names.filter((name) => !unknown.includes(name)), 'layer']);
});

test('a row of the table says of a finding what the command line says', () => {
  const reading = sampleReading();
  const rowOf = (/** @type {string} */ words) => {
    const found = reading.shown.find((finding) => row(reading, finding).words === words);
    const cells =
      found &&
      Object.entries(row(reading, found)).filter(([name, cell]) => COLUMNS.includes(name) && cell !== undefined);
    return Object.fromEntries(cells ?? []);
  };
  const { start, end, sentence, reason, ...said } = rowOf('The old bridge at Aldwick may close to lorries in June');
  assert.deepEqual(said, {
    document: 'https://courier.example/bridge',
    finding: 'attribution',
    words: 'The old bridge at Aldwick may close to lorries in June',
    source: 'the mayor',
    source_kind: 'role',
    source_role: null,
    cue: 'said',
    cue_type: 'communication',
    loaded: false,
    directness: 'indirect',
    confidence: 0.93,
    layer: 'Attributed',
  });
  assert.equal(reading.report.text.slice(Number(start), Number(end)), said.words);
  const hedge = rowOf('may');
  assert.deepEqual(
    [hedge.finding, hedge.category, hedge.level, hedge.voice, hedge.cue],
    ['hedge', 'possibility', 'medium', 'source', undefined],
  );
  const claim = reading.shown.filter(({ claim }) => claim).map((finding) => row(reading, finding))[0];
  assert.deepEqual([claim.finding, claim.support], ['claim', 'none']);
});

test('a file is called by the headline in any script, or by the address and the day, so that every system takes it', () => {
  const named = (/** @type {string} */ text, kind = 'heading') =>
    fileName(/** @type {any} */ ({ text, blocks: text ? [{ start: 0, end: text.length, kind }] : [] }));
  assert.equal(named('Ferry at Aldwick may stop'), 'claimlight-ferry-at-aldwick-may-stop');
  assert.equal(named('“The mayor’s” 1/2 \\ plan: <why>?* | …'), 'claimlight-the-mayors-1-2-plan-why');
  assert.equal(named('قد يُغلق الجسر القديم'), 'claimlight-قد-يُغلق-الجسر-القديم');
  const day = new Date().toISOString().slice(0, 10);
  for (const none of [named(''), named('…'), named('The ferry may stop.', 'paragraph')])
    assert.equal(none, `claimlight-courier-example-bridge-${day}`);
  assert.equal(named('a '.repeat(5) + 'word '.repeat(50)), `claimlight-a-a-a-a-a${'-word'.repeat(9)}`);
  assert.ok(new TextEncoder().encode(`${named('𠀀'.repeat(300))}.jsonld`).length <= 255);
});

test('what is taken away says why something is marked as the card does, in the reader’s language', () => {
  const reading = sampleReading();
  reading.reasons = { ready: undefined, why: () => ({ text: 'Darum.' }) };
  const stream = { text: reading.report.text, placeOf: () => undefined };
  for (const written of [markdown(reading), csv(reading), annotations(reading, stream)].map(whole)) {
    assert.equal(written.split('Darum.').length - 1, reading.shown.length);
    assert.ok(reading.shown.every(({ reason }) => !written.includes(reason)));
  }
});

test('a cell that a spreadsheet would run is tamed, one that would break the row is quoted', () => {
  assert.equal(cell('=1+1'), "'=1+1");
  assert.equal(cell('he said, "no"'), '"he said, ""no"""');
  assert.equal(cell(-3), '-3');
});

test('an annotation finds its words again in the page by quote and by position in code points', () => {
  // The page has words before the article, and other white space than the report.
  const before = 'Menu 😀 ';
  const reading = sampleReading();
  const text = before + reading.report.text.replaceAll(' ', '\t');
  const node = /** @type {any} */ ({});
  reading.page.range = (startOffset, endOffset) =>
    /** @type {any} */ ({ startContainer: node, startOffset, endContainer: node, endOffset });
  const placeOf = (/** @type {unknown} */ _, /** @type {number} */ offset) => before.length + offset;
  const { items } = JSON.parse(whole(annotations(reading, { text, placeOf })));
  assert.equal(items.length, reading.shown.length);
  assert.ok(items.every((/** @type {any} */ { id }) => id.startsWith('https://courier.example/bridge#claimlight-')));
  const characters = [...text];
  for (const { target } of items) {
    for (const { selector } of target) {
      const [quote, position] = selector;
      assert.equal(characters.slice(position.start, position.end).join(''), quote.exact);
      assert.ok(text.includes(quote.prefix + quote.exact + quote.suffix));
    }
  }
});

test('code points count a pair of surrogates once', () => {
  const offset = codePoints('a😀b😀');
  assert.deepEqual([0, 1, 3, 4, 6].map(offset), [0, 1, 2, 3, 4]);
});

test('a text for reading names every speaker and escapes what Markdown would read', () => {
  const text = whole(markdown(sampleReading()));
  assert.match(text, /\*\*Ana Ruiz\*\* \(leads the union of bridge workers, Named\): 3 times/);
  assert.match(text, /^## No source given$/m);
  assert.equal(escaped('a*b_[c]'), 'a\\*b\\_\\[c\\]');
});

test('a link to a short sentence holds it whole, a long one its ends', () => {
  const report = /** @type {any} */ ({
    text: 'He said no - twice. One two three four five six seven eight nine ten eleven.',
  });
  assert.equal(
    linkTo(report, { start: 0, end: 19 }, 'https://a.example/b#c'),
    'https://a.example/b#c:~:text=He%20said%20no%20%2D%20twice.',
  );
  assert.match(
    linkTo(report, { start: 20, end: 76 }, 'https://a.example/'),
    /text=One%20two%20three%20four%20five,seven%20eight%20nine%20ten%20eleven\.$/,
  );
});

test('a link keeps the page’s own fragment, and no bracket that would end it in Markdown', () => {
  const report = /** @type {any} */ ({ text: 'He (the mayor) said no.' });
  const at = (/** @type {string} */ address) => linkTo(report, { start: 0, end: 23 }, address);
  const words = ':~:text=He%20%28the%20mayor%29%20said%20no.';
  assert.equal(at('https://a.example/b'), `https://a.example/b#${words}`);
  assert.equal(at('https://a.example/b#/story/7:~:text=old'), `https://a.example/b#/story/7${words}`);
});

test('a sentence that stands twice is told apart by the words around it', () => {
  const report = /** @type {any} */ ({ text: 'First. He said no. Then. He said no. End.' });
  assert.match(
    linkTo(report, { start: 25, end: 36 }, 'https://a.example/'),
    /text=First\.%20He%20said%20no\.%20Then\.-,He%20said%20no\.,-End\.$/,
  );
});

test('whether words stand once is told alike of one link and of many, for which the text is looked through in turns', () => {
  const sentences = ['The mayor said no.', 'No.', 'The mayor said no to it.', 'Nobody came.', 'The mayor said no.'];
  const text = sentences.join(' ') + ' and'.repeat(5_000);
  const spans = sentences.map((_, index) => {
    const start = sentences.slice(0, index).join(' ').length + Math.min(index, 1);
    return { start, end: start + sentences[index].length };
  });
  const report = /** @type {any} */ ({ text });
  const turns = isOnceAmong(report, spans);
  let [n, turn] = [0, turns.next()];
  for (; !turn.done; turn = turns.next()) n++;
  assert.ok(n >= 2, `${n} turns`);
  const isOnce = turn.value;
  assert.deepEqual(sentences.map(isOnce), [false, true, true, true, false]);
  for (const span of spans) assert.equal(linkTo(report, span, '', isOnce), linkTo(report, span, ''));
});
