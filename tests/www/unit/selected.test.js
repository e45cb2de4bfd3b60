/**
 * Which finding a selection asks about.
 * @import { Finding, Mark } from '../../../www/findings.js'
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { askedAbout } from '../../../www/page/selected.js';

const LINES = [
  'The bridge may close in June, Mayor Ada Quill said on Monday.',
  '“We cannot wait for another crack,” said Ana Ruiz, who leads the union.',
  'The weir has allegedly cracked, and the harbour master said he had heard of nothing.',
  'The town has a small harbour with a lighthouse.',
];
const TEXT = LINES.join('\n');

/** Where words stand first in a line. @param {number} line @param {string} words */
function place(line, words) {
  const start = TEXT.indexOf(words, LINES.slice(0, line).join('\n').length);
  return { start, end: start + words.length };
}

/** A finding of these words in a line; of several it is an attribution. @param {number} line @param {...string} words @returns {Finding} */
function finding(line, ...words) {
  const marks = words.map((words) => /** @type {Mark} */ ({ ...place(line, words) }));
  const start = Math.min(...marks.map((mark) => mark.start));
  const end = Math.max(...marks.map((mark) => mark.end));
  const attribution = words.length > 1 ? /** @type {any} */ ({}) : undefined;
  const sentence = place(line, LINES[line]);
  return { id: words[0], layer: 'hedge', start, end, marks, sentence, speaker: null, reason: '', attribution };
}

const shown = [
  finding(0, 'Ada Quill', 'said', 'The bridge may close in June'),
  finding(0, 'may'),
  finding(1, 'Ana Ruiz', 'said', 'We cannot wait for another crack'),
  finding(2, 'allegedly'),
  finding(2, 'harbour master', 'said', 'he had heard of nothing'),
];
const asked = (/** @type {number} */ line, /** @type {string} */ words) => askedAbout(shown, place(line, words))?.id;

test('the same word in another sentence is another finding', () => {
  assert.deepEqual(
    [0, 1, 2].map((line) => asked(line, 'said')),
    ['Ada Quill', 'Ana Ruiz', 'harbour master'],
  );
});

test('words within what somebody said are theirs, and not the hedge among them', () => {
  assert.equal(asked(0, 'may close'), 'Ada Quill');
  assert.equal(asked(2, 'has allegedly'), 'allegedly');
});

test('over the break of a paragraph it is the finding that has the most of it', () => {
  assert.equal(asked(0, 'on Monday.\n“We cannot wait for another'), 'Ana Ruiz');
  assert.equal(asked(0, 'close in June, Mayor Ada Quill said on Monday.\n“We'), 'Ada Quill');
});

test('words of no mark ask for the nearest finding of their sentence, and for none where it has none', () => {
  assert.equal(asked(1, 'who leads'), 'Ana Ruiz');
  assert.equal(asked(2, 'The weir'), 'allegedly');
  assert.equal(asked(3, 'small harbour'), undefined);
});
