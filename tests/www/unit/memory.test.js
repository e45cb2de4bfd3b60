/** What a reader hid is known again, and nothing else with it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { leastConfidence, prefer } from '../../../www/choices.js';
import { remember, rememberIn, remembered } from '../../../www/memory.js';
import { sampleReading } from '../sample/text.js';

const place = { pathname: '/story', search: '?id=1', href: '' };
/** @type {Map<string, string>} */
const kept = new Map();
Object.assign(globalThis, {
  location: place,
  localStorage: {
    getItem: (/** @type {string} */ key) => kept.get(key) ?? null,
    setItem: (/** @type {string} */ key, /** @type {string} */ value) => kept.set(key, value),
    removeItem: (/** @type {string} */ key) => kept.delete(key),
  },
});

/** The same sentence twice, as a summary and its article have it. */
const TEXT = 'A detour could take about 40,000 drivers a day.\nA detour could take about 40,000 drivers a day.\n';

test('of marks with the same words only the one that was hidden stays hidden', () => {
  const { all, report } = sampleReading({}, TEXT);
  const alike = all.filter(({ hedge, start, end }) => hedge && report.text.slice(start, end) === 'could');
  assert.equal(alike.length, 2);
  for (const { id } of alike) {
    remember({ all, report }, new Set([id]));
    assert.deepEqual(remembered({ all, report }), new Set([id]));
  }
  remember({ all, report }, new Set());
  assert.deepEqual(remembered({ all, report }), new Set());
});

test('an article that only the query tells from another keeps its own', () => {
  const { all, report } = sampleReading();
  const hidden = new Set([all[0].id]);
  remember({ all, report }, hidden);
  place.search = '?id=2';
  assert.deepEqual(remembered({ all, report }), new Set());
  place.search = '?id=1';
  assert.deepEqual(remembered({ all, report }), hidden);
  remember({ all, report }, new Set());
});

test('what is hidden further down an article stays hidden while only its beginning is scanned', () => {
  const { all, report } = sampleReading();
  const last = /** @type {import('../../../www/findings.js').Finding} */ (all.at(-1));
  remember({ all, report }, new Set([last.id]));
  remember({ all: all.slice(0, 1), report }, new Set([all[0].id]));
  assert.deepEqual(remembered({ all, report }), new Set([all[0].id, last.id]));
  remember({ all, report }, new Set());
  assert.equal(kept.size, 0);
});

test('an extension remembers where the page cannot read it', () => {
  /** @type {Map<string, string>} */
  const own = new Map();
  rememberIn({ read: (key) => own.get(key), write: (key, text) => own.set(key, text) });
  const { all, report } = sampleReading();
  remember({ all, report }, new Set([all[0].id]));
  assert.deepEqual([own.size, kept.size], [1, 0]);
  assert.deepEqual(remembered({ all, report }), new Set([all[0].id]));
});

test('of what a reader chooses that is kept which the page does not ask for anyway', () => {
  const reading = sampleReading({ strip: true, strength: 'normal' });
  prefer(reading, { strip: false });
  prefer(reading, { strength: 'strong' });
  const next = sampleReading({ strip: true });
  assert.deepEqual([next.view.strip, next.view.strength], [false, 'strong']);
  prefer(next, { strip: true });
  prefer(next, { strength: 'normal' });
  // A page that has no strip has none because of what was chosen where there was one.
  const other = sampleReading({ strip: false, strength: 'quiet' });
  assert.deepEqual([other.view.strip, other.view.strength], [false, 'quiet']);
  prefer(other, { confidence: 0 });
  assert.equal(sampleReading({ confidence: 0.99 }).view.confidence, 0);
  assert.equal(leastConfidence(sampleReading({ confidence: 0.99 }).asked), 0.99);
  prefer(other, { confidence: leastConfidence(other.asked) });
  assert.equal(sampleReading({ confidence: 0.99 }).view.confidence, 0.99);
});

test('what a page makes of a reader’s choice undoes no choice that was kept', () => {
  const reading = sampleReading({ strength: 'normal' });
  prefer(reading, { strength: 'strong' });
  reading.on('choice', () => reading.view.strength === 'normal' || reading.choose({ strength: 'normal' }));
  prefer(reading, { conditionals: true });
  const { strength, conditionals } = sampleReading({ strength: 'normal' }).view;
  assert.deepEqual([strength, conditionals], ['strong', true]);
});
