/** A text of the reader's own, marked as they type. */
import { start } from '../claimlight.js';

/** How long after the last letter a text is read, in milliseconds: a pause, not the time between two keys. */
const PAUSE = 120;

const EXAMPLE = `The bridge at Aldwick could be closed for a year, the mayor said on Tuesday. “We found cracks as wide as a finger,” Ana Ruiz told reporters. She believes that repairs may cost about four million crowns.

The contractor allegedly ignored two warnings. According to a report from 2019, one of the piers was never inspected. Traffic over the bridge has doubled in ten years.

Critics say the money was spent on a stadium. A senior official, who asked not to be named, called that “mostly true”.`;

const text = /** @type {HTMLTextAreaElement} */ (document.querySelector('#text'));
const reading = /** @type {HTMLElement} */ (document.querySelector('#reading'));
const sum = /** @type {HTMLElement} */ (document.querySelector('#sum'));

/** @type {ReturnType<typeof setTimeout> | undefined} */
let waiting;
/** What is being read, and what was typed meanwhile wait their turn. @type {Promise<{stop: () => void}>} */
let light = Promise.resolve({ stop: () => {} });

text.addEventListener('input', () => {
  clearTimeout(waiting);
  waiting = setTimeout(read, PAUSE);
});
// A browser may have kept what was written here before.
text.value ||= EXAMPLE;
read();

function read() {
  light = light.then(async (before) => {
    before.stop();
    reading.replaceChildren(...paragraphs(text.value));
    if (!text.value.trim()) return empty();
    const after = await start({ root: reading, panel: 'none', strip: false });
    sum.textContent = summary(after.shown.map(({ layer }) => layer));
    return after;
  });
}

function empty() {
  sum.textContent = 'Nothing is written yet.';
  return { stop: () => {} };
}

/** @param {string} text */
function paragraphs(text) {
  return text
    .split(/\n\s*\n/)
    .filter((part) => part.trim())
    .map((part) => {
      const paragraph = document.createElement('p');
      paragraph.textContent = part.trim();
      return paragraph;
    });
}

/** @param {string[]} layers */
function summary(layers) {
  if (!layers.length) return 'Nothing to mark: nobody is quoted, nothing is hedged, no claim wants a source.';
  const count = (/** @type {string} */ layer) => layers.filter((other) => other === layer).length;
  const parts = [
    `Attributed ${count('attributed')}`,
    `nobody named ${count('unnamed')}`,
    `caution ${count('hedge')}`,
    `no source given ${count('unsourced')}`,
  ];
  return `${parts.join(' · ')}. Click a mark to see what it is.`;
}
