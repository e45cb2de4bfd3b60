/**
 * Says in the interface's language why something is marked. The core says it in the language it reads, and so it stands in
 * the report and in all that is taken away; a reader is told in their own. A sentence is known again by the line of
 * `src/lexicon/<language>/reasons.txt` it was made from. What is not known again, as a newsroom's own rule or a newer core
 * gives it, is said as it came.
 * @import { Speech } from './say.js'
 */
import { base, isolated } from './say.js';

/** A translation of each line, and of what stands between the two that a claim's reason is made of. @typedef {Record<string, string>} Table */

/** What is said; in which language, where it is not the interface's. @typedef {{text: string, language?: string}} Why */

/** Why something is marked, as far as can be said now; `ready` is when that can be said better, if it ever can. @typedef {{why: (reason: string) => Why, ready: Promise<void> | undefined}} Reasons */

/** By the language the reasons are in and the interface's; fetched when they are wanted. @type {Record<string, Record<string, () => Promise<Table>>>} */
export const TABLES = {
  en: {
    de: async () => (await import('../reasons/de.js')).de,
    fr: async () => (await import('../reasons/fr.js')).fr,
    es: async () => (await import('../reasons/es.js')).es,
    ar: async () => (await import('../reasons/ar.js')).ar,
  },
};

/** What stands between what a claim holds and what it rests on (`reason` in `src/find/claims/mod.rs`). */
const BETWEEN = ', ';

/**
 * The reasons of a report in this language, for a reader who is spoken to in that.
 * @param {string} language @param {Pick<Speech, 'language' | 'direction'>} speech
 * @returns {Reasons}
 */
export function reasonsOf(language, speech) {
  /** @type {Table} */
  let table = {};
  const keep = (/** @type {Table} */ loaded) => void (table = loaded);
  // Where a page lets no further file be loaded, the report's own words are at hand.
  const ready = TABLES[base(language ?? '')]?.[base(speech.language)]?.().then(keep, () => {});
  return {
    ready,
    why(reason) {
      const text = translated(table, reason, speech.direction);
      return text === undefined ? { text: reason, language } : { text };
    },
  };
}

/** @param {Table} table @param {string} reason @param {Speech['direction']} direction @returns {string | undefined} */
function translated(table, reason, direction) {
  const said = (/** @type {string} */ line) => (Object.hasOwn(table, line) ? table[line] : undefined);
  // From the first mark to the last: what is quoted may hold marks of its own.
  const [, before, cue, after] = /^(.*?“)(.+)(”.*)$/s.exec(reason) ?? [];
  if (cue) return said(`${before}{cue}${after}`)?.replace('{cue}', () => isolated(cue, direction));
  const [held, ...rest] = reason.split(BETWEEN);
  const [holds, rests] = [said(held), said(rest.join(BETWEEN))];
  return said(reason) ?? (holds && rests && holds + said(BETWEEN) + rests);
}
