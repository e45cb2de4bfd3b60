/**
 * The findings as plain rows, in the reader's words: what tables and texts are written from.
 * @import { Reading } from '../reading.js'
 * @import { Finding } from '../findings.js'
 */
import { sourceKind } from '../findings.js';
import { headline } from '../card/facts.js';

/** What a row says, in its order; a table without a row has them as its head. */
export const COLUMNS = /** @type {const} */ ([
  'id',
  'layer',
  'headline',
  'source',
  'name',
  'kind',
  'role',
  'cue',
  'type',
  'content',
  'directness',
  'level',
  'voice',
  'confidence',
  'reason',
  'sentence',
  'start',
  'end',
]);

/** @param {Reading} reading @param {Finding} finding @returns {Record<typeof COLUMNS[number], string | number>} */
export function row(reading, finding) {
  const { report, speech } = reading;
  const { attribution, hedge, claim } = finding;
  const text = (/** @type {{start: number, end: number} | null | undefined} */ span) =>
    span ? reading.textOf(span) : '';
  return {
    id: finding.id,
    layer: speech.sayNamed(`layer_${finding.layer}`),
    headline: headline(reading, finding),
    source: text(attribution?.source),
    name: reading.speakerOf(finding)?.name ?? '',
    kind: attribution ? sourceKind(report, attribution) : '',
    role: reading.speakerOf(finding)?.role ?? '',
    cue: text(attribution?.cue ?? hedge),
    type: attribution?.cue.type ?? hedge?.category ?? claim?.holds.join(' ') ?? '',
    content: attribution?.content.map(text).join(' … ') ?? text(claim),
    directness: attribution?.directness ?? '',
    level: hedge?.level ?? '',
    voice: hedge?.voice ?? '',
    confidence: attribution?.confidence ?? '',
    reason: reading.reasons.why(finding.reason).text,
    sentence: text(finding.sentence).trim(),
    start: finding.start,
    end: finding.end,
  };
}
