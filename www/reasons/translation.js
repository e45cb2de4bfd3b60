/**
 * Translates why something is marked. A sentence is known again by the line of `src/lexicon/<language>/reasons.txt` that it
 * was made from; what is not known again, as a newsroom's own rule or a newer core gives it, is not translated.
 */

/** A translation of each line, and of what stands between the two that a claim's reason is made of. @typedef {Record<string, string>} Table */

/** @typedef {(reason: string) => string | undefined} Translate */

/** By the language the reasons are in and the interface's; fetched when they are wanted. @type {Record<string, Record<string, () => Promise<Table>>>} */
export const TABLES = {
  en: {
    de: async () => (await import('./de.js')).de,
    fr: async () => (await import('./fr.js')).fr,
    es: async () => (await import('./es.js')).es,
    ar: async () => (await import('./ar.js')).ar,
  },
};

/** What stands between what a claim holds and what it rests on (`reason` in `src/find/claims/mod.rs`). */
const BETWEEN = ', ';

/** @param {string} from @param {string} to @param {(words: string) => string} isolated the article's words among the interface's @returns {Promise<Translate | undefined>} */
export async function translation(from, to, isolated) {
  const table = await TABLES[from]?.[to]?.();
  return table && ((reason) => translated(table, reason, isolated));
}

/** @param {Table} table @param {string} reason @param {(words: string) => string} isolated */
function translated(table, reason, isolated) {
  const said = (/** @type {string} */ line) => (Object.hasOwn(table, line) ? table[line] : undefined);
  // From the first mark to the last: what is quoted may hold marks of its own.
  const [, before, cue, after] = /^(.*?“)(.+)(”.*)$/s.exec(reason) ?? [];
  if (cue) return said(`${before}{cue}${after}`)?.replace('{cue}', () => isolated(cue));
  const [held, ...rest] = reason.split(BETWEEN);
  const [holds, rests] = [said(held), said(rest.join(BETWEEN))];
  return said(reason) ?? (holds && rests && holds + said(BETWEEN) + rests);
}
