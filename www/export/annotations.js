/**
 * The findings as W3C Web Annotations (JSON-LD), each found again by its quote and by its position.
 * @import { Reading } from '../reading.js'
 * @import { Finding, Mark } from '../findings.js'
 */
import { headline, sentence } from '../card/facts.js';

/** How much text before and after a quote tells it from another like it, as the model's examples have it. */
const CONTEXT = 32;

/** @param {Reading} reading */
export function annotations(reading) {
  const offset = codePoints(reading.report.text);
  const items = reading.shown.map((finding) => annotation(reading, finding, offset));
  const page = { '@context': 'http://www.w3.org/ns/anno.jsonld', type: 'AnnotationPage', items };
  return JSON.stringify(page, null, 2);
}

/** @param {Reading} reading @param {Finding} finding @param {(place: number) => number} offset */
function annotation(reading, finding, offset) {
  const body = [
    { type: 'TextualBody', purpose: 'classifying', value: finding.layer },
    { type: 'TextualBody', purpose: 'tagging', value: headline(reading, finding) },
    {
      type: 'TextualBody',
      purpose: 'commenting',
      value: [sentence(reading, finding), finding.reason].filter(Boolean).join(' '),
    },
  ];
  const targets = finding.marks.map((mark) => target(reading.report.text, mark, offset));
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: `urn:claimlight:${finding.id}`,
    type: 'Annotation',
    motivation: 'classifying',
    body,
    target: targets,
  };
}

/** @param {string} text @param {Mark} mark @param {(place: number) => number} offset */
function target(text, { label, start, end }, offset) {
  const selector = [
    {
      type: 'TextQuoteSelector',
      exact: text.slice(start, end),
      prefix: text.slice(Math.max(0, start - CONTEXT), start).toWellFormed(),
      suffix: text.slice(end, end + CONTEXT).toWellFormed(),
    },
    { type: 'TextPositionSelector', start: offset(start), end: offset(end) },
  ];
  return { source: location.href, purpose: label, selector };
}

/**
 * The model counts code points where JavaScript counts UTF-16 code units.
 * @param {string} text
 * @returns {(place: number) => number}
 */
export function codePoints(text) {
  const pairs = [...text.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g)].map(({ index }) => index);
  return (place) => place - pairs.filter((pair) => pair < place).length;
}
