/** The sample as a plain text, for tests without a page. */
import { readFileSync } from 'node:fs';
import { Reading } from '../../../www/reading.js';
import { readOptions } from '../../../www/options.js';
import { speechIn } from '../../../www/interface/say.js';
import { en } from '../../../www/strings/en.js';
import { reportOf } from './report.js';

/** The article's text, a line a block, as the page's own source has it. */
export function sampleText() {
  const html = readFileSync(new URL('index.html', import.meta.url), 'utf8');
  const blocks = [...html.matchAll(/<(h1|p|blockquote)\b[^>]*>([\s\S]*?)<\/\1>/g)];
  const lines = blocks.map(([, , inner]) =>
    inner
      .replace(/<[^>]+>/g, '')
      .replace(/\s+/g, ' ')
      .trim(),
  );
  return `${lines.join('\n')}\n`;
}

/** A reading of the sample on no page. @param {object} [options] @param {string} [text] */
export function sampleReading(options = {}, text = sampleText()) {
  const report = reportOf(text, [{ start: 0, end: text.length, kind: 'paragraph' }]);
  const page = {
    report,
    scanned: 1,
    shadows: [],
    part: (/** @type {keyof typeof report} */ name) => report[name],
    join: () => true,
    step: () => true,
    lookAt: () => {},
    read: () => /** @type {const} */ ('same'),
    range: () => undefined,
    offset: () => undefined,
    free: () => {},
  };
  return new Reading(page, report, readOptions(options).settings, speechIn('en', en));
}
