/**
 * What is said of one finding: its sentence, its facts and why it is marked. Card and panel say the same.
 * @import { Finding } from '../findings.js'
 * @import { Reading } from '../reading.js'
 */
import { element } from '../interface/elements.js';
import { sourceKind } from '../findings.js';

/** From these on a mark is called very likely, and likely, right; the figure itself stands beside it. */
const VERY_LIKELY = 0.9;
const LIKELY = 0.8;

/** No mark is surer than this, whatever rounding says. */
const SUREST = 0.99;

/** What a term says; `lang` where the words are the article's or the lists', not the interface's. @typedef {[term: string, value: string, remark?: string, lang?: string]} Fact */

/** One plain sentence: what the mark is. @param {Reading} reading @param {Finding} finding */
export function sentence(reading, finding) {
  const { say, sayNamed } = reading.speech;
  const { attribution, hedge } = finding;
  const words = wordsOf(reading, finding);
  if (hedge) return sayNamed(`is_${hedge.category}`, { words });
  if (!attribution) return say('is_claim');
  const kind = sourceKind(reading.report, attribution);
  if (kind !== 'named')
    return sayNamed(`is_${kind}`, { words: attribution.source ? reading.textOf(attribution.source) : '' });
  return sayNamed(`is_${attribution.directness}_named`, { source: reading.speakerOf(finding)?.name ?? words });
}

/** The words that made it a finding: the source's, the hedge's. @param {Reading} reading @param {Finding} finding */
export function wordsOf(reading, { attribution, hedge, start, end }) {
  if (hedge) return reading.textOf(hedge);
  if (attribution) return reading.textOf(attribution.source ?? attribution.cue);
  return reading.textOf({ start, end });
}

/** A heading of a few words: who and how. @param {Reading} reading @param {Finding} finding */
export function headline(reading, finding) {
  const { say, sayNamed, list } = reading.speech;
  const { attribution, hedge, claim } = finding;
  if (attribution) {
    const source = reading.speakerOf(finding)?.name ?? (attribution.source && reading.textOf(attribution.source));
    return say('headAttribution', { source: source ?? say('nobody'), cue: reading.textOf(attribution.cue) });
  }
  if (hedge)
    return say('headHedge', { category: sayNamed(`category_${hedge.category}`), words: reading.textOf(hedge) });
  const holds = claim?.holds.map((holding) => sayNamed(`holds_${holding}`)) ?? [];
  return holds.length ? say('headClaimHolds', { holds: list(holds) }) : say('headClaim');
}

/** The facts as a list of terms. @param {Reading} reading @param {Finding} finding */
export function facts(reading, finding) {
  const rows = [
    ...attributionFacts(reading, finding),
    ...hedgeFacts(reading, finding),
    ...claimFacts(reading, finding),
  ];
  const { say } = reading.speech;
  if (finding.reason) rows.push([say('why'), finding.reason, undefined, reading.report.language]);
  if (finding.attribution) rows.push([say('sure'), sureness(reading, finding.attribution.confidence)]);
  if (!rows.length) return null;
  const parts = rows.flatMap(([term, value, remark, lang]) => [
    element('dt', { text: term }),
    element(
      'dd',
      { attributes: { dir: 'auto', lang: lang || null } },
      value,
      remark ? element('small', { text: remark }) : null,
    ),
  ]);
  return element('dl', { class: 'facts' }, ...parts);
}

/** @param {Reading} reading @param {Finding} finding @returns {Fact[]} */
function attributionFacts(reading, finding) {
  const { attribution } = finding;
  if (!attribution) return [];
  const { say, sayNamed } = reading.speech;
  const { source, cue } = attribution;
  const entry = reading.speakerOf(finding);
  /** @type {Fact[]} */
  const rows = [];
  if (source) {
    const words = reading.textOf(source);
    const name = entry?.name ?? words;
    const standsFor = source.kind === 'pronoun' && entry && name !== words;
    const { language } = reading.report;
    if (standsFor) rows.push([say('source'), say('standsFor', { words, name })]);
    else rows.push([say('source'), words, undefined, language]);
    if (entry?.role && !words.includes(entry.role)) rows.push([say('role'), entry.role, undefined, language]);
    rows.push([say('kind'), sayNamed(`kind_${sourceKind(reading.report, attribution)}`)]);
  } else {
    rows.push([say('source'), say('sourceNobody')]);
  }
  const words = sayNamed(`cue_${cue.type}`, { words: reading.textOf(cue) });
  rows.push([say('cue'), words, cue.loaded ? say('cueLoaded') : undefined]);
  return rows;
}

/** @param {Reading} reading @param {Finding} finding @returns {Fact[]} */
function hedgeFacts(reading, { hedge }) {
  if (!hedge) return [];
  const { say, sayNamed } = reading.speech;
  if (hedge.category === 'hearsay') return [[say('source'), say('sourceNobody')]];
  const holder = reading.report.attributions.find(({ content }) =>
    content.some(({ start, end }) => start <= hedge.start && hedge.end <= end),
  );
  const entry = holder?.source && reading.report.ledger[holder.source.ledger];
  const isNamed = hedge.voice === 'source' && entry;
  const whose = isNamed ? say('voice_source_named', { name: entry.name }) : sayNamed(`voice_${hedge.voice}`);
  return [
    [say('voice'), whose],
    [say('level'), sayNamed(`level_${hedge.level}`)],
  ];
}

/** @param {Reading} reading @param {Finding} finding @returns {Fact[]} */
function claimFacts(reading, { claim }) {
  if (!claim?.holds.length) return [];
  const { say, sayNamed, list } = reading.speech;
  return [[say('holds'), list(claim.holds.map((holding) => sayNamed(`holds_${holding}`)))]];
}

/** @param {Reading} reading @param {number} confidence */
function sureness({ speech: { say, percent } }, confidence) {
  const share = percent(Math.min(confidence, SUREST));
  if (confidence >= VERY_LIKELY) return say('sureHigh', { share });
  return confidence >= LIKELY ? say('sureMiddle', { share }) : say('sureLow', { share });
}
