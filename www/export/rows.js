/**
 * The findings as rows of a table: columns of the command line's (recipes/README.md says what each holds), in its order,
 * and last the layer in the reader's words. What a page has no value for is left out.
 * @import { Reading } from '../reading.js'
 * @import { Finding } from '../findings.js'
 */
import { sentenceAt } from '../findings.js';

export const COLUMNS =
  'document finding start end words sentence source source_kind source_role cue cue_type loaded directness confidence category level voice support holds reason layer'.split(
    ' ',
  );

/** Its cells, by their columns. @param {Reading} reading @param {Finding} finding @returns {Record<string, unknown>} */
export function row(reading, finding) {
  const { report, speech } = reading;
  const { id, attribution, hedge, claim, layer } = finding;
  const entry = reading.speakerOf(finding);
  const { start, end } = attribution ? extent(attribution) : finding;
  return {
    ...attribution,
    ...hedge,
    ...claim,
    document: location.href.split('#')[0],
    finding: id.split('-')[0],
    start,
    end,
    words: reading.textOf({ start, end }),
    sentence: reading.textOf(sentenceAt(report, start) ?? { start, end }),
    source: entry?.name,
    source_kind: attribution && (entry?.kind ?? 'none'),
    source_role: entry?.role,
    cue: attribution && reading.textOf(attribution.cue),
    cue_type: attribution?.cue.type,
    loaded: attribution?.cue.loaded,
    holds: claim?.holds.join(' '),
    reason: reading.reasons.why(finding.reason).text,
    layer: speech.sayNamed(`layer_${layer}`),
  };
}

/** All of its content; of one without content its cue. @param {import('../report.d.ts').Attribution} attribution */
function extent({ cue, content }) {
  return { start: (content[0] ?? cue).start, end: (content.at(-1) ?? cue).end };
}
