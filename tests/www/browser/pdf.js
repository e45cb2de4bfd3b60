/** What colours a printed page is drawn in, read from the PDF itself. */
import { inflateSync } from 'node:zlib';

/** A colour that is set before something is filled or drawn (ISO 32000-1, 8.6.8). */
const SET = /(\d*\.?\d+) (\d*\.?\d+) (\d*\.?\d+) (?:rg|RG|scn|SCN)\b/g;

/**
 * Every colour of the pages, as "31 95 153" of 255.
 * @param {Uint8Array} pdf @returns {Set<string>}
 */
export function coloursOf(pdf) {
  const colours = new Set();
  for (const text of streams(Buffer.from(pdf))) {
    for (const [, ...channels] of text.matchAll(SET)) {
      colours.add(channels.map((channel) => Math.round(Number(channel) * 255)).join(' '));
    }
  }
  return colours;
}

/** What is drawn, inflated; other streams hold fonts and pictures. @param {Buffer} pdf */
function* streams(pdf) {
  let from = 0;
  for (;;) {
    const start = pdf.indexOf('stream', from);
    const end = pdf.indexOf('endstream', start);
    if (start < 0 || end < 0) return;
    const body = pdf.subarray(start + 'stream'.length + (pdf[start + 'stream'.length] === 13 ? 2 : 1), end);
    from = end + 'endstream'.length;
    try {
      yield inflateSync(body, { finishFlush: 2 }).toString('latin1');
    } catch {
      // Not deflated: a picture's or a font's own bytes.
    }
  }
}
