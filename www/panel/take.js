/**
 * The room of taking away: everything found, copied or downloaded in four formats.
 * @import { Reading } from '../reading.js'
 * @import { Room } from './rooms.js'
 */
import { element, textButton } from '../interface/elements.js';
import { copyButton } from '../card/copy-button.js';
import { annotations } from '../export/annotations.js';
import { csv } from '../export/csv.js';
import { fileName } from '../export/file-name.js';
import { markdown } from '../export/markdown.js';
import { jsonParts } from '../json.js';
import { Slices, unlessStopped } from '../page/slices.js';

/** How long what is downloaded is kept ready, in milliseconds. */
const KEPT = 60_000;

/** How much is encoded at once, in UTF-16 code units. */
const CHUNK = 16_384;

/** @type {{name: string, ending: string, type: string, write: (reading: Reading) => Generator<string>}[]} */
const FORMATS = [
  { name: 'markdown', ending: 'md', type: 'text/markdown', write: markdown },
  { name: 'csv', ending: 'csv', type: 'text/csv', write: csv },
  { name: 'json', ending: 'json', type: 'application/json', write: ({ report }) => jsonParts(report) },
  { name: 'annotation', ending: 'jsonld', type: 'application/ld+json', write: annotations },
];

/** @param {Reading} reading @returns {Room} */
export function takeRoom(reading) {
  const { say } = reading.speech;
  const items = FORMATS.map((format) => item(reading, format));
  const content = [
    element('p', { text: say('takeLead'), style: { marginBlockEnd: '1em' } }),
    element('ul', { class: 'take' }, ...items),
  ];
  return { content, leave: () => {} };
}

/** @param {Reading} reading @param {typeof FORMATS[number]} format */
function item(reading, format) {
  const { name, ending } = format;
  const { say, sayNamed } = reading.speech;
  const title = sayNamed(`take_${name}`);
  const copy = copyButton(reading, say('copy'), say('copied'), () => written(reading, format));
  copy.setAttribute('aria-label', say('takeCopy', { format: title }));
  const load = textButton(say('download'), async () =>
    download(`${fileName(reading.report)}.${ending}`, await written(reading, format)),
  );
  load.setAttribute('aria-label', say('takeDownload', { format: title }));
  const gloss = element('p', { text: sayNamed(`takeGloss_${name}`) });
  return element('li', {}, element('h3', { class: 'format', text: title }), gloss, copy, load);
}

/** Writes it in slices: a long article's takes longer than a page can wait. What changes meanwhile is written anew. @param {Reading} reading @param {typeof FORMATS[number]} format @returns {Promise<Blob>} */
async function written(reading, format) {
  const { report, reasons } = reading;
  const slices = new Slices(() => reading.report === report);
  try {
    // Why something is marked is to be in one language throughout.
    await reasons.ready;
    if (reasons !== reading.reasons) return written(reading, format);
    return new Blob(await slices.gather(chunks(format.write(reading))), { type: `${format.type};charset=utf-8` });
  } catch (cause) {
    unlessStopped(cause);
    return written(reading, format);
  }
}

/** Encodes as it is written: all at once would again take long. A part that is empty is time that has passed. @param {Iterable<string>} parts */
function* chunks(parts) {
  let chunk = '';
  for (const part of parts) {
    chunk += part;
    if (part && chunk.length < CHUNK) continue;
    yield new Blob([chunk]);
    chunk = '';
  }
  yield new Blob([chunk]);
}

/** @param {string} name @param {Blob} file */
function download(name, file) {
  const address = URL.createObjectURL(file);
  element('a', { attributes: { href: address, download: name } }).click();
  // A reader may be asked first where it is to go.
  setTimeout(() => URL.revokeObjectURL(address), KEPT);
}
