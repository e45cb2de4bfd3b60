/**
 * A text to read, mail or paste into notes.
 * @import { Reading } from '../reading.js'
 * @import { Finding } from '../findings.js'
 */
import { headline, sentence } from '../card/facts.js';
import { LAYERS } from '../findings.js';
import { linkTo } from '../page/fragment.js';
import { speakers, supportShares } from '../support.js';

/** @param {Reading} reading */
export function markdown(reading) {
  const { say } = reading.speech;
  const parts = [
    `# ${say('title')}: ${escaped(document.title || location.href)}`,
    `<${location.href}>`,
    ...supportLines(reading),
    ...speakerLines(reading),
    ...LAYERS.flatMap((layer) => layerLines(reading, layer)),
    say('describes'),
  ];
  return `${parts.join('\n\n')}\n`;
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

/** @param {Reading} reading @param {Finding['layer']} layer */
function layerLines(reading, layer) {
  const found = reading.shown.filter((finding) => finding.layer === layer);
  const lines = found.map((finding) => {
    const quote = escaped(reading.textOf(finding.sentence).trim());
    const link = linkTo(reading.report, finding.sentence, location.href);
    const why = [sentence(reading, finding), reading.reasons.why(finding.reason).text].filter(Boolean).join(' ');
    return `- [${escaped(headline(reading, finding))}](<${link}>)\n  > ${quote}\n\n  ${escaped(why)}`;
  });
  return lines.length ? [`## ${reading.speech.sayNamed(`layer_${layer}`)}`, lines.join('\n')] : [];
}

/** Letters that Markdown would read as its own. @param {string} text */
export function escaped(text) {
  return text.replace(/[\\`*_[\]<>#|]/g, '\\$&').replace(/\s+/g, ' ');
}
