import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEFAULTS, readOptions } from '../../../www/options.js';
import { place, placeClear } from '../../../www/card/place.js';

test('without options the settings are the defaults', () => {
  assert.deepEqual(readOptions({}), { settings: DEFAULTS, complaints: [] });
});

test('an unknown option is named, with those there are', () => {
  const { settings, complaints } = readOptions({ layer: ['hedge'] });
  assert.equal(complaints.length, 1);
  assert.match(complaints[0], /unknown option "layer".*\blayers\b/);
  assert.ok(!('layer' in settings));
});

test('a language the interface does not speak is named, not answered in another', () => {
  const { settings, complaints } = readOptions({ interfaceLanguage: 'xx' });
  assert.match(complaints[0], /"interfaceLanguage" takes a tag of a language the interface speaks: en, de.*not "xx"/);
  assert.ok(!('interfaceLanguage' in settings));
  assert.deepEqual(readOptions({ interfaceLanguage: 'ar-EG' }).complaints, []);
});

test('a value that does not fit is named and its default kept', () => {
  const { settings, complaints } = readOptions({ layers: ['lies'], confidence: 7, panel: 'open' });
  assert.deepEqual(settings, { ...DEFAULTS, panel: 'open' });
  assert.match(complaints[0], /"layers" takes a list of "attributed".*not \["lies"\]/);
  assert.match(complaints[1], /"confidence" takes a number from 0 to 1, not 7/);
});

const VIEW = { width: 800, height: 600 };
const CARD = { width: 300, height: 200 };

test('a card stands below its words, above them where there is no room', () => {
  assert.deepEqual(place({ left: 50, right: 90, top: 100, bottom: 120 }, CARD, VIEW), { left: 50, top: 128 });
  assert.deepEqual(place({ left: 50, right: 90, top: 500, bottom: 520 }, CARD, VIEW), { left: 50, top: 292 });
});

test('in a low window a card stands beside its words, if there is room', () => {
  const low = { width: 800, height: 240 };
  assert.deepEqual(place({ left: 50, right: 400, top: 100, bottom: 120 }, CARD, low), { left: 408, top: 32 });
  assert.deepEqual(place({ left: 400, right: 790, top: 20, bottom: 120 }, CARD, low), { left: 92, top: 20 });
});

test('a card leaves the whole sentence to be read, if there is room', () => {
  const words = { left: 50, right: 90, top: 100, bottom: 120 };
  const sentence = { left: 20, right: 700, top: 80, bottom: 180 };
  assert.deepEqual(placeClear(words, sentence, CARD, VIEW), { left: 50, top: 188 });
  const long = { left: 20, right: 700, top: 80, bottom: 420 };
  assert.deepEqual(placeClear(words, long, CARD, VIEW), place(words, CARD, VIEW), 'else the words');
});

test('a card stays in the window, whatever the words', () => {
  for (const left of [-500, 0, 790, 2000]) {
    for (const top of [-400, 0, 300, 590, 1200]) {
      const at = place({ left, right: left + 40, top, bottom: top + 20 }, CARD, VIEW);
      assert.ok(at.left >= 8 && at.left + CARD.width <= VIEW.width);
      assert.ok(at.top >= 8 && at.top + CARD.height <= VIEW.height);
    }
  }
});
