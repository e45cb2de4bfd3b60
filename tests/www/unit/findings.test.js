import assert from 'node:assert/strict';
import { test } from 'node:test';
import { leastConfidence } from '../../../www/choices.js';
import { chosen, findings, LAYERS, sentenceAt } from '../../../www/findings.js';
import { DEFAULTS } from '../../../www/options.js';
import { Slices } from '../../../www/page/slices.js';
import { Reading } from '../../../www/reading.js';
import { retold, speakers, supportShares } from '../../../www/support.js';
import { sampleReading } from '../sample/text.js';

/** @param {import('../../../www/reading.js').Reading} reading @param {string} words */
const findingOf = (reading, words) =>
  reading.all.find(({ marks }) => marks.some((mark) => reading.textOf(mark) === words));

test('findings stand in text order, each within its sentence', () => {
  const { all } = sampleReading();
  assert.ok(all.length > 15);
  all.forEach(({ start, sentence }, index) => {
    assert.ok(index === 0 || all[index - 1].start <= start);
    assert.ok(sentence.start <= start && start < sentence.end);
  });
});

test('a source that a reader could look up is attributed, one that stays vague is not', () => {
  const reading = sampleReading();
  const layers = ['the mayor', 'A report by the regional engineers', 'The Aldwick Herald', 'Critics'];
  assert.deepEqual(
    layers.map((words) => findingOf(reading, words)?.layer),
    ['attributed', 'attributed', 'attributed', 'unnamed'],
  );
});

test('a pronoun counts as whom it stands for', () => {
  const reading = sampleReading();
  const finding = findingOf(reading, 'She');
  assert.equal(finding?.layer, 'attributed');
  assert.equal(finding && reading.speakerOf(finding)?.name, 'Ana Ruiz');
});

test('a pronoun of which it was not found whom it stands for names nobody', () => {
  const { report } = sampleReading();
  const { source } = /** @type {import('../../../www/report.d.ts').Attribution} */ (
    report.attributions.find(({ source }) => source?.kind === 'pronoun')
  );
  const ledger = report.ledger.map((entry, index) =>
    index === source?.ledger ? { ...entry, kind: /** @type {const} */ ('pronoun') } : entry,
  );
  const found = findings({ ...report, ledger }).find(({ attribution }) => attribution?.source === source);
  assert.deepEqual([found?.layer, found?.marks.at(-1)?.layer], ['unnamed', 'unnamed']);
});

test('hearsay is shown with what names nobody, other hedges as caution', () => {
  const reading = sampleReading();
  assert.equal(findingOf(reading, 'allegedly')?.layer, 'unnamed');
  assert.equal(findingOf(reading, 'could')?.layer, 'hedge');
});

test('hearsay that is the cue of an attribution to nobody is shown once, also where that is not sure enough to be shown', () => {
  const { report } = sampleReading();
  const { cue } = /** @type {import('../../../www/report.d.ts').Attribution} */ (
    report.attributions.find(({ source }) => !source)
  );
  const hedge = { ...report.hedges[0], start: cue.start, end: cue.end, category: /** @type {const} */ ('hearsay') };
  /** What is shown on these words. @param {number} confidence of the attribution @param {number} least @param {typeof hedge} said */
  const labels = (confidence, least, said = hedge) => {
    const attributions = report.attributions.map((each) => (each.source ? each : { ...each, confidence }));
    const found = findings({ ...report, attributions, hedges: [...report.hedges, said] });
    const layers = new Set(/** @type {const} */ (['unnamed']));
    const shown = chosen(found, { layers, conditionals: false, confidence: least, hidden: new Set() });
    return shown.flatMap(({ marks }) => marks.filter(({ start }) => start === cue.start).map(({ label }) => label));
  };
  assert.deepEqual(labels(0.9, DEFAULTS.confidence), ['cue']);
  assert.deepEqual(labels(0.5, DEFAULTS.confidence), ['hearsay']);
  assert.deepEqual(labels(0.5, 0.5), ['cue']);
  assert.deepEqual(labels(0.9, DEFAULTS.confidence, { ...hedge, end: cue.end + 1 }).sort(), ['cue', 'hearsay']);
});

test('only a claim without any support is a finding', () => {
  const { all, report } = sampleReading();
  const bare = report.claims.filter(({ support }) => support === 'none');
  assert.equal(all.filter(({ layer }) => layer === 'unsourced').length, bare.length);
});

test('conditionals and attributions that may be wrong are shown when they are asked for', () => {
  const few = sampleReading();
  const many = sampleReading({ conditionals: true, confidence: 0 });
  assert.equal(many.shown.length, many.all.length);
  assert.equal(few.shown.length, few.all.length - 2);
});

test('what could be wrong can be shown and hidden again at the confidence the page asked for', () => {
  const reading = sampleReading({ confidence: 0.5 });
  reading.choose({ confidence: 0 });
  assert.equal(leastConfidence(reading.asked), 0.5);
  reading.change({ confidence: 0.9 });
  assert.equal(leastConfidence(reading.asked), 0.9);
  reading.choose({ confidence: 0 });
  // In another language, or on another page of the site, it goes on from what was chosen, and still knows what was asked.
  const { page, report, speech, choices } = reading;
  assert.equal(leastConfidence(new Reading(page, report, { ...DEFAULTS, ...choices }, speech).asked), 0.9);
  assert.equal(leastConfidence(sampleReading({ confidence: 0 }).asked), DEFAULTS.confidence);
});

test('a layer that is switched off is neither shown nor forgotten in the counts', () => {
  const reading = sampleReading();
  const before = reading.count('hedge');
  reading.toggle('hedge');
  assert.ok(reading.shown.every(({ layer }) => layer !== 'hedge'));
  assert.equal(reading.count('hedge'), before);
  reading.toggle('hedge');
  assert.equal(
    LAYERS.reduce((sum, layer) => sum + reading.count(layer), 0),
    reading.shown.length,
  );
});

test('next and previous go round the end', () => {
  const reading = sampleReading();
  reading.select(reading.shown.at(-1), 'panel');
  assert.equal(reading.neighbour(1), reading.shown[0]);
  reading.select(reading.shown[0], 'panel');
  assert.equal(reading.neighbour(-1), reading.shown.at(-1));
});

test('everything a lit source said is lit, and nothing of another', () => {
  const reading = sampleReading();
  reading.light(0);
  const words = reading.litMarks.filter(({ label }) => label === 'source').map((mark) => reading.textOf(mark));
  assert.deepEqual(words, ['Ana Ruiz, who leads the union of bridge workers', 'She', 'Ruiz']);
});

test('of two sources of one name the one stays lit that was, when the page changes', async () => {
  const reading = sampleReading();
  const report = structuredClone(reading.report);
  report.ledger[1].name = report.ledger[0].name;
  const again = new Reading(reading.page, report, { ...DEFAULTS }, reading.speech);
  again.light(1);
  const changed = structuredClone(report);
  await again.update(changed, findings(changed), new Slices(() => true));
  assert.equal(again.lit, 1);
});

test('shares of support add up, and speakers stand with the most quoted first', () => {
  const { report, counts } = sampleReading();
  const shares = supportShares(report);
  assert.equal(
    shares.reduce((sum, { n }) => sum + n, 0),
    report.claims.length,
  );
  assert.ok(Math.abs(shares.reduce((sum, { share }) => sum + share, 0) - 1) < 1e-9);
  const found = speakers(report, counts);
  assert.deepEqual([found[0].entry.name, found[0].n], ['Ana Ruiz', 3]);
  assert.ok(
    found.every(({ entry }) => entry.name !== 'Tomasz Lind'),
    'his only attribution may be wrong',
  );
});

test('a claim that the reader has hidden as not right counts no more, and is no longer lit', () => {
  const reading = sampleReading();
  const { report } = reading;
  const bare = () => supportShares(report, reading.stands).find(({ group }) => group === 'none')?.n ?? 0;
  const before = bare();
  const claim = reading.all.find(({ claim }) => claim);
  reading.select(claim, 'panel');
  reading.choose({ hidden: new Set([/** @type {string} */ (claim?.id)]) });
  assert.deepEqual([bare(), reading.litMarks], [before - 1, []]);
  reading.choose({ hidden: new Set() });
  assert.deepEqual([bare(), reading.litMarks], [before, claim?.marks]);
});

test('an offset between sentences stands in none', () => {
  const report = /** @type {any} */ ({
    sentences: [
      { start: 0, end: 5 },
      { start: 7, end: 9 },
    ],
  });
  assert.deepEqual(
    [0, 4, 5, 6, 7, 9].map((offset) => sentenceAt(report, offset)?.start),
    [0, 0, undefined, undefined, 7, undefined],
  );
});

test('an article that names one original retells it; several originals are a list of sources', () => {
  const { report } = sampleReading();
  const [original] = report.provenance;
  assert.equal(original.kind, 'original-source');
  assert.equal(retold(report), original);
  assert.equal(retold({ ...report, provenance: [original, { ...original, start: 0 }] }), undefined);
  assert.equal(retold({ ...report, provenance: [] }), undefined);
});

test('who only says who had it first retells it if most statements come from that outlet', () => {
  const { report } = sampleReading();
  const first = /** @type {const} */ ({ ...report.provenance[0], kind: 'first-reported' });
  assert.equal(retold({ ...report, provenance: [first] }), undefined);
  const outlet = report.ledger.findIndex(({ kind }) => kind === 'outlet');
  const ledger = report.ledger.map((entry, index) => ({
    ...entry,
    attributions: index === outlet ? report.attributions.map((_, each) => each) : [],
  }));
  assert.equal(retold({ ...report, ledger, provenance: [first] }), first);
});
