/** What the interface says holds the article's words as they are. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LANGUAGES, speechIn } from '../../../www/interface/say.js';

test('a name keeps its direction among words that run from right to left, a number needs no help', async () => {
  const arabic = speechIn('ar', await LANGUAGES.ar());
  assert.match(arabic.say('onlySpeaker', { name: 'Ana Ruiz (Aldwick)' }), /\u2068Ana Ruiz \(Aldwick\)\u2069/);
  assert.doesNotMatch(arabic.say('countShown', { n: 12 }), /[\u2068\u2069]/);
  const english = speechIn('en', await LANGUAGES.en());
  assert.equal(english.say('onlySpeaker', { name: 'Ana Ruiz' }), 'Only Ana Ruiz');
});
