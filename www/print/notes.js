/**
 * The notes printed after the page where the reader asked for them: each finding, numbered, with its sentence, in which
 * its words are marked as they are in the article.
 * @import { Reading } from '../reading.js'
 * @import { Host } from '../interface/host.js'
 */
import { headline, sentence, why } from '../card/facts.js';
import { element } from '../interface/elements.js';
import { all, listen } from '../interface/host.js';
import { markedSentence } from '../panel/finding-row.js';

export const notesSheet = `
.notes { display: none; }
@media print {
  .notes { display: block; margin-block-start: 2em; padding-block-start: 1em; border-block-start: 1px solid; color: #000; background: #fff; }
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
    const items = reading.shown.map((finding) =>
      element(
        'li',
        {},
        element('div', { class: 'headline', text: headline(reading, finding) }),
        element(
          'div',
          { class: 'quoted', attributes: { lang: reading.report.language || null, dir: 'auto' } },
          ...markedSentence(reading, finding),
        ),
        element('div', { class: 'small' }, sentence(reading, finding), ' ', why(reading, finding, 'span')),
      ),
    );
    notes.replaceChildren(element('h2', { text: reading.speech.say('notesTitle') }), element('ol', {}, ...items));
    host.surface.append(notes);
  };
  return all(
    listen(window, 'beforeprint', write),
    listen(window, 'afterprint', () => notes.remove()),
    () => notes.remove(),
  );
}
