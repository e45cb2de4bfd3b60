/**
 * A report of the sample's findings in a text that holds their words.
 * @import { Attribution, Claim, Hedge, Report, Span } from '../../../www/report.d.ts'
 */
import { ATTRIBUTIONS, CLAIMS, HEDGES, LEDGER, PROVENANCE } from './findings.js';

/**
 * @param {string} text @param {Report['blocks']} blocks
 * @returns {Report}
 */
export function reportOf(text, blocks) {
  const sentences = sentencesOf(text);
  const attributions = attributionsOf(text, sentences).sort((one, other) => one.cue.start - other.cue.start);
  return {
    id: 'sample',
    language: 'en',
    unit: 'utf16',
    text,
    blocks,
    sentences,
    attributions,
    ledger: LEDGER.map(([name, kind, role], index) => ({ name, kind, role, ...usesOf(attributions, index) })),
    hedges: hedgesOf(text),
    claims: claimsOf(text),
    provenance: PROVENANCE.flatMap(([words, kind, href]) =>
      spansOf(text, words).map((span) => ({ ...span, kind, href })),
    ),
    counts: {
      words: text.split(/\s+/).length,
      sentences: sentences.length,
      attributions: attributions.length,
      sources: {},
      hedges: {},
      voices: {},
      claims: {},
    },
  };
}

/** @param {string} text @param {Span[]} sentences @returns {Attribution[]} */
function attributionsOf(text, sentences) {
  return ATTRIBUTIONS.flatMap(([content, cue, source, kind, ledger, directness, confidence, loaded, type]) =>
    spansOf(text, content).map((span) => {
      const sentence = sentences.find(({ start, end }) => start <= span.start && span.end <= end) ?? span;
      const around = (/** @type {string} */ words) => spanAfter(text, words, sentence.start) ?? span;
      return {
        source: source && { ...around(source), kind, ledger },
        cue: { ...around(cue), type: type ?? 'communication', loaded: loaded ?? false },
        content: [span],
        directness,
        confidence,
        reason: source ? 'A reporting verb stands beside its source.' : 'It reports a belief without saying whose.',
      };
    }),
  );
}

/** @param {Attribution[]} attributions @param {number} entry */
function usesOf(attributions, entry) {
  const uses = attributions.flatMap(({ source }, index) => (source?.ledger === entry ? [{ source, index }] : []));
  return {
    mentions: uses.map(({ source: { start, end } }) => ({ start, end })),
    attributions: uses.map(({ index }) => index),
  };
}

/** @param {string} text @returns {Hedge[]} */
function hedgesOf(text) {
  return HEDGES.flatMap(([words, place, category, level, voice]) =>
    spansOf(text, place).map(({ start }) => {
      const reason = `“${words}” is on the list of words of caution.`;
      return { start, end: start + words.length, category, level, voice, reason };
    }),
  );
}

/** @param {string} text @returns {Claim[]} */
function claimsOf(text) {
  const reason = 'The sentence holds what a reader could want a source for, and names none.';
  return CLAIMS.flatMap(([words, support, holds]) =>
    spansOf(text, words).map((span) => ({ ...span, support, holds, attribution: null, reason })),
  );
}

/** Where words stand, whatever space the page's source puts between them. @param {string} text @param {string} words @returns {Span[]} */
function spansOf(text, words) {
  return [...text.matchAll(patternOf(words))].map(({ index, 0: { length } }) => ({
    start: index,
    end: index + length,
  }));
}

/** @param {string} text @param {string} words @param {number} from @returns {Span | undefined} */
function spanAfter(text, words, from) {
  const pattern = patternOf(words);
  pattern.lastIndex = from;
  const match = pattern.exec(text);
  return match ? { start: match.index, end: match.index + match[0].length } : undefined;
}

/** @param {string} words */
function patternOf(words) {
  const escaped = words.split(/\s+/).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(escaped.join('\\s+'), 'g');
}

/** @param {string} text @returns {Span[]} */
function sentencesOf(text) {
  const pattern = /\S[^\n]*?(?:[.!?][”"]?(?=\s)|(?=\n)|$)/g;
  return [...text.matchAll(pattern)].map(({ index, 0: { length } }) => ({ start: index, end: index + length }));
}
