/**
 * A table for a spreadsheet (RFC 4180), a row for each finding. Offsets count UTF-16 code units.
 * @import { Reading } from '../reading.js'
 */
import { COLUMNS, row } from './rows.js';

/** @param {Reading} reading */
export function csv(reading) {
  const rows = reading.shown.map((finding) => row(reading, finding));
  const lines = [COLUMNS, ...rows.map(Object.values)].map((cells) => cells.map(cell).join(','));
  // Excel takes a file without the byte order mark for its own old encoding.
  return `\ufeff${lines.join('\r\n')}\r\n`;
}

/** @param {unknown} value */
export function cell(value) {
  const text = String(value ?? '');
  // A cell that begins like a formula would be run as one.
  const tame = /^[=+\-@\t\r\n＝＋－＠]/.test(text) && typeof value !== 'number' ? `'${text}` : text;
  return /[",\r\n]/.test(tame) ? `"${tame.replaceAll('"', '""')}"` : tame;
}
