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
  const parts = rows.flatMap(row);
  if (finding.reason) parts.push(element('dt', { text: say('why') }), why(reading, finding, 'dd'));
  if (finding.attribution) parts.push(...row([say('sure'), sureness(reading, finding.attribution.confidence)]));
  return parts.length ? element('dl', { class: 'facts' }, ...parts) : null;
}

/** What is the interface's runs its way, also where it begins with a word of the article. @param {Fact} fact */
function row([term, value, remark, lang]) {
  const attributes = { dir: lang ? 'auto' : null, lang: lang || null };
  const more = remark ? element('small', { text: remark }) : null;
  return [element('dt', { text: term }), element('dd', { attributes }, value, more)];
}

/** Why it is marked. @param {Reading} reading @param {Finding} finding @param {'dd' | 'span'} tag */
export function why({ reasons }, { reason }, tag) {
  const part = element(tag);
  const write = () => {
    const { text, language } = reasons.why(reason);
    part.textContent = text;
    if (language !== undefined) Object.assign(part, { lang: language, dir: 'auto' });
    else ['lang', 'dir'].forEach((name) => part.removeAttribute(name));
  };
  write();
  // Its translation may come later than the reader.
  void reasons.ready?.then(write);
  return part;
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
    // What closes a clause of its own is no part of a name.
    const words = reading.textOf(source).replace(/[\s,;:–—]+$/, '');
    const name = entry?.name ?? words;
    const standsFor = source.kind === 'pronoun' && entry && name !== words;
    const { language } = reading.report;
    if (standsFor) rows.push([say('source'), say('standsFor', { words, name })]);
    else rows.push([say('source'), words, undefined, language]);
    if (entry?.role && !words.includes(entry.role)) rows.push([say('role'), entry.role, undefined, language]);
    rows.push([say('kind'), sayNamed(`kind_${sourceKind(reading.report, attribution)}`)]);
  } else {
    rows.push([say('source'), say('nobody')]);
  }
  const words = sayNamed(`cue_${cue.type}`, { words: reading.textOf(cue) });
  rows.push([say('cue'), words, cue.loaded ? say('cueLoaded') : undefined]);
  return rows;
}

/** @param {Reading} reading @param {Finding} finding @returns {Fact[]} */
function hedgeFacts(reading, { hedge }) {
  if (!hedge) return [];
  const { say, sayNamed } = reading.speech;
  if (hedge.category === 'hearsay') return [[say('source'), say('nobody')]];
  const holder = reading.report.attributions.find(({ content }) =>
    content.some(({ start, end }) => start <= hedge.start && hedge.end <= end),
  );
  const entry = holder?.source && reading.report.ledger[holder.source.ledger];
  /** @type {Fact} */
  const whose =
    hedge.voice === 'source' && entry
      ? [say('voice'), say('voice_source_named', { name: entry.name }), undefined, reading.report.language]
      : [say('voice'), sayNamed(`voice_${hedge.voice}`)];
  return [whose, [say('level'), sayNamed(`level_${hedge.level}`)]];
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
