/**
 * Says why something is marked. The core says it in the language it reads, and so it stands in the report, which is taken
 * away as JSON; a reader is told in their own, and finds it so in all else that is taken away.
 * @import { Speech } from './say.js'
 */
import { base, isolated } from './say.js';

/** What is said; in which language, where it is not the interface's, empty if nobody knows. @typedef {{text: string, language?: string}} Why */

/** Why something is marked, as well as it can be said now; `ready` is when it can be said better, if it ever can. @typedef {{why: (reason: string) => Why, ready: Promise<void> | undefined}} Reasons */

/**
 * The reasons of a report in this language, for a reader who is spoken to in that.
 * @param {string | undefined} language @param {Pick<Speech, 'language' | 'direction'>} speech
 * @returns {Reasons}
 */
export function reasonsOf(language, speech) {
  /** @type {import('../reasons/translation.js').Translate | undefined} */
  let translate;
  const [from, to] = [base(language ?? ''), base(speech.language)];
  const load = async () => {
    const { translation } = await import('../reasons/translation.js');
    translate = await translation(from, to, (words) => isolated(words, speech.direction));
  };
  return {
    // Where a page lets no further file be loaded, the report's own words are at hand.
    ready: from === to ? undefined : load().catch(() => {}),
    why(reason) {
      const text = translate?.(reason);
      return text ? { text } : { text: reason, language: language ?? '' };
    },
  };
}
