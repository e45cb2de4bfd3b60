/**
 * What a reader is shown of a report: its findings in text order, each with the marks drawn for it.
 * A claim that something supports is no finding; it is counted in `support.js`.
 * @import { Attribution, Claim, Hedge, Report, Span, SourceKind } from './report.d.ts'
 */

/** The layers a reader can switch, in the order they are listed. */
export const LAYERS = /** @type {const} */ (['attributed', 'unnamed', 'hedge', 'unsourced']);

/** @typedef {(typeof LAYERS)[number]} Layer */
/** @typedef {'source' | 'cue' | 'content' | 'hedge' | 'hearsay' | 'claim'} Label */
/** @typedef {{label: Label, layer: Layer, start: number, end: number, finding: string}} Mark */

/**
 * A finding. `start` and `end` enclose all its marks.
 * @typedef {object} Finding
 * @property {string} id its list and its place there: "attribution-3"
 * @property {Layer} layer
 * @property {number} start
 * @property {number} end
 * @property {Mark[]} marks
 * @property {Span} sentence the sentence it begins in
 * @property {number | null} speaker its source's entry in the ledger
 * @property {string} reason
 * @property {Attribution} [attribution]
 * @property {Hedge} [hedge]
 * @property {Claim} [claim]
 * @property {number} [told] of hearsay, how sure an attribution to nobody is whose cue says the same
 */

/** @typedef {{layers: ReadonlySet<Layer>, conditionals: boolean, confidence: number, hidden: ReadonlySet<string>}} Choice */

/** Sources that a reader could not look up; a pronoun is one only where it was not found whom it stands for. @type {ReadonlySet<SourceKind>} */
const UNNAMED = new Set(['anonymous', 'collective', 'pronoun']);

/**
 * Every finding of a report, in text order, whatever the reader has switched off.
 * @param {Report} report
 * @returns {Finding[]}
 */
export function findings(report) {
  return inOrder([...eachFinding(report)]);
}

/** Every finding, one after the other, for who has not the time for all at once. @param {Report} report @returns {Generator<Finding>} */
export function* eachFinding(report) {
  // Counted by hand: Prototype.js has other ideas of what `entries` and `reduce` are.
  let index = 0;
  for (const attribution of report.attributions) yield fromAttribution(report, attribution, index++);
  const sourceless = report.attributions.filter(({ source }) => !source);
  index = 0;
  for (const hedge of report.hedges) yield fromHedge(report, hedge, index++, sourceless);
  index = 0;
  for (const claim of report.claims) yield* fromClaim(report, claim, index++);
}

/** In text order. @param {Finding[]} found */
export function inOrder(found) {
  return found.sort((one, other) => one.start - other.start || one.end - other.end);
}

/**
 * Those a reader has chosen to see.
 * @param {Finding[]} all @param {Choice} choice
 */
export function chosen(all, choice) {
  return all.filter((finding) => choice.layers.has(finding.layer) && admitted(finding, choice));
}

/** Those that are shown when their layers are, one after the other. @param {Finding[]} all @param {Choice} choice @returns {Generator<Finding>} */
export function* eachAdmitted(all, choice) {
  for (const finding of all) if (admitted(finding, choice)) yield finding;
}

/**
 * Whether a finding is shown when its layer is.
 * @param {Finding} finding @param {Choice} choice
 */
export function admitted({ id, attribution, hedge, told }, choice) {
  if (choice.hidden.has(id)) return false;
  // "It is believed that" is an attribution to nobody and hearsay: one mark says so once, and never none.
  if (told !== undefined && told >= choice.confidence) return false;
  if (hedge?.category === 'conditional') return choice.conditionals;
  return !attribution || attribution.confidence >= choice.confidence;
}

/**
 * How an attribution's source is identified; a pronoun as whom it stands for is.
 * @param {Report} report @param {Attribution} attribution
 * @returns {SourceKind | 'none'}
 */
export function sourceKind(report, { source }) {
  if (!source) return 'none';
  return source.kind === 'pronoun' ? (report.ledger[source.ledger]?.kind ?? 'pronoun') : source.kind;
}

/**
 * @param {Report} report @param {Attribution} attribution @param {number} index
 * @returns {Finding}
 */
function fromAttribution(report, attribution, index) {
  const { source, cue, content, reason } = attribution;
  const id = `attribution-${index}`;
  const kind = sourceKind(report, attribution);
  /** @type {Layer} */
  const layer = kind === 'none' || UNNAMED.has(kind) ? 'unnamed' : 'attributed';
  const mark = (/** @type {Label} */ label, /** @type {Span} */ { start, end }) => ({
    label,
    layer,
    start,
    end,
    finding: id,
  });
  const marks = [...content.map((span) => mark('content', span)), mark('cue', cue)];
  if (source) marks.push(mark('source', source));
  return { id, layer, marks, ...extent(report, marks), speaker: source?.ledger ?? null, reason, attribution };
}

/** @param {Report} report @param {Hedge} hedge @param {number} index @param {Attribution[]} sourceless @returns {Finding} */
function fromHedge(report, hedge, index, sourceless) {
  const hearsay = hedge.category === 'hearsay';
  const id = `hedge-${index}`;
  /** @type {Mark} */
  const mark = {
    label: hearsay ? 'hearsay' : 'hedge',
    layer: hearsay ? 'unnamed' : 'hedge',
    start: hedge.start,
    end: hedge.end,
    finding: id,
  };
  const { layer } = mark;
  const told = hearsay ? surest(sourceless.filter(({ cue }) => encloses(cue, hedge))) : undefined;
  return { id, layer, marks: [mark], ...extent(report, [mark]), speaker: null, reason: hedge.reason, hedge, told };
}

/** @param {Attribution[]} attributions */
function surest(attributions) {
  return attributions.length ? Math.max(...attributions.map(({ confidence }) => confidence)) : undefined;
}

/** @param {Report} report @param {Claim} claim @param {number} index @returns {Finding[]} */
function fromClaim(report, claim, index) {
  if (claim.support !== 'none') return [];
  const id = `claim-${index}`;
  /** @type {Mark} */
  const mark = { label: 'claim', layer: 'unsourced', start: claim.start, end: claim.end, finding: id };
  const { layer } = mark;
  return [{ id, layer, marks: [mark], ...extent(report, [mark]), speaker: null, reason: claim.reason, claim }];
}

/** @param {Span} outer @param {Span} inner */
function encloses(outer, inner) {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** @param {Report} report @param {Span[]} spans */
function extent(report, spans) {
  const start = Math.min(...spans.map((span) => span.start));
  const end = Math.max(...spans.map((span) => span.end));
  return { start, end, sentence: sentenceAt(report, start) ?? { start, end } };
}

/**
 * The sentence that an offset stands in.
 * @param {Report} report @param {number} offset
 */
export function sentenceAt({ sentences }, offset) {
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sentences[middle].end <= offset) low = middle + 1;
    else high = middle;
  }
  const sentence = sentences[low];
  return sentence && sentence.start <= offset ? sentence : undefined;
}
