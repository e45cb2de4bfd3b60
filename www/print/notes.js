/**
 * The notes printed after the page where the reader asked for them: each finding, numbered, with its sentence, in which
 * its words are marked as they are in the article. The article itself cannot be numbered without touching its nodes, and
 * where a word will stand on paper nobody can say before; so the notes of a paragraph stand under its first words.
 * @import { Finding } from '../findings.js'
 * @import { Reading } from '../reading.js'
 * @import { Host } from '../interface/host.js'
 */
import { headline, sentence, why } from '../card/facts.js';
import { element } from '../interface/elements.js';
import { all, listen } from '../interface/host.js';
import { inksOn, PAPER } from '../paint/sheet.js';
import { markedSentence } from '../panel/finding-row.js';

/** How many words tell a paragraph from the others of its article. */
const N_WORDS = 8;

const inks = Object.entries(inksOn(PAPER)).map(([layer, ink]) => `--ink-${layer}: ${ink};`);

export const notesSheet = `
.notes { display: none; }
@media print {
  .notes { display: block; margin-block-start: 2em; padding-block-start: 1em; border-block-start: 1px solid; color: #000; background: #fff;
    --ink: #000; --soft: #444; ${inks.join(' ')} }
  .notes h3 { margin-block: 1.4em 0.5em; font: italic 400 1em/1.4 var(--quote); color: #000; break-after: avoid; }
  .notes ol { list-style: decimal; padding-inline-start: 2.2em; }
  .notes li { margin-block: 0.7em; break-inside: avoid; }
  .notes .headline { font-weight: 600; }
}
`;

/**
 * Writes the notes when the page is printed and takes them away after.
 * @param {Reading} reading @param {Host} host
 * @returns {() => void}
 */
export function printedNotes(reading, host) {
  const notes = element('section', { class: 'notes' });
  const write = () => {
    if (reading.view.print !== 'notes') return;
    notes.replaceChildren(element('h2', { text: reading.speech.say('notesTitle') }), ...inPlaces(reading));
    host.surface.append(notes);
  };
  return all(
    listen(window, 'beforeprint', write),
    listen(window, 'afterprint', () => notes.remove()),
    () => notes.remove(),
  );
}

/** The notes, under the first words of the paragraphs they belong to, numbered from the first to the last. @param {Reading} reading */
function inPlaces(reading) {
  /** @type {HTMLElement[]} */
  const parts = [];
  const { shown, report } = reading;
  let block = -1;
  shown.forEach((finding, index) => {
    if (block < 0 || report.blocks[block].end <= finding.start) {
      block = report.blocks.findIndex(({ end }) => finding.start < end);
      parts.push(place(reading, block), element('ol', { attributes: { start: index + 1 } }));
    }
    parts[parts.length - 1].append(note(reading, finding));
  });
  return parts;
}

/** @param {Reading} reading @param {number} block */
function place(reading, block) {
  const words = reading.textOf(reading.report.blocks[block]).trim().split(/\s+/);
  const text = words.length > N_WORDS ? `${words.slice(0, N_WORDS).join(' ')} …` : words.join(' ');
  return element('h3', { text, attributes: { lang: reading.report.language || null, dir: 'auto' } });
}

/** @param {Reading} reading @param {Finding} finding */
function note(reading, finding) {
  const quoted = { class: 'quoted', attributes: { lang: reading.report.language || null, dir: 'auto' } };
  return element(
    'li',
    {},
    element('div', { class: 'headline', text: headline(reading, finding) }),
    element('div', quoted, ...markedSentence(reading, finding)),
    element('div', { class: 'small' }, sentence(reading, finding), ' ', why(reading, finding, 'span')),
  );
}
