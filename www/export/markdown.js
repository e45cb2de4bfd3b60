/**
 * A text to read, mail or paste into notes.
 * @import { Reading } from '../reading.js'
 * @import { Finding } from '../findings.js'
 * @import { IsOnce } from '../page/fragment.js'
 */
import { headline, sentence } from '../card/facts.js';
import { LAYERS } from '../findings.js';
import { isOnceAmong, linkTo } from '../page/fragment.js';
import { speakers, supportShares } from '../support.js';

/** Piece by piece. @param {Reading} reading @returns {Generator<string>} */
export function* markdown(reading) {
  const { say } = reading.speech;
  yield `# ${say('title')}: ${escaped(document.title || location.href)}\n\n<${location.href}>\n\n`;
  for (const part of supportLines(reading)) yield `${part}\n\n`;
  for (const part of speakerLines(reading)) yield `${part}\n\n`;
  const isOnce = yield* isOnceAmong(
    reading.report,
    reading.shown.map(({ sentence }) => sentence),
  );
  for (const layer of LAYERS) yield* layerLines(reading, layer, isOnce);
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

/** @param {Reading} reading @param {Finding['layer']} layer @param {IsOnce} isOnce @returns {Generator<string>} */
function* layerLines(reading, layer, isOnce) {
  const found = reading.shown.filter((finding) => finding.layer === layer);
  if (!found.length) return;
  yield `## ${reading.speech.sayNamed(`layer_${layer}`)}\n\n`;
  for (const finding of found) yield `${findingLines(reading, finding, isOnce)}\n`;
  yield '\n';
}

/** @param {Reading} reading @param {Finding} finding @param {IsOnce} isOnce */
function findingLines(reading, finding, isOnce) {
  const quote = escaped(reading.textOf(finding.sentence).trim());
  const link = linkTo(reading.report, finding.sentence, location.href, isOnce);
  const why = [sentence(reading, finding), reading.reasons.why(finding.reason).text].filter(Boolean).join(' ');
  return `- [${escaped(headline(reading, finding))}](<${link}>)\n  > ${quote}\n\n  ${escaped(why)}`;
}

/** Letters that Markdown would read as its own. @param {string} text */
export function escaped(text) {
  return text.replace(/[\\`*_[\]<>#|]/g, '\\$&').replace(/\s+/g, ' ');
}
