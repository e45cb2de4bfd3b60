/**
 * A text to read, mail or paste into notes.
 * @import { Reading } from '../reading.js'
 * @import { Finding } from '../findings.js'
 */
import { headline, sentence } from '../card/facts.js';
import { LAYERS } from '../findings.js';
import { linkTo } from '../page/fragment.js';
import { speakers, supportShares } from '../support.js';

/** Piece by piece. @param {Reading} reading @returns {Generator<string>} */
export function* markdown(reading) {
  const { say } = reading.speech;
  yield `# ${say('title')}: ${escaped(document.title || location.href)}\n\n<${location.href}>\n\n`;
  for (const part of supportLines(reading)) yield `${part}\n\n`;
  for (const part of speakerLines(reading)) yield `${part}\n\n`;
  for (const layer of LAYERS) yield* layerLines(reading, layer);
  yield `${say('describes')}\n`;
}

/** @param {Reading} reading */
function supportLines({ report, stands, speech: { say, sayNamed, percent } }) {
  const shares = supportShares(report, stands);
  if (!shares.length) return [];
  const rows = shares.map(({ group, n, share }) => `| ${sayNamed(`support_${group}`)} | ${n} | ${percent(share)} |`);
  return [`## ${say('supportTitle')}`, ['| | | |', '|---|--:|--:|', ...rows].join('\n')];
}

/** @param {Reading} reading */
function speakerLines({ report, counts, speech: { say, sayNamed } }) {
  const lines = speakers(report, counts).map(({ entry, n }) => {
    const who = [entry.role, sayNamed(`kind_${entry.kind}`)].filter(Boolean).join(', ');
    return `- **${escaped(entry.name)}** (${escaped(who)}): ${say('speakerTimes', { n })}`;
  });
  return lines.length ? [`## ${say('speakersTitle')}`, lines.join('\n')] : [];
}

/** @param {Reading} reading @param {Finding['layer']} layer @returns {Generator<string>} */
function* layerLines(reading, layer) {
  const found = reading.shown.filter((finding) => finding.layer === layer);
  if (!found.length) return;
  yield `## ${reading.speech.sayNamed(`layer_${layer}`)}\n\n`;
  for (const finding of found) yield `${findingLines(reading, finding)}\n`;
  yield '\n';
}

/** @param {Reading} reading @param {Finding} finding */
function findingLines(reading, finding) {
  const quote = escaped(reading.textOf(finding.sentence).trim());
  const link = linkTo(reading.report, finding.sentence, location.href);
  const why = [sentence(reading, finding), reading.reasons.why(finding.reason).text].filter(Boolean).join(' ');
  return `- [${escaped(headline(reading, finding))}](<${link}>)\n  > ${quote}\n\n  ${escaped(why)}`;
}

/** Letters that Markdown would read as its own. @param {string} text */
export function escaped(text) {
  return text.replace(/[\\`*_[\]<>#|]/g, '\\$&').replace(/\s+/g, ' ');
}
