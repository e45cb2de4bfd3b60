/**
 * What a reader must know before the findings: what was not read, or not yet; and why nothing is marked.
 * @import { Report } from './report.d.ts'
 * @import { Speech } from './interface/say.js'
 * @import { Asked } from './living.js'
 * @import { Notice } from './reading.js'
 */
import { isRange } from './options.js';
import { canPaint } from './paint/paint.js';

/** @typedef {NonNullable<NonNullable<Report['page']>['reason']>} Reason */

/**
 * @param {Report} report @param {Speech} speech
 * @param {{asked: Asked, isScanned: boolean, lookNow?: () => void, readArticle: () => void}} state `lookNow` where changes are looked at with a delay
 * @returns {Notice[]}
 */
export function noticesOf({ page }, { say, percent }, { asked, isScanned, lookNow, readArticle }) {
  const { scanned = 1, foreign = 0, changed = 0 } = page ?? {};
  const article = { label: say('readArticle'), act: readArticle };
  /** @type {(Notice | false | undefined)[]} */
  const notices = [
    !canPaint() && { text: say('noPaint') },
    !isScanned && { text: say('stillReading', { share: percent(scanned) }) },
    isScanned && scanned < 1 && { text: say('readInPart', { share: percent(scanned) }) },
    foreign > 0 && { text: say('foreignBlocks', { n: foreign }) },
    changed > 0 && { text: say('changedBlocks', { n: changed }) },
    isRange(asked.root) && { text: say('onlySelection'), action: article },
    asked.whole && { text: say('wholePage'), action: article },
    lookNow && { text: say('keepsChanging'), action: { label: say('readNow'), act: lookNow } },
  ];
  return notices.filter((notice) => notice !== false && notice !== undefined);
}

/**
 * Why nothing is marked.
 * @param {Reason} reason @param {string | null} language @param {Speech} words
 * @returns {string}
 */
export function sentenceFor(reason, language, { say, language: spoken }) {
  if (reason === 'no-text') return say('noText');
  if (reason === 'no-article') return say('noArticle');
  if (reason === 'other-text') return say('otherText');
  if (!language) return say('noLanguage');
  return say('noLanguageName', { language: languageName(language, spoken) });
}

/** A page may give any nonsense as its language. @param {string} language @param {string} spoken */
function languageName(language, spoken) {
  try {
    return new Intl.DisplayNames([spoken], { type: 'language' }).of(language) ?? language;
  } catch {
    return language;
  }
}
