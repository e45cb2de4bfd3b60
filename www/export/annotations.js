/**
 * The findings as W3C Web Annotations (JSON-LD), each found again by its quote and by its position.
 * @import { Reading } from '../reading.js'
 * @import { Finding, Mark } from '../findings.js'
 * @import { Stream } from './stream.js'
 */
import { headline, sentence } from '../card/facts.js';
import { jsonParts } from '../json.js';
import { textStream } from './stream.js';

/** How much text before and after a quote tells it from another like it, as the model's examples have it. */
const CONTEXT = 32;

/** @typedef {{stream: Stream, offset: (place: number) => number}} Text */

/** Piece by piece. @param {Reading} reading @param {Stream} [stream] the page's text @returns {Generator<string>} */
export function* annotations(reading, stream = textStream(document.documentElement)) {
  const text = { stream, offset: codePoints(stream.text) };
  const items = eachAnnotation(reading, text);
  yield* jsonParts({
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: `${here()}#claimlight`,
    type: 'AnnotationPage',
    items,
  });
}

/** @param {Reading} reading @param {Text} text */
function* eachAnnotation(reading, text) {
  for (const finding of reading.shown) yield annotation(reading, finding, text);
}

/** @param {Reading} reading @param {Finding} finding @param {Text} text */
function annotation(reading, finding, text) {
  const body = [
    { type: 'TextualBody', purpose: 'classifying', value: finding.layer },
    { type: 'TextualBody', purpose: 'tagging', value: headline(reading, finding) },
    {
      type: 'TextualBody',
      purpose: 'commenting',
      value: [sentence(reading, finding), reading.reasons.why(finding.reason).text].filter(Boolean).join(' '),
    },
  ];
  const targets = finding.marks.map((mark) => target(reading, mark, text));
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: `${here()}#claimlight-${finding.id}`,
    type: 'Annotation',
    motivation: 'classifying',
    body,
    target: targets,
  };
}

/** @param {Reading} reading @param {Mark} mark @param {Text} text */
function target(reading, mark, text) {
  // What part of a finding its words are: the model has no purpose for it, and lets what is shown be styled by it.
  return { source: here(), styleClass: `claimlight-${mark.label}`, selector: selectors(reading, mark, text) };
}

/** The page itself, whatever place of it was asked for. */
const here = () => location.href.split('#')[0];

/** What stands in a shadow tree or a frame has no place in the page's text; its own words are all there is of it. @param {Reading} reading @param {Mark} mark @param {Text} text */
function selectors({ page, report }, mark, { stream, offset }) {
  const range = page.range(mark.start, mark.end);
  const start = range && stream.placeOf(range.startContainer, range.startOffset);
  const end = range && stream.placeOf(range.endContainer, range.endOffset);
  if (start === undefined || end === undefined) return [quote(report.text, mark.start, mark.end)];
  return [quote(stream.text, start, end), { type: 'TextPositionSelector', start: offset(start), end: offset(end) }];
}

/** @param {string} text @param {number} start @param {number} end */
function quote(text, start, end) {
  return {
    type: 'TextQuoteSelector',
    exact: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - CONTEXT), start).toWellFormed(),
    suffix: text.slice(end, end + CONTEXT).toWellFormed(),
  };
}

/**
 * The model counts code points where JavaScript counts UTF-16 code units.
 * @param {string} text
 * @returns {(place: number) => number}
 */
export function codePoints(text) {
  const pairs = [...text.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g)].map(({ index }) => index);
  return (place) => place - nBelow(pairs, place);
}

/** How many of these numbers, in ascending order, are below `limit`. @param {number[]} numbers @param {number} limit */
function nBelow(numbers, limit) {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle] < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
