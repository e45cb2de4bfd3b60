/**
 * A table for a spreadsheet (RFC 4180), a row for each finding. Offsets count UTF-16 code units.
 * @import { Reading } from '../reading.js'
 */
import { COLUMNS, row } from './rows.js';

/** Line by line. @param {Reading} reading @returns {Generator<string>} */
export function* csv(reading) {
  // Excel takes a file without the byte order mark for its own old encoding.
  yield `\ufeff${line(COLUMNS)}`;
  for (const finding of reading.shown) {
    const cells = row(reading, finding);
    yield line(COLUMNS.map((column) => cells[column]));
  }
}

/** @param {readonly unknown[]} cells */
function line(cells) {
  return `${cells.map(cell).join(',')}\r\n`;
}

/** @param {unknown} value */
export function cell(value) {
  const text = String(value ?? '');
  // A cell that begins like a formula would be run as one.
  const tame = /^[=+\-@\t\r\n＝＋－＠]/.test(text) && typeof value !== 'number' ? `'${text}` : text;
  return /[",\r\n]/.test(tame) ? `"${tame.replaceAll('"', '""')}"` : tame;
}
